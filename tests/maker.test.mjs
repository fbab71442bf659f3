// Files are made beside the page: it can be used meanwhile, says how far they are, and stops at a
// word; where there is no worker the page makes the same file itself.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openOneFile, openSite } from './support/app.mjs';
import { serveStranger } from './support/server.mjs';
import { readZip } from './support/tables.mjs';

const EDITIONS = { 'the site': openSite, 'the one file': openOneFile };
const dialog = (visit) => visit.page.getByRole('dialog', { name: /下载|Download/ });
const excel = (visit) => dialog(visit).getByRole('button', { name: /Excel/ });
const counted = (visit) => dialog(visit).getByText(/^626 (行|rows)$/).waitFor();

/** Opens the panel and waits until its tables are counted. */
async function openPanel(visit) {
  await visit.page.getByRole('main').waitFor();
  await visit.page.keyboard.press('d');
  await counted(visit);
}

/** The bytes of the workbook. */
async function workbook(visit) {
  const waiting = visit.page.waitForEvent('download');
  await excel(visit).click();
  return readFile(await (await waiting).path());
}

/** The parts of a workbook, without the time. */
function timeless(bytes) {
  const parts = [...readZip(bytes)];
  return parts.map(([name, text]) => [name, text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, 'TIME')]);
}

/** Notes every line that the panel says of its work, and the longest time without a frame. */
function watch() {
  window.said = [];
  const status = document.querySelector('[role="dialog"] [role="status"]');
  const note = () => { window.said.push(status.textContent); };
  new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  window.longest = 0;
  let last = performance.now();
  requestAnimationFrame(function frame() {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
    requestAnimationFrame(frame);
  });
}

const STEP = /^正在做第 (\d+) 张表，共 8 张：(.+)$/;

for (const [edition, open] of Object.entries(EDITIONS)) {
  test(`${edition} makes a workbook in a worker, says each table, and stays awake`, async (t) => {
    const visit = await (await open(t, '?v=tasks')).started();
    const started = visit.page.waitForEvent('worker');
    await openPanel(visit);
    await started;
    // Other work on the machine makes frames late, and never early.
    let longest = Infinity;
    for (let round = 0; round < 3; round++) {
      await visit.page.evaluate(watch);
      await workbook(visit);
      longest = Math.min(longest, await visit.page.evaluate(() => window.longest));
    }
    assert.ok(longest < 100, `${longest} ms without a frame`);
    t.diagnostic(`longest time without a frame: ${longest.toFixed(0)} ms`);
    const said = await visit.page.evaluate(() => window.said);
    const steps = said.map((words) => STEP.exec(words)).filter(Boolean);
    const tables = new Map(steps.map(([, nth, title]) => [Number(nth), title]));
    assert.deepEqual([...tables.keys()], [1, 2, 3, 4, 5, 6, 7, 8]);
    assert.equal(tables.get(1), '说明');
    assert.equal(tables.get(2), '任务');
    assert.equal(said.at(-1), '');
    visit.expectNoComplaint();
    visit.expectNoStranger();
  });

  test(`${edition} makes the same workbook without a worker, and lets the page breathe`, async (t) => {
    const usual = await (await open(t, '?v=tasks')).started();
    await openPanel(usual);
    const expected = timeless(await workbook(usual));
    const before = (page) => page.addInitScript(() => { delete window.Worker; });
    const visit = await (await open(t, '?v=tasks', { before })).started();
    await openPanel(visit);
    let longest = Infinity;
    for (let round = 0; round < 3; round++) {
      await visit.page.evaluate(watch);
      // A link's own host and folder are the only other thing that may differ.
      const found = timeless(await workbook(visit));
      const alike = (parts) => JSON.stringify(parts).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'HOST');
      assert.equal(alike(found), alike(expected));
      longest = Math.min(longest, await visit.page.evaluate(() => window.longest));
    }
    assert.ok(longest < 100, `${longest} ms without a frame`);
    t.diagnostic(`longest time without a frame: ${longest.toFixed(0)} ms`);
    assert.ok((await visit.page.evaluate(() => window.said)).some((words) => STEP.test(words)));
    assert.equal(visit.page.workers().length, 0);
    visit.expectNoComplaint();
  });
}

/** Starts the workbook and stops it, by the button, as soon as that is there. */
async function stopAtOnce() {
  const panel = document.querySelector('[role="dialog"]');
  const button = (words) => [...panel.querySelectorAll('button')].find((found) => found.textContent.includes(words));
  button('Excel').click();
  while (!button('取消')) { await new Promise(requestAnimationFrame); }
  button('取消').focus();
  button('取消').click();
}

for (const [hand, before] of Object.entries({
  'in a worker': () => {},
  'on the page': (page) => page.addInitScript(() => { delete window.Worker; }),
})) {
  test(`what was cancelled ${hand} is not saved, and the next one is`, async (t) => {
    const visit = await (await openSite(t, '?v=tasks', { before })).started();
    await openPanel(visit);
    const downloads = [];
    visit.page.on('download', (file) => downloads.push(file.suggestedFilename()));
    const ended = visit.page.workers().map((worker) => new Promise((resolve) => { worker.on('close', resolve); }));
    await visit.page.evaluate(stopAtOnce);
    await visit.page.getByText('已取消，没有存下文件。').waitFor();
    await dialog(visit).getByRole('button', { name: '取消' }).waitFor({ state: 'detached' });
    // The focus comes to the button that begins again; until then it is on the body, which holds
    // the button's words too.
    await visit.page.waitForFunction(() => document.activeElement.closest('button')?.textContent.includes('Excel'));
    await Promise.all(ended);
    const waiting = visit.page.waitForEvent('download');
    await visit.page.keyboard.press('Enter');
    const bytes = await readFile(await (await waiting).path());
    assert.equal(readZip(bytes).size > 10, true);
    // The answers to what was stopped would have come before.
    assert.equal(downloads.length, 1);
  });
}

test('closing the panel by Esc ends the work and the worker', async (t) => {
  const visit = await (await openSite(t, '?v=tasks')).started();
  await openPanel(visit);
  const downloads = [];
  visit.page.on('download', (file) => downloads.push(file));
  const [worker] = visit.page.workers();
  const ended = new Promise((resolve) => { worker.on('close', resolve); });
  await visit.page.evaluate(() => {
    const panel = document.querySelector('[role="dialog"]');
    [...panel.querySelectorAll('button')].find((found) => found.textContent.includes('Excel')).click();
    panel.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
  });
  await dialog(visit).waitFor({ state: 'detached' });
  await ended;
  await visit.page.keyboard.press('d');
  await counted(visit);
  assert.equal(downloads.length, 0);
  visit.expectNoComplaint();
});

test('a worker whose script is not there leaves the work to the page', async (t) => {
  const change = (path, bytes) => (/maker-/.test(path) ? null : bytes);
  const visit = await (await openSite(t, '?v=tasks', { host: { change } })).started();
  await openPanel(visit);
  assert.ok((await workbook(visit)).length > 10_000);
});

test('a worker that breaks off says so, and the next try has another', async (t) => {
  const visit = await (await openSite(t, '?v=tasks')).started();
  await openPanel(visit);
  const [worker] = visit.page.workers();
  await worker.evaluate(() => { setTimeout(() => { throw new Error('broken'); }); });
  await visit.page.getByText('没有做成，请再试一次。').waitFor();
  assert.ok((await workbook(visit)).length > 10_000);
});

test('the worker can send nothing to anyone, where the page makes it of a text', async (t) => {
  const visit = await (await openOneFile(t, '?v=tasks')).started();
  await openPanel(visit);
  const [worker] = visit.page.workers();
  const stranger = await serveStranger();
  t.after(() => stranger.close());
  const outcome = await worker.evaluate((address) => new Promise((resolve) => {
    self.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    // From a timer, because a tool's own calls are exempt.
    setTimeout(() => fetch(address, { mode: 'no-cors' }).then(() => resolve('sent'), () => {}));
  }), stranger.origin);
  assert.equal(outcome, 'connect-src');
  assert.deepEqual(stranger.asked, []);
});
