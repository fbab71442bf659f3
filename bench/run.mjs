// Runs every engine on the same rows in the same browser, alternating, each in a fresh page.
//
//     node run.mjs FOLDER SIZES RUNS ENGINES
//
// FOLDER holds what `cargo xtask bench` made: rows, trace and right answers of each size, and
// `site/` with a page and a script for each engine. An engine whose answer is not the right one
// ends the run.

import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '../node_modules/playwright-core/index.mjs';

const [folder, sizes, nRuns, engines] = process.argv.slice(2);

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

/** One engine in a page of its own, in a browser of its own. */
async function measure(engine, size) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc',
      '--disable-features=SpareRendererForSitePerProcess', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(`${origin}/site/index.html?${engine}`);
    await page.evaluate(() => window.ready);
    const before = await memory(browser);
    const load = await page.evaluate((rows) => window.load(rows), `/rows-${size}.bin`);
    const after = await memory(browser);
    const trace = JSON.parse(readFileSync(join(folder, `trace-${size}.json`), 'utf8'));
    const right = JSON.parse(readFileSync(join(folder, `answers-${size}.json`), 'utf8'));
    const { times, hashes } = await page.evaluate((steps) => window.steps(steps), trace.map(({ state }) => state));
    hashes.forEach((found, at) => {
      for (const [part, hash] of Object.entries(right[at + 1])) {
        if (found[part] !== hash) {
          throw new Error(`${engine}, ${size} rows, step ${at + 1}: ${part} is ${found[part]}, not ${hash}`);
        }
      }
    });
    return { load, times, memory: after - before };
  } finally {
    await browser.close();
  }
}

const sorted = (numbers) => numbers.toSorted((one, two) => one - two);
const median = (numbers) => quantile(numbers, 0.5);
const quantile = (numbers, share) => sorted(numbers)[Math.ceil(numbers.length * share) - 1];

/** Each step's time is the median of the runs; then the quantiles over the steps. */
function summary(runs) {
  const steps = runs[0].times.map((_, step) => median(runs.map(({ times }) => times[step])));
  return {
    load: median(runs.map(({ load }) => load)),
    p50: quantile(steps, 0.5),
    p95: quantile(steps, 0.95),
    max: quantile(steps, 1),
    memory: median(runs.map(({ memory }) => memory)),
    steps,
  };
}

const bytes = (names) => names.map((name) => gzipSync(readFileSync(join(folder, 'site', name)), { level: 9 }).length)
  .reduce((sum, n) => sum + n, 0);
const files = (engine) => {
  if (engine !== 'floor' && engine !== 'simd') return [`${engine}.js`];
  return ['ybz.js', `${engine}/bench.js`, `${engine}/bench_bg.wasm`];
};

const list = engines.split(',');
const all = {};
for (const size of sizes.split(',')) {
  const runs = Object.fromEntries(list.map((engine) => [engine, []]));
  for (let run = 0; run < Number(nRuns); run++) {
    for (const engine of list) runs[engine].push(await measure(engine, size));
  }
  const rows = list.map((engine) => ({ engine, gzip: bytes(files(engine)) / 1024, ...summary(runs[engine]) }));
  all[size] = Object.fromEntries(rows.map((row) => [row.engine, row]));
  const peers = rows.filter(({ engine }) => !['floor', 'simd'].includes(engine));
  const fastest = (part) => Math.min(...peers.map((row) => row[part]));
  const ratio = (row, part) => (peers.length === 0 ? '–' : (fastest(part) / row[part]).toFixed(1));
  console.log(`\n${size} rows, median of ${nRuns} runs; ms, MB, KB; × = times faster than the fastest peer\n`);
  console.log('| engine | load | p50 | p95 | max | memory | gzip | × p50 | × p95 |');
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const row of rows) {
    const cells = [row.engine, row.load.toFixed(0), row.p50.toFixed(2), row.p95.toFixed(2), row.max.toFixed(2),
      row.memory.toFixed(0), row.gzip.toFixed(0), ratio(row, 'p50'), ratio(row, 'p95')];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const { steps } = rows[0];
  const trace = JSON.parse(readFileSync(join(folder, `trace-${size}.json`), 'utf8'));
  const isSearch = ({ state }, at) => state.text !== null && state.text !== (trace[at - 1]?.state.text ?? null);
  const searches = trace.map((step, at) => [isSearch(step, at), steps[at]]).filter(([is]) => is).map(([, time]) => time);
  if (searches.length > 0) {
    console.log(`\nsteps of ${rows[0].engine} that set a search: p50 ${median(searches).toFixed(2)}, max ${quantile(searches, 1).toFixed(2)}`);
  }
  console.log(`steps of ${rows[0].engine}: ${steps.map((time) => time.toFixed(1)).join(' ')}`);
}
const measured = Object.keys(all);
for (let at = 1; at < measured.length; at++) {
  const [small, large] = [measured[at - 1], measured[at]];
  const growth = list.map((engine) => {
    const times = (part) => (all[large][engine][part] / all[small][engine][part]).toFixed(1);
    return `${engine} ${times('p50')} / ${times('p95')}`;
  });
  console.log(`\ngrowth from ${small} to ${large} rows, p50 / p95: ${growth.join(', ')}`);
}
server.close();
