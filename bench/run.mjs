// Runs every engine on the same rows in the same browser, alternating, each in a fresh page.
//
//     node run.mjs FOLDER SIZES ROUNDS ENGINES WARM_UP
//
// FOLDER holds what `cargo xtask bench` made: rows, trace, searches and right answers of each
// size, and `site/` with a page, a script for each engine and a folder of what that one fetches.
// An engine whose answer is not the right one ends the run. At the end stand the tables of
// docs/performance.md.

import { readFile } from 'node:fs/promises';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '../node_modules/playwright-core/index.mjs';

/** An engine whose round took longer than so many seconds gets no further one at that size. */
const PATIENCE = 20;

const [folder, sizes, nRounds, engines, nWarmUp] = process.argv.slice(2);

const OURS = ['floor', 'simd'];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const NAMES = {
  loop: 'typed-array loop',
  crossfilter: `crossfilter2 ${dependencies.crossfilter2}`,
  arquero: `arquero ${dependencies.arquero}`,
  duckdb: `duckdb-wasm ${dependencies['@duckdb/duckdb-wasm']}`,
  perspective: `perspective ${dependencies['@perspective-dev/client']}`,
};
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };

const server = createServer(async (request, response) => {
  const path = normalize(join(folder, new URL(request.url, 'http://host').pathname));
  const bytes = path.startsWith(folder + sep) ? await readFile(path).catch(() => null) : null;
  response.writeHead(bytes === null ? 404 : 200, {
    'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
    // A page of its own may look at the clock more closely.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  response.end(bytes ?? '');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

/** Memory of the page's process that no other shares and no file backs, in MB. */
async function memory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const anonymous = ({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    return Number(/^RssAnon:\s+(\d+)/m.exec(status)?.[1] ?? 0) + Number(/^RssShmem:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  };
  return renderers.map(anonymous).reduce((sum, kb) => sum + kb, 0) / 1024;
}

const read = (name, size) => JSON.parse(readFileSync(join(folder, `${name}-${size}.json`), 'utf8'));

/** One engine in a page of its own, in a browser of its own. */
async function measure(engine, size) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc',
      '--disable-features=SpareRendererForSitePerProcess', '--disable-background-networking'],
  });
  try {
    const begun = performance.now();
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${origin}/site/index.html?${engine}`);
    await page.evaluate(() => window.ready);
    const before = await memory(browser);
    const load = await page.evaluate(([rows, n]) => window.load(rows, n), [`/rows-${size}.bin`, Number(nWarmUp)]);
    const after = await memory(browser);
    const questions = [...read('trace', size), ...read('searches', size)];
    const right = read('answers', size);
    const { times, hashes } = await page.evaluate((states) => window.steps(states), questions.map(({ state }) => state));
    hashes.forEach((found, at) => {
      for (const [part, hash] of Object.entries(right[at + 1])) {
        if (found[part] !== hash) {
          throw new Error(`${engine}, ${size} rows, question ${at + 1}: ${part} is ${found[part]}, not ${hash}`);
        }
      }
    });
    const words = read('words', size);
    const finds = await page.evaluate((words) => window.finds(words), words.map(([word]) => word));
    words.forEach(([word, hash], at) => {
      if (finds.hashes[at] !== hash) throw new Error(`${engine}, ${size} rows: ${word} is not in the rows found`);
    });
    return { load, times, finds: finds.times, memory: after - before, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await browser.close();
  }
}

const sorted = (numbers) => numbers.toSorted((one, two) => one - two);
const quantile = (numbers, share) => sorted(numbers)[Math.ceil(numbers.length * share) - 1];
const median = (numbers) => quantile(numbers, 0.5);

/** Each question's time is the median of the rounds; then the quantiles over the questions. */
function summary(rounds, size) {
  const medians = (part) => rounds[0][part].map((_, question) => median(rounds.map((round) => round[part][question])));
  const times = medians('times');
  const trace = read('trace', size);
  const steps = times.slice(0, trace.length);
  const isSet = ({ state }, at) => state.text !== null && state.text !== (trace[at - 1]?.state.text ?? null);
  const alone = (isWanted) => read('searches', size).map(({ state }, at) => [state, times[trace.length + at]])
    .filter(([{ text }]) => isWanted([...text].length)).map(([, time]) => time);
  return {
    n: rounds.length,
    load: median(rounds.map(({ load }) => load)),
    memory: median(rounds.map(({ memory }) => memory)),
    steps,
    p50: quantile(steps, 0.5),
    p95: quantile(steps, 0.95),
    max: quantile(steps, 1),
    set: steps.filter((_, at) => isSet(trace[at], at)),
    finds: medians('finds'),
    words: alone((length) => length > 1),
    characters: alone((length) => length === 1),
  };
}

/** All that an engine is, compressed, in KB. */
function weight(engine) {
  const own = join(folder, 'site', engine);
  const fetched = existsSync(own) ? readdirSync(own).map((name) => join(own, name)) : [];
  const files = [join(folder, 'site', OURS.includes(engine) ? 'ybz.js' : `${engine}.js`), ...fetched];
  return files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length).reduce((sum, n) => sum + n, 0) / 1024;
}

function table(heads, rows) {
  const line = (cells) => `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;
  return [line(heads), line(heads.map((_, at) => (at < 2 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Three digits are what a time is worth. */
const figure = (number) => (number >= 100 ? number.toFixed(0) : number.toFixed(number >= 10 ? 1 : 2));
const times = (numbers) => [0.5, 0.95].map((share) => (numbers.length === 0 ? '–' : figure(quantile(numbers, share))));

const list = engines.split(',');
const gzip = Object.fromEntries(list.map((engine) => [engine, weight(engine)]));
const all = {};
for (const size of sizes.split(',')) {
  const rounds = Object.fromEntries(list.map((engine) => [engine, []]));
  for (let round = 0; round < Number(nRounds); round++) {
    for (const engine of list) {
      if (rounds[engine].some(({ seconds }) => seconds > PATIENCE)) continue;
      rounds[engine].push(await measure(engine, size));
    }
  }
  all[size] = Object.fromEntries(list.map((engine) => [engine, summary(rounds[engine], size)]));
  console.log(`${size} rows: ${list.map((engine) => `${engine} ${figure(all[size][engine].p50)} / ${figure(all[size][engine].p95)}`).join(', ')}`);
}
server.close();

const peers = list.filter((engine) => !OURS.includes(engine));
const ratio = (size, engine, part) => {
  if (peers.length === 0) return '–';
  const ratio = Math.min(...peers.map((peer) => all[size][peer][part])) / all[size][engine][part];
  return ratio < 0.095 ? Number(ratio.toPrecision(1)).toString() : ratio.toFixed(1);
};
const rowsOf = (cells) => Object.keys(all).flatMap((size) => list.map((engine, at) => {
  const row = all[size][engine];
  const isShort = row.n < Number(nRounds);
  const name = `${NAMES[engine] ?? engine}${isShort ? ` (${row.n} round${row.n > 1 ? 's' : ''})` : ''}`;
  return [at === 0 ? Number(size).toLocaleString('en') : '', name, ...cells(row, size, engine)];
}));
console.log(`
Median of ${nRounds} rounds, fewer where a round takes longer than ${PATIENCE} s; after ${nWarmUp} questions that count as load.
ms, MB, KB by gzip; × is how many times faster than the fastest of the others.
`);
console.log(table(
  ['rows', 'engine', 'load', 'p50', 'p95', 'max', 'memory', 'gzip', '× p50', '× p95'],
  rowsOf((row, size, engine) => [row.load.toFixed(0), figure(row.p50), figure(row.p95), figure(row.max),
    row.memory.toFixed(0), gzip[engine].toFixed(0), ratio(size, engine, 'p50'), ratio(size, engine, 'p95')]),
));
console.log('\nSearches: words found, nothing else asked; the steps that set one, among filters; and asked without a filter, words of two characters or more and single characters. ms.\n');
console.log(table(
  ['rows', 'engine', 'found: p50', 'p95', 'steps: p50', 'p95', 'words alone: p50', 'p95', 'one character alone: p50', 'p95'],
  rowsOf(({ finds, set, words, characters }) => [...times(finds), ...times(set), ...times(words), ...times(characters)]),
));
const measured = Object.keys(all);
for (let at = 1; at < measured.length; at++) {
  const [small, large] = [measured[at - 1], measured[at]];
  const growth = list.map((engine) => {
    const times = (part) => (all[large][engine][part] / all[small][engine][part]).toFixed(1);
    return `${engine} ${times('p50')} / ${times('p95')}`;
  });
  console.log(`\nGrowth from ${small} to ${large} rows, p50 / p95: ${growth.join(', ')}`);
}
for (const size of measured) {
  console.log(`\nSteps of ${list[0]} at ${size} rows: ${all[size][list[0]].steps.map((time) => time.toFixed(1)).join(' ')}`);
}
