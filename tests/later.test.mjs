// What the first view does not need is read after it, and may be late or fail.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOneFile, openSite } from './support/app.mjs';

/** Answers for the second part of the program as `answer` says. */
const withLater = (answer) => ({ before: (page) => page.route('**/later-*.wasm', answer) });

const goToTasks = (visit) =>
  visit.page.getByRole('navigation').getByRole('link', { name: '任务', exact: true }).click();

test('the overview stands while the rest is read, and a view says that it is waited for', async (t) => {
  let release = () => {};
  const read = new Promise((resolve) => { release = resolve; });
  const visit = await openSite(t, '', withLater(async (route) => {
    await read;
    await route.continue();
  }));
  await visit.started();
  await visit.page.locator('.overview-coverage').waitFor();
  await goToTasks(visit);
  await visit.page.getByText('正在读取这一部分').waitFor();
  release();
  await visit.page.locator('.tasks').waitFor();
  assert.equal(await visit.page.getByText('正在读取这一部分').count(), 0);
  visit.expectNoComplaint();
});

test('a part that could not be read says so, and is read again', async (t) => {
  let isCut = true;
  const visit = await openSite(t, '', withLater((route) => (isCut ? route.abort() : route.continue())));
  await visit.started();
  await goToTasks(visit);
  await visit.page.getByText('这一部分没有读出来').waitFor();
  isCut = false;
  await visit.page.getByRole('button', { name: '再读一次' }).click();
  await visit.page.locator('.tasks').waitFor();
});

test('a dialog asked for too early comes, and has the focus, when it has been read', async (t) => {
  let release = () => {};
  const read = new Promise((resolve) => { release = resolve; });
  const visit = await openSite(t, '', withLater(async (route) => {
    await read;
    await route.continue();
  }));
  await visit.started();
  await visit.page.keyboard.press('Control+k');
  await visit.page.getByRole('dialog').getByText('正在读取这一部分').waitFor();
  release();
  await visit.page.getByRole('dialog').getByRole('combobox').waitFor();
  await visit.page.waitForFunction(() => document.activeElement?.closest('.modal'));
});

test('the one file has all of its parts inside', async (t) => {
  const visit = await openOneFile(t);
  await visit.started();
  await goToTasks(visit);
  await visit.page.locator('.tasks').waitFor();
  visit.expectNoComplaint();
  assert.deepEqual(visit.requests.filter((address) => address.endsWith('.wasm')), []);
});
