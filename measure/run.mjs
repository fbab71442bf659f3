// Measures a built site as a reader meets it: its start, Lighthouse, fifty acts, scrolling, and
// changes of view with a year pressed in each.
//
//     node run.mjs SITE WHAT
//
// SITE is a folder; WHAT names parts of `start,lighthouse,acts,scroll,views`; `each` lists every
// act.
// Prints Markdown.

import { resolve } from 'node:path';
import { chromium } from '../node_modules/playwright-core/index.mjs';
import { acts, scrolling } from './acts.mjs';
import { ms, quantile, table } from './figures.mjs';
import { serve } from './host.mjs';
import { lighthouse } from './lighthouse.mjs';
import { starts } from './start.mjs';
import { views } from './views.mjs';

const [folder, what] = process.argv.slice(2);
const wanted = new Set(what.split(','));
const VIEWS = { 总览: '', 任务: '?v=tasks' };

const host = await serve(resolve(folder));
const launch = (args = []) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
});
const say = (text) => process.stdout.write(`${text}\n`);

try {
  const browser = await launch();
  if (wanted.has('start')) {
    const found = await starts(browser, host.url, VIEWS, { runs: 7, slowRuns: 5 });
    say('\nFrom navigation to a usable page, ms, median\n');
    say(table(['view', 'this machine', '4 times slower, 1.6 Mbit/s'],
      Object.entries(found).map(([name, { here, slow }]) => [name, ms(here), ms(slow)])));
  }
  if (wanted.has('acts')) {
    const found = await acts(browser, `${host.url}?v=tasks`);
    if (wanted.has('each')) {
      found.forEach(({ name, first, settled }, at) => say(`${at + 1} ${name} ${ms(first)} ${ms(settled)}`));
    }
    const names = ['all', ...new Set(found.map(({ name }) => name))];
    const rows = names.map((name) => {
      const some = found.filter((act) => name === 'all' || act.name === name);
      const figures = (of, ...shares) => shares.map((share) => ms(quantile(some.map((act) => act[of]), share)));
      return [name, some.length, ...figures('first', 0.5, 0.95, 1), ...figures('settled', 0.5, 0.95, 1)];
    });
    say('\nFrom input to painted frame, ms: the first frame after it, and the last that changed\n');
    say(table(['act', 'acts', 'p50', 'p95', 'max', 'last p50', 'p95', 'max'], rows));
  }
  if (wanted.has('views')) {
    const found = await views(browser, host.url);
    if (wanted.has('each')) {
      found.forEach(({ name, act, first, settled }) => say(`${name} ${act} ${ms(first)} ${ms(settled)}`));
    }
    const kinds = [...new Set(found.map(({ act }) => act))];
    const names = ['all', ...new Set(found.map(({ name }) => name))];
    const middle = (some, of) => (some.length ? ms(quantile(some.map((act) => act[of]), 0.5)) : '');
    const rows = names.map((name) => [name, ...kinds.flatMap((kind) => {
      const some = found.filter((act) => act.act === kind && (name === 'all' || act.name === name));
      return [middle(some, 'first'), middle(some, 'settled')];
    })]);
    say('\nFrom input to painted frame, ms, median: the first frame after it, and the last that changed\n');
    say(table(['view', ...kinds.flatMap((kind) => [kind, 'last'])], rows));
    const all = (of) => [0.5, 0.95, 1].map((share) => ms(quantile(found.map((act) => act[of]), share))).join(' / ');
    say(`\nAll ${found.length} acts, p50 / p95 / max: first frame ${all('first')}, last ${all('settled')}`);
  }
  if (wanted.has('scroll')) {
    const { frames, late, longest } = await scrolling(browser, `${host.url}?v=tasks`);
    say(`\nScrolling for three seconds: ${frames} frames, ${late} later than 25 ms, longest ${ms(longest)} ms`);
  }
  await browser.close();
  if (wanted.has('lighthouse')) {
    const rows = [];
    for (const [name, address] of Object.entries(VIEWS)) { rows.push([name, ...await lighthouse(host.url + address)]); }
    say('\nLighthouse, mobile profile, median of three by score\n');
    say(table(['view', 'performance', 'first paint', 'largest paint', 'blocked', 'speed index', 'shift'], rows));
  }
} finally {
  await host.close();
}
