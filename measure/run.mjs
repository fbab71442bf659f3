// Measures a built site as a reader meets it: its start, Lighthouse, fifty acts, scrolling.
//
//     node run.mjs SITE WHAT
//
// SITE is a folder; WHAT names parts of `start,lighthouse,acts,scroll`; `each` lists every act.
// Prints Markdown.

import { resolve } from 'node:path';
import { chromium } from '../node_modules/playwright-core/index.mjs';
import { acts, scrolling } from './acts.mjs';
import { ms, quantile, table } from './figures.mjs';
import { serve } from './host.mjs';
import { lighthouse } from './lighthouse.mjs';
import { starts } from './start.mjs';

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
