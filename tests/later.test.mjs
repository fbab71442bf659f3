// What the first view does not need is read after it, and may be late or fail.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ONE_FILE, openAt, openOneFile, openSite } from './support/app.mjs';

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

test('the one file unpacks a part when it is needed, and not before', async (t) => {
  const visit = await openOneFile(t);
  await visit.started();
  await visit.page.locator('[id^="./rest-"][id$=".wasm"]').waitFor({ state: 'detached' });
  await visit.page.locator('[id^="./rest-"][id$=".css"]').waitFor({ state: 'detached' });
  assert.equal(await visit.page.locator('#charts').count(), 1);
  assert.equal(await visit.page.evaluate(() => window.echarts), undefined);
  await visit.page.getByRole('navigation').getByRole('link', { name: '对比', exact: true }).click();
  await visit.page.locator('main a[href*="i=lifts"]').first().click();
  await visit.page.locator('.chart-place svg').first().waitFor();
  assert.equal(await visit.page.locator('#charts').count(), 0);
  visit.expectNoComplaint();
});

/** What may be wrong with a part that was passed on by hand. */
const WRONG = {
  'has another byte': (code) => {
    const middle = code.length >> 1;
    return code.slice(0, middle) + (code[middle] === 'A' ? 'B' : 'A') + code.slice(middle + 1);
  },
  'lacks its end': (code) => code.slice(0, (code.length >> 3) * 4),
  'has a character of no code': (code) => `${code.slice(0, 400)}*${code.slice(401)}`,
  'is empty': () => '',
};

/** The part of the one file that no first view needs, by its address there. */
const REST = '\\./rest-[^"]*';

/** Opens the one file with the part whose id fits `id` changed. */
function openChanged(t, id, change, address) {
  const part = new RegExp(`(<script id="${id}"[^>]*>)([^<]*)`);
  return openSpoilt(t, (page) => page.replace(part, (_, tag, code) => tag + change(code)), address);
}

/** Opens the one file with `change` made to its text. */
function openSpoilt(t, change, address = '') {
  const page = readFileSync(ONE_FILE, 'utf8');
  const changed = change(page);
  assert.notEqual(changed, page);
  const folder = mkdtempSync(join(tmpdir(), 'yibenzhang-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'yibenzhang.html');
  writeFileSync(path, changed);
  return openAt(t, pathToFileURL(path).href, address);
}

for (const [how, change] of Object.entries(WRONG)) {
  for (const [id, part] of [[REST, 'a later part'], ['unpack', 'the decoder']]) {
    test(`the one file says so where ${part} ${how}`, async (t) => {
      const visit = await openChanged(t, id, change);
      await visit.started();
      await visit.page.locator('.overview-coverage').waitFor();
      await goTo(visit, '对比');
      const says = visit.page.getByText('这一部分没有读出来');
      await says.waitFor();
      const told = visit.page.waitForEvent('console');
      await visit.page.getByRole('button', { name: '再读一次' }).click();
      await told;
      await says.waitFor();
    });
  }

  test(`the one file says that it is not whole where its program ${how}`, async (t) => {
    const visit = await openChanged(t, 'wasm', change);
    await visit.page.getByRole('alert').getByText('这个文件不完整').waitFor();
  });

  test(`the one file says so at a link to another view where its part ${how}`, async (t) => {
    const visit = await openChanged(t, REST, change, '?v=compare');
    await visit.page.getByText('这一部分没有读出来').waitFor();
  });

  test(`a chart says that it was not drawn where the charts' part ${how}`, async (t) => {
    const visit = await openChanged(t, 'charts', change, '?v=compare&i=lifts');
    await visit.page.locator('.chart-state').getByText('图没有画出来').first().waitFor();
  });
}

for (const share of [0.2, 0.5, 0.9]) {
  test(`of the one file, its first ${share * 100} % say that they are not all`, async (t) => {
    const visit = await openSpoilt(t, (page) => page.slice(0, page.length * share));
    await visit.page.getByRole('alert').getByText('这个文件不完整').waitFor();
  });
}
