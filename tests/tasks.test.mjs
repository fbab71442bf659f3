// Finding tasks: choosing, excluding, searching, opening one, and going back, as a person would.
//
// The figures were counted by hand in the documents' tables, not read off the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const sentence = (visit) => visit.page.getByRole('heading', { level: 1 });
const list = (visit) => visit.page.getByRole('region', { name: '任务' });
const facets = (visit) => visit.page.getByRole('complementary', { name: '筛选' });
const says = (visit, words) => visit.page.getByRole('heading', { level: 1, name: words }).waitFor();

test('choosing and excluding is said in one sentence, and the link carries it', async (t) => {
  const visit = await (await openSite(t, '?v=tasks')).started();
  await facets(visit).getByRole('checkbox', { name: '2024', exact: true }).click();
  await says(visit, /共 170 项/);
  await facets(visit).getByRole('checkbox', { name: '2022', exact: true }).click();
  // A unit beyond the first few is found by its initials.
  await facets(visit).getByRole('button', { name: /另 \d+ 个/ }).first().click();
  await facets(visit).getByRole('searchbox').first().fill('jsj');
  await facets(visit).getByRole('checkbox', { name: '市建设局', exact: true }).first().click();
  await facets(visit).getByRole('button', { name: '不含五年任务' }).click();
  await says(visit, /2022、2024年.*市建设局牵头.*共 26 项/);
  assert.match(visit.address(), /y=2022,2024|y=2024,2022/);
  assert.match(visit.address(), /lead=jx-jsj/);
  assert.match(visit.address(), /s=-five-year/);
  assert.ok(visit.address().length < 100, visit.address());
  assert.match(await visit.page.title(), /共 26 项/);
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('a part of the sentence opens its choices in place, in any view', async (t) => {
  const visit = await (await openSite(t, '?v=progress&y=2023&s=-five-year')).started();
  const part = sentence(visit).getByRole('button', { name: '2023年' });
  await part.click();
  const choices = visit.page.getByRole('group', { name: '改这一项' });
  await choices.getByRole('checkbox', { name: '2024' }).click();
  await says(visit, /2023、2024年/);
  await visit.page.keyboard.press('Escape');
  await choices.waitFor({ state: 'detached' });
  assert.equal(await visit.page.evaluate(() => document.activeElement.dataset.part), 'y');
  await sentence(visit).getByRole('button', { name: '不含五年任务' }).click();
  await choices.getByRole('link', { name: '去掉这一项' }).click();
  await choices.getByRole('button', { name: '选好了' }).click();
  await says(visit, /2023、2024年.*共 308 项/);
  visit.expectNoComplaint();
});

test('Back and Forward go through the choices, and a reload shows the same', async (t) => {
  const visit = await (await openSite(t, '?v=tasks')).started();
  await says(visit, /共 626 项/);
  await facets(visit).getByRole('checkbox', { name: '2023', exact: true }).click();
  await says(visit, /共 138 项/);
  await visit.page.goBack();
  await says(visit, /共 626 项/);
  await visit.page.goForward();
  await says(visit, /共 138 项/);
  const before = await sentence(visit).innerText();
  await (await visit.reload()).started();
  assert.equal(await sentence(visit).innerText(), before);
});

test("a facet's counts ignore its own choice", async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024')).started();
  const row = facets(visit).getByRole('listitem').filter({ has: visit.page.getByRole('checkbox', { name: '2023' }) });
  await row.getByText('138').waitFor();
});

test('characters anywhere, pinyin and initials find tasks', async (t) => {
  const visit = await (await openSite(t, '?v=tasks')).started();
  const field = visit.page.getByRole('searchbox', { name: '搜索' }).first();
  await field.fill('加装电梯');
  await says(visit, /共 3 项/);
  await list(visit).getByText('既有住宅加装电梯').first().waitFor();
  await field.fill('jsj 电梯');
  await says(visit, /共 2 项/);
  assert.match(visit.address(), /q=/);
});

test('a task opens beside the list with its shares added up and its words marked', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024&s=livelihood-city&q=电梯')).started();
  await list(visit).getByRole('link', { name: /加装电梯/ }).click();
  const { page } = visit;
  await page.getByText('各处相加 100，与全市相符').waitFor();
  await page.getByRole('heading', { level: 2 }).locator('b', { hasText: '100台' }).waitFor();
  assert.match(visit.address(), /t=jiaxing-2024\/livelihood-city\/24/);
  const marked = page.locator('mark').filter({ hasText: '加装电梯' });
  await marked.first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('各处相加 100，与全市相符').waitFor({ state: 'detached' });
  visit.expectNoComplaint();
});

test('what a link carries and cannot be read is named and left out', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024&lead=nobody&utm_source=x&from=singlemessage')).started();
  await visit.page.getByText('lead=nobody').waitFor();
  await says(visit, /共 170 项/);
  assert.equal(await visit.page.getByText('singlemessage').count(), 0);
});

test('the keyboard alone searches, moves and opens', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2023')).started();
  await says(visit, /共 138 项/);
  await visit.page.keyboard.press('j');
  await visit.page.keyboard.press('Enter');
  await visit.page.getByText('预计上半年GDP增长6%').first().waitFor();
  assert.match(visit.address(), /t=pinghu-2023\/progress\/1$/);
  await visit.page.keyboard.press('Escape');
  await visit.page.getByText('预计上半年GDP增长6%').first().waitFor({ state: 'detached' });
  // Closing gives the focus back to the task that was open; only then is / pressed.
  await visit.page.locator('a:focus').waitFor();
  await visit.page.keyboard.press('/');
  await visit.page.locator('input[type=search]:focus').waitFor();
  await visit.page.keyboard.type('gdp');
  await says(visit, /共 1 项/);
});

test('the English page says the same counts, and leaves the documents Chinese', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024')).started();
  await visit.page.getByRole('link', { name: 'EN' }).click();
  await visit.page.getByRole('heading', { level: 1, name: /170 tasks/ }).waitFor();
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'en');
  await visit.page.getByText('地区生产总值增长6%左右').first().waitFor();
});

test('every number of the overview opens a list of as many', async (t) => {
  const visit = await (await openSite(t)).started();
  const { page } = visit;
  const numbers = await page.getByRole('main').getByRole('link').evaluateAll((links) =>
    links.map((link) => ({ href: link.getAttribute('href'), words: link.innerText.trim() }))
      .filter(({ href, words }) => /^\d+$/.test(words) && /v=tasks/.test(href)));
  assert.ok(numbers.length > 60, `${numbers.length} numbers`);
  for (const { href, words } of numbers) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, href);
    await page.getByRole('heading', { level: 1, name: new RegExp(`共 ${words} 项`) }).waitFor();
  }
  visit.expectNoComplaint();
});

test('on a phone nothing scrolls sideways and the facets stand behind a button', async (t) => {
  const browser = { viewport: { width: 390, height: 844 } };
  for (const address of ['', '?v=tasks', '?v=tasks&t=jiaxing-2024/livelihood-city/24']) {
    const visit = await (await openSite(t, address, { browser })).started();
    await visit.page.getByRole('main').waitFor();
    const excess = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(excess <= 0, `${address}: ${excess} px too wide`);
  }
  const visit = await (await openSite(t, '?v=tasks', { browser })).started();
  await visit.page.getByRole('button', { name: /筛选/ }).click();
  await visit.page.getByRole('checkbox', { name: '2023' }).first().click();
  await says(visit, /共 138 项/);
  // Whoever opens the search goes on by typing.
  await visit.page.locator('.bar-search-open').click();
  await visit.page.locator('.search-field input:focus').first().waitFor();
  await visit.page.keyboard.insertText('养老');
  await says(visit, /养老/);
});

test('a year beside another word is that of the document', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&q=加装电梯')).started();
  await says(visit, /加装电梯.*共 3 项/);
  await visit.page.getByRole('searchbox').first().fill('加装电梯 2024');
  await says(visit, /加装电梯 2024.*共 1 项/);
});

test('a changed filter is on the screen within half a second', async (t) => {
  const visit = await (await openSite(t, '?v=tasks')).started();
  const times = await visit.page.evaluate(async () => {
    const found = [];
    for (const year of ['2021', '2022', '2023', '2024', '2021', '2022', '2023', '2024', '2021', '2022']) {
      const button = [...document.querySelectorAll('[role=group] button, header button')].find((b) => b.innerText.trim() === year);
      const start = performance.now();
      button.click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      found.push(performance.now() - start);
    }
    return found.sort((a, b) => a - b);
  });
  t.diagnostic(`from click to painted frame: median ${times[5].toFixed(1)} ms, longest ${times[9].toFixed(1)} ms`);
  assert.ok(times[5] < 500, times.join(' '));
});
