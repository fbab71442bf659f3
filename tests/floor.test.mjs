// The oldest browser that the page promises to run in, for real: Chromium 86 of 2020,
// the kernel of 360's version 13 browsers. The journey in browsers.test.mjs goes through it as
// well; here its console is read.
//
// The driver's own waiting needs newer functions of the page; waitForFunction does not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ONE_FILE, SITE } from './support/app.mjs';
import { noOldChromium as skip, oldChromium } from './support/old-chromium.mjs';
import { serveSite } from './support/server.mjs';

/** Opens an address in Chromium 86, waits for a heading, and returns what went wrong. */
async function complaintsOf(t, url) {
  // In its one process, this old browser does not always close when it is asked to.
  const server = await chromium.launchServer(await oldChromium());
  t.after(() => server.kill());
  const browser = await chromium.connect(server.wsEndpoint());
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

test('the one file opens in Chromium 86', { skip }, async (t) => {
  assert.deepEqual(await complaintsOf(t, pathToFileURL(ONE_FILE).href), []);
});

test('the site opens in Chromium 86', { skip }, async (t) => {
  const host = await serveSite(SITE);
  t.after(() => host.close());
  assert.deepEqual(await complaintsOf(t, host.url), []);
});
