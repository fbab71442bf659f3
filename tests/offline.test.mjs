// The site as the browser keeps it: without a network, over versions, after damage, installed;
// and on plain http, where a browser keeps nothing and has no clipboard to offer.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { test } from 'node:test';
import { openAt, SITE, startBrowser } from './support/app.mjs';
import { BOOT, draw, ICONS } from './support/icons.mjs';
import { serveSite } from './support/server.mjs';

/** A host whose files a test can change: `host.change(path, bytes)`, as `serveSite` has it. */
async function changingHost(t) {
  const changes = { now: (path, bytes) => bytes };
  const host = await serveSite(SITE, { change: (path, bytes) => changes.now(path, bytes) });
  t.after(() => host.close());
  return { ...host, changes };
}

/** Opens the site and waits until the browser has kept it whole. */
async function openKept(t, host, address = '', options = {}) {
  const visit = await (await openAt(t, host.url, address, options)).started();
  await visit.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  return visit;
}

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('base64');

/** A second version of the site: another page, its hash in the worker's list. */
function secondVersion(mark = 'second') {
  const page = (bytes) => Buffer.from(bytes.toString().replace('</head>', `<meta name="edition" content="${mark}"></head>`));
  return (path, bytes) => {
    if (basename(path) === 'index.html') { return page(bytes); }
    if (basename(path) !== 'worker.js') { return bytes; }
    return bytes.toString()
      .replace(/("index\.html": )"[^"]*"/, (_, key) => `${key}"${sha256(page(indexHtml))}"`)
      .replace(/VERSION = "[^"]*"/, `VERSION = "${mark}"`);
  };
}

const indexHtml = await readFile(`${SITE}/index.html`);
/** The mark of the page that answered. */
const edition = (visit) => visit.page.evaluate(() => document.querySelector('meta[name=edition]')?.content ?? 'first');
const cacheNames = (visit) => visit.page.evaluate(() => caches.keys());

/** Asks the host for a newer worker, and waits until that is in or has failed. */
const update = (visit) => visit.page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const found = new Promise((resolve) => { registration.addEventListener('updatefound', () => resolve(registration.installing)); });
  await registration.update();
  const worker = registration.installing ?? registration.waiting ?? await found;
  while (worker.state === 'installing') {
    await new Promise((resolve) => { worker.addEventListener('statechange', resolve, { once: true }); });
  }
  return worker.state;
});

test('the site opens without a network after the first visit, charts and all', async (t) => {
  const host = await serveSite(SITE);
  t.after(() => host.close());
  const visit = await openKept(t, host, '?v=tasks&y=2023');
  await host.close();
  await (await visit.reload()).started();
  await visit.page.getByRole('heading', { level: 1, name: /共 138 项/ }).waitFor();
  // No chart was shown before, so the drawing library was read for keeping alone.
  await visit.page.goto(`${host.url}?v=compare&i=lifts`);
  await visit.page.locator('.chart-place svg').first().waitFor();
  await visit.page.goto(`${host.url}index.html?v=checks`);
  await visit.page.getByRole('heading', { name: '原文对不上' }).waitFor();
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('a new version is told, and taken whole when the reader asks for it', async (t) => {
  const host = await changingHost(t);
  const visit = await openKept(t, host, '?v=tasks&y=2023');
  host.changes.now = secondVersion();
  await (await visit.reload()).started();
  assert.equal(await edition(visit), 'first', 'the first version answers');
  const notice = visit.page.getByRole('status').filter({ hasText: '有新版本，重新打开即可' });
  await notice.waitFor();
  assert.equal(await visit.page.getByText('A new version').isVisible(), false);
  await visit.page.getByRole('link', { name: 'EN' }).click();
  await visit.page.getByText('A new version is here').waitFor();
  await visit.page.goBack();
  assert.equal(await edition(visit), 'first', 'and goes on answering');
  await notice.getByRole('button', { name: '重新打开' }).click();
  await visit.page.waitForFunction(() => document.querySelector('meta[name=edition]'));
  await visit.started();
  await visit.page.getByRole('heading', { level: 1, name: /共 138 项/ }).waitFor();
  await notice.waitFor({ state: 'detached' });
  await host.close();
  await (await visit.reload()).started();
  assert.equal(await edition(visit), 'second');
  visit.expectNoStranger();
});

test('a wall, where nobody presses anything, takes a new version by itself', async (t) => {
  const host = await changingHost(t);
  const visit = await openKept(t, host, '?kiosk=tv');
  host.changes.now = secondVersion();
  await visit.page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
  await visit.page.waitForFunction(() => document.querySelector('meta[name=edition]'));
  await visit.started();
  assert.match(visit.address(), /kiosk=tv/);
  assert.equal(await visit.page.locator('#fresh').count(), 0);
});

test('a version that is not whole on its host is not taken', async (t) => {
  const host = await changingHost(t);
  const visit = await openKept(t, host);
  const second = secondVersion();
  // The list is there already, the page is still the one before.
  host.changes.now = (path, bytes) => (basename(path) === 'worker.js' ? second(path, bytes) : bytes);
  assert.equal(await update(visit), 'redundant');
  assert.equal(await visit.page.locator('#fresh').count(), 0);
  assert.equal((await cacheNames(visit)).length, 1, 'nothing is left of the attempt');
  await host.close();
  await (await visit.reload()).started();
});

test('pages of the version before go on working beside the new one', async (t) => {
  const host = await changingHost(t);
  const visit = await openKept(t, host);
  // In the second version the drawing library has another name.
  const charts = /charts-[0-9a-z]+\.js/g;
  const renamed = (text) => text.toString().replace(charts, 'charts-second.js');
  const page = Buffer.from(renamed(indexHtml));
  host.changes.now = (path, bytes) => {
    if (basename(path) === 'index.html') { return page; }
    if (charts.test(basename(path))) { return null; }
    if (basename(path) === 'charts-second.js') { return Buffer.from('window.echarts = null;'); }
    if (basename(path) !== 'worker.js') { return bytes; }
    return renamed(bytes)
      .replace(/("index\.html": )"[^"]*"/, (_, key) => `${key}"${sha256(page)}"`)
      .replace(/("charts-second\.js": )"[^"]*"/, (_, key) => `${key}"${sha256('window.echarts = null;')}"`)
      .replace(/VERSION = "[^"]*"/, 'VERSION = "second"');
  };
  assert.equal(await update(visit), 'installed');
  await visit.page.evaluate(async () => {
    (await navigator.serviceWorker.getRegistration()).waiting.postMessage('take over');
    await new Promise((resolve) => { navigator.serviceWorker.addEventListener('controllerchange', resolve); });
  });
  await visit.page.getByRole('link', { name: '对比' }).first().click();
  await visit.page.getByRole('link', { name: '既有住宅加装电梯' }).first().click();
  await visit.page.locator('.chart-place svg').first().waitFor();
});

test('a broken or missing entry of the cache is read from the host and mended', async (t) => {
  const host = await serveSite(SITE);
  t.after(() => host.close());
  const visit = await openKept(t, host);
  const spoil = () => visit.page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const kept = await cache.keys();
    const programs = kept.filter(({ url }) => /\.wasm$/.test(url));
    const style = kept.find(({ url }) => /rest-.*\.css$/.test(url));
    const broken = () => new Response('not a program', { headers: { 'Content-Type': 'application/wasm' } });
    await Promise.all(programs.map((program) => cache.put(program, broken())));
    await cache.delete(style);
    return [...programs, style].map(({ url }) => url);
  });
  const lengths = (urls) => visit.page.evaluate((wanted) => Promise.all(wanted.map(async (url) =>
    (await (await caches.match(url))?.arrayBuffer())?.byteLength ?? null)), urls);
  const urls = await spoil();
  assert.deepEqual(await lengths(urls), [...urls.slice(1).map(() => 13), null]);
  await (await visit.reload()).started();
  // What other views need is read when the first one stands, so it is mended a little later.
  const sizes = await Promise.all(urls.map(async (url) => (await readFile(`${SITE}/${basename(url)}`)).length));
  await visit.page.waitForFunction(async ({ wanted, whole }) => {
    const found = await Promise.all(wanted.map(async (url) => (await (await caches.match(url))?.arrayBuffer())?.byteLength));
    return found.every((length, at) => length === whole[at]);
  }, { wanted: urls, whole: sizes });
  // The page still reads what has just been mended.
  await visit.page.waitForLoadState('networkidle');
  await host.close();
  await (await visit.reload()).started();
  visit.expectNoComplaint();
});

test('a cache that is gone altogether is filled again', async (t) => {
  const host = await serveSite(SITE);
  t.after(() => host.close());
  const visit = await openKept(t, host);
  await visit.page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  await (await visit.reload()).started();
  await host.close();
  await (await visit.reload()).started();
});

test('the site can be installed', async (t) => {
  const host = await serveSite(SITE);
  t.after(() => host.close());
  const visit = await openKept(t, host);
  const devtools = await visit.page.context().newCDPSession(visit.page);
  const { errors, data, url } = await devtools.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(url, `${host.url}site.webmanifest`);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A private window, such as every test has, cannot install anything; nothing else may be wrong.
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.lang, 'zh-CN');
  assert.equal(manifest.short_name, '一本账');
  for (const { src, sizes } of manifest.icons) {
    const png = await (await fetch(new URL(src, url))).arrayBuffer();
    const size = new DataView(png);
    assert.equal(`${size.getUint32(16)}x${size.getUint32(20)}`, sizes, src);
  }
  assert.deepEqual(manifest.icons.map(({ src }) => src).sort(), Object.keys(ICONS));
  for (const shortcut of manifest.shortcuts) {
    await visit.page.goto(new URL(shortcut.url, url).href);
    await visit.page.locator('nav a[aria-current]', { hasText: shortcut.name }).waitFor();
  }
  visit.expectNoComplaint();
});

test('the icons are drawn from their one source, and so is that of the tab', async (t) => {
  const browser = await startBrowser();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const svg = await readFile(new URL('icon.svg', BOOT), 'utf8');
  const tab = decodeURIComponent(/rel="icon" href="data:image\/svg\+xml,([^"]*)"/.exec(indexHtml)[1]);
  assert.equal(tab, svg.trim());
  for (const [name, icon] of Object.entries(ICONS)) {
    const png = await readFile(new URL(name, BOOT), 'base64');
    const drawn = await page.evaluate(draw, { svg, ...icon });
    const apart = await page.evaluate(async ([a, b]) => {
      const [one, other] = await Promise.all([a, b].map(async (src) => {
        const image = Object.assign(new Image(), { src });
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        canvas.getContext('2d').drawImage(image, 0, 0);
        return canvas.getContext('2d').getImageData(0, 0, image.width, image.height).data;
      }));
      return one.length === other.length ? one.filter((value, at) => Math.abs(value - other[at]) > 8).length : -1;
    }, [`data:image/png;base64,${png}`, drawn]);
    assert.equal(apart, 0, name);
  }
});

test('on plain http in an office nothing is kept, nothing fails, and copying works', async (t) => {
  // Not this machine by name, so not a secure context, as on any intranet.
  const browser = await startBrowser(['--host-resolver-rules=MAP intranet.example 127.0.0.1']);
  t.after(() => browser.close());
  const host = await serveSite(SITE);
  t.after(() => host.close());
  const office = host.url.replace('127.0.0.1', 'intranet.example');
  const visit = await (await openAt(t, office, '?v=tasks&y=2023', { on: browser })).started();
  const { page } = visit;
  assert.deepEqual(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, 'clipboard' in navigator]), [false, false, false]);
  await page.getByRole('button', { name: '复制链接' }).click();
  await page.keyboard.press('/');
  await page.locator('input[type=search]:focus').waitFor();
  await page.keyboard.press('Control+V');
  const pasted = await page.locator('input[type=search]:focus').inputValue();
  assert.ok(pasted.includes(`${office}?v=tasks&y=2023`), pasted);
  await page.keyboard.press('Escape');
  for (const view of ['总览', '对比', '区县', '部门', '进度', '核验', '说明']) {
    await page.getByRole('navigation').first().getByRole('link', { name: view }).click();
    await page.locator('nav a[aria-current]', { hasText: view }).waitFor();
  }
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('a first version that did not come in whole is asked for once more', async (t) => {
  const host = await changingHost(t);
  // The list of the worker names a page that is not on the host yet.
  host.changes.now = (path, bytes) => (basename(path) === 'worker.js' ? secondVersion()(path, bytes) : bytes);
  const visit = await (await openAt(t, host.url)).started();
  await visit.page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()));
  host.changes.now = (path, bytes) => bytes;
  await visit.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
});
