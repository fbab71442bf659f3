// The keyboard: single keys, the list of them, and the field that finds anything.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const says = (visit, words) => visit.page.getByRole('heading', { level: 1, name: words }).waitFor();
const help = (visit) => visit.page.getByRole('dialog', { name: '快捷键' });
const palette = (visit) => visit.page.getByRole('dialog', { name: '快速去处' });
const field = (visit) => palette(visit).getByRole('combobox');
const current = (visit) => visit.page.getByRole('navigation', { name: '视图' }).locator('[aria-current]');

async function opened(t, address) {
  const visit = await (await openSite(t, address)).started();
  await visit.page.getByRole('main').waitFor();
  return visit;
}

/** Waits until the element has the focus. */
const hasFocus = (visit, element) => element.evaluate((node) => new Promise((resolve) => {
  const look = () => (document.activeElement === node ? resolve() : requestAnimationFrame(look));
  look();
}));

test('the first Tab of every page is the way past the bar', async (t) => {
  for (const address of ['', '?v=tasks', '?v=checks']) {
    const visit = await opened(t, address);
    await visit.page.keyboard.press('Tab');
    await hasFocus(visit, visit.page.getByRole('link', { name: '跳到正文' }));
  }
});

test('a digit goes to the view of that place in the bar and keeps the filter', async (t) => {
  const visit = await opened(t, '?y=2023');
  for (const [key, name] of [['2', '任务'], ['6', '进度'], ['7', '核验'], ['1', '总览']]) {
    await visit.page.keyboard.press(key);
    await current(visit).filter({ hasText: name }).waitFor();
    assert.match(visit.address(), /y=2023/);
  }
  await visit.page.goBack();
  await current(visit).filter({ hasText: '核验' }).waitFor();
});

test('brackets step through the years with a document, and Shift O clears the filter', async (t) => {
  const visit = await opened(t, '?v=tasks');
  await visit.page.keyboard.press('[');
  await says(visit, /2024年.*共 170 项/);
  await visit.page.keyboard.press('[');
  await says(visit, /2023年.*共 138 项/);
  await visit.page.keyboard.press(']');
  await says(visit, /2024年.*共 170 项/);
  await visit.page.keyboard.press(']');
  await visit.page.keyboard.press('Shift+O');
  await says(visit, /共 626 项/);
});

test('c copies the link and says so', async (t) => {
  const visit = await opened(t, '?v=tasks&y=2023');
  await visit.page.keyboard.press('c');
  await visit.page.getByText('链接已复制').waitFor();
  await visit.page.keyboard.press('/');
  const search = visit.page.getByRole('searchbox', { name: '搜索' }).first();
  await hasFocus(visit, search);
  await visit.page.keyboard.press('Control+V');
  assert.match(await search.inputValue(), /^http.*\?v=tasks&y=2023&d=1\.[0-9a-f]{8}\.138$/);
});

test('the help holds the focus, closes by Esc and gives the focus back', async (t) => {
  const visit = await opened(t, '?v=tasks');
  const opener = visit.page.getByRole('banner').getByRole('button', { name: '快捷键' });
  await opener.focus();
  await visit.page.keyboard.press('Enter');
  const close = help(visit).getByRole('button', { name: '关闭' });
  await hasFocus(visit, close);
  const box = help(visit).getByRole('checkbox');
  await visit.page.keyboard.press('Tab');
  await hasFocus(visit, box);
  await visit.page.keyboard.press('Tab');
  await hasFocus(visit, close);
  await visit.page.keyboard.press('Shift+Tab');
  await hasFocus(visit, box);
  await visit.page.keyboard.press('Escape');
  await help(visit).waitFor({ state: 'detached' });
  await hasFocus(visit, opener);
});

test('single keys can be switched off, and stay off', async (t) => {
  const visit = await opened(t, '?v=tasks');
  await visit.page.keyboard.press('?');
  await help(visit).getByRole('checkbox').uncheck();
  await visit.page.keyboard.press('Escape');
  await help(visit).waitFor({ state: 'detached' });
  await (await visit.reload()).started();
  await visit.page.getByRole('main').waitFor();
  await visit.page.keyboard.press('6');
  await visit.page.keyboard.press('d');
  await visit.page.keyboard.press('?');
  // What has a modifier acts all the same; by then the others would have acted.
  await visit.page.keyboard.press('Control+k');
  await palette(visit).waitFor();
  assert.equal(await visit.page.getByRole('dialog').count(), 1);
  assert.match(visit.address(), /^\?v=tasks$/);
});

test('no single key acts while something is typed', async (t) => {
  const visit = await opened(t, '?v=tasks');
  await visit.page.keyboard.press('/');
  await visit.page.keyboard.type('d6?c');
  await says(visit, /含“d6\?c”/);
  assert.equal(await visit.page.getByRole('dialog').count(), 0);
});

test('the palette finds a unit by initials and goes there by Enter', async (t) => {
  const visit = await opened(t, '?v=tasks&y=2023');
  await visit.page.keyboard.press('Control+k');
  await hasFocus(visit, field(visit));
  await visit.page.keyboard.type('jsj');
  const first = palette(visit).getByRole('option', { name: /^市建设局/, selected: true });
  await first.waitFor();
  // It leads 37 tasks of the five documents.
  assert.match(await first.innerText(), /牵头 37/);
  assert.equal(await field(visit).getAttribute('aria-activedescendant'), await first.getAttribute('id'));
  await visit.page.keyboard.press('Enter');
  await palette(visit).waitFor({ state: 'detached' });
  await current(visit).filter({ hasText: '部门' }).waitFor();
  assert.equal(visit.address(), '?v=departments&of=jx-jsj');
  visit.expectNoComplaint();
});

test('the palette finds regions, indicators and tasks, and arrows go round', async (t) => {
  const visit = await opened(t, '');
  await visit.page.keyboard.press('Control+k');
  await hasFocus(visit, field(visit));
  await visit.page.keyboard.type('电梯');
  const options = palette(visit).getByRole('option');
  await options.filter({ hasText: '指标' }).first().waitFor();
  await options.filter({ hasText: '完成既有住宅加装电梯100台' }).first().waitFor();
  await visit.page.keyboard.press('ArrowUp');
  const last = options.last();
  assert.equal(await last.getAttribute('aria-selected'), 'true');
  await visit.page.keyboard.press('ArrowDown');
  assert.equal(await options.first().getAttribute('aria-selected'), 'true');
  await field(visit).fill('phs');
  await options.filter({ hasText: '平湖市' }).filter({ hasText: '区县' }).click();
  await current(visit).filter({ hasText: '区县' }).waitFor();
  assert.match(visit.address(), /^\?v=districts&in=/);
});

test('nothing acts while an input method composes', async (t) => {
  const visit = await opened(t, '?v=tasks');
  await visit.page.keyboard.press('Control+k');
  await hasFocus(visit, field(visit));
  const client = await visit.page.context().newCDPSession(visit.page);
  await client.send('Input.imeSetComposition', { text: 'jiao', selectionStart: 4, selectionEnd: 4 });
  // The Enter that ends a composition belongs to the input method.
  await field(visit).evaluate((input) => {
    const press = (key) => input.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true }));
    press('Enter');
    press('Escape');
  });
  assert.equal(await palette(visit).count(), 1);
  assert.equal(visit.address(), '?v=tasks');
  await client.send('Input.insertText', { text: '教育' });
  await palette(visit).getByRole('option', { name: /^教育/ }).first().waitFor();
  assert.equal(await field(visit).inputValue(), '教育');
});
