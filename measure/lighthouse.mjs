// Lighthouse's judgement of a start, in its mobile profile with simulated slowness.

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/lighthouse/cli/index.js');

function once(address, out) {
  const flags = '--headless=new --no-sandbox --disable-gpu --disable-background-networking';
  const args = [CLI, address, '--quiet', '--only-categories=performance', '--output=json', `--output-path=${out}`,
    '--no-enable-error-reporting', `--chrome-flags=${flags}`];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
    });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`lighthouse ended with ${code}`))));
  });
}

/** Score, paints, blocked time, speed index and shift of the middle one of three runs. */
export async function lighthouse(address) {
  const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
  try {
    const runs = [];
    for (let run = 0; run < 3; run += 1) {
      const out = join(folder, `${run}.json`);
      await once(address, out);
      runs.push(JSON.parse(await readFile(out, 'utf8')));
    }
    runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
    const { categories, audits } = runs[1];
    const value = (name) => `${audits[name].numericValue.toFixed(0)} ms`;
    return [categories.performance.score.toFixed(2), value('first-contentful-paint'), value('largest-contentful-paint'),
      value('total-blocking-time'), value('speed-index'), audits['cumulative-layout-shift'].numericValue.toFixed(3)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
