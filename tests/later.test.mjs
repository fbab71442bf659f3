// What the first view does not need is read after it, and may be late or fail.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOneFile, openSite } from './support/app.mjs';

/** Answers for the part of the program of that name as `answer` says. */
const withPart = (name, answer) => ({ before: (page) => page.route(`**/${name}-*.wasm`, answer) });

const goTo = (visit, view) =>
  visit.page.getByRole('navigation').getByRole('link', { name: view, exact: true }).click();

/** An answer that waits, and what lets it go on. */
function waiting() {
  let release = () => {};
  const read = new Promise((resolve) => { release = resolve; });
  return { release: () => release(), answer: async (route) => { await read; await route.continue(); } };
}

for (const [part, view, shown] of [['rest', '对比', '.compare'], ['tasks', '任务', '.tasks']]) {
  test(`the overview stands while ${part} is read, and ${view} says that it is waited for`, async (t) => {
    const { release, answer } = waiting();
    const visit = await openSite(t, '', withPart(part, answer));
    await visit.started();
    await visit.page.locator('.overview-coverage').waitFor();
    await goTo(visit, view);
    await visit.page.getByText('正在读取这一部分').waitFor();
    release();
    await visit.page.locator(shown).waitFor();
    assert.equal(await visit.page.getByText('正在读取这一部分').count(), 0);
    visit.expectNoComplaint();
  });

  test(`${part} that could not be read says so, and is read again`, async (t) => {
    let isCut = true;
    const visit = await openSite(t, '', withPart(part, (route) => (isCut ? route.abort() : route.continue())));
    await visit.started();
    await goTo(visit, view);
    await visit.page.getByText('这一部分没有读出来').waitFor();
    isCut = false;
    await visit.page.getByRole('button', { name: '再读一次' }).click();
    await visit.page.locator(shown).waitFor();
  });
}

test('a link to the list waits for the list alone, and an opened task for its panel', async (t) => {
  const { release, answer } = waiting();
  const visit = await openSite(t, '?v=tasks&y=2023', withPart('rest', answer));
  await visit.started();
  await visit.page.getByRole('heading', { level: 1, name: /共 138 项/ }).waitFor();
  await visit.page.locator('.task-text').first().click();
  await visit.page.locator('.panel').getByText('正在读取这一部分').waitFor();
  release();
  await visit.page.locator('.panel-text').waitFor();
  visit.expectNoComplaint();
});

test('a view whose own part is missing leads to words and no blank page', async (t) => {
  const visit = await openSite(t, '', withPart('overview', (route) => route.abort()));
  await visit.started();
  await visit.page.getByText('这一部分没有读出来').waitFor();
});

test('a dialog asked for too early comes, and has the focus, when it has been read', async (t) => {
  const { release, answer } = waiting();
  const visit = await openSite(t, '', withPart('rest', answer));
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
  await goTo(visit, '任务');
  await visit.page.locator('.tasks').waitFor();
  visit.expectNoComplaint();
  assert.deepEqual(visit.requests.filter((address) => address.endsWith('.wasm')), []);
});
