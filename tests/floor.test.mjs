// The oldest browser that the page promises to run in, for real: Chromium 86 of 2020,
// the kernel of 360's version 13 browsers. npm has one, made for servers.
//
// The driver's own waiting needs newer functions of the page; waitForFunction does not.

import assert from 'node:assert/strict';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { ONE_FILE, SITE } from './support/app.mjs';
import { serveSite } from './support/server.mjs';

const PACKED = fileURLToPath(new URL('../node_modules/chrome-aws-lambda/bin/chromium.br', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../node_modules/.chromium-86', import.meta.url));
const skip = process.platform === 'linux' && process.arch === 'x64' ? false : 'there is one for Linux on x64 only';

async function unpack() {
  if (existsSync(PROGRAM)) { return; }
  await writeFile(`${PROGRAM}.part`, brotliDecompressSync(await readFile(PACKED)));
  await chmod(`${PROGRAM}.part`, 0o755);
  await rename(`${PROGRAM}.part`, PROGRAM);
}

/** Opens an address in Chromium 86, waits for a heading, and returns what went wrong. */
async function complaintsOf(t, url) {
  const args = ['--single-process', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'];
  const browser = await chromium.launch({ executablePath: PROGRAM, args });
  t.after(() => browser.close());
  assert.match(browser.version(), /^86\./);
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') { complaints.push(message.text()); }
  });
  await page.goto(url);
  await page.waitForFunction(() => {
    const isStarted = !document.getElementById('boot') && document.querySelector('h1, h2');
    return isStarted || document.querySelector('#boot[data-state="failed"]');
  });
  const notice = await page.evaluate(() => document.getElementById('boot')?.innerText ?? '');
  return notice ? [notice, ...complaints] : complaints;
}

before(async () => {
  if (!skip) { await unpack(); }
});

test('the one file opens in Chromium 86', { skip }, async (t) => {
  assert.deepEqual(await complaintsOf(t, pathToFileURL(ONE_FILE).href), []);
});

test('the site opens in Chromium 86', { skip }, async (t) => {
  const host = await serveSite(SITE);
  t.after(() => host.close());
  assert.deepEqual(await complaintsOf(t, host.url), []);
});
