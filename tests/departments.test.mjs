// Who carries what: loads, pairs, the profile of a unit.
//
// The figures were counted by hand in the documents' columns of units, not read off the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const loads = (visit) => visit.page.getByRole('table', { name: '谁担多少' });
const pairs = (visit) => visit.page.getByRole('table', { name: '谁和谁一起办' });
const row = (table, name) => table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });
const says = (visit, name) => visit.page.getByRole('heading', { level: 1, name }).waitFor();

test('paper holds every unit and says where it comes from', async (t) => {
  const visit = await (await openSite(t, '?v=departments')).started();
  const rows = visit.page.getByRole('table').first().locator('tbody tr');
  assert.equal(await rows.count(), 40);
  const paper = await visit.page.evaluate(async () => {
    window.dispatchEvent(new Event('beforeprint'));
    // What is printed is what is there before anything else happens.
    await null;
    await new Promise((done) => { queueMicrotask(done); });
    const found = document.querySelector('table').querySelectorAll('tbody tr').length;
    return [found, document.querySelector('.paper-source').textContent];
  });
  assert.equal(paper[0], 180);
  assert.match(paper[1], /^部门 · http.*[?&]d=1\.[0-9a-f]{8}\.626.* · \d{4}-\d\d-\d\d 打印$/);
});

test('what a unit leads in a year is a number that opens the list', async (t) => {
  const visit = await (await openSite(t, '?v=departments&y=2024')).started();
  // 市体育局 stands first in two rows of the document of 2024.
  await row(loads(visit), /市体育局/).getByRole('link', { name: '市体育局，2024年牵头，2 项' }).click();
  await says(visit, /2024年.*市体育局牵头.*共 2 项/);
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('the filter acts on the loads', async (t) => {
  const visit = await (await openSite(t, '?v=departments&y=2022,2024&s=-five-year')).started();
  await row(loads(visit), /市建设局/).getByRole('link', { name: '市建设局，合计牵头，26 项' }).waitFor();
});

test('units are found by initials and sorted by the link', async (t) => {
  const visit = await (await openSite(t, '?v=departments')).started();
  await visit.page.getByRole('searchbox', { name: '在表中找单位' }).fill('sjsj');
  await row(loads(visit), /市建设局/).waitFor();
  assert.equal(await row(loads(visit), /市教育局/).count(), 0);
  await visit.page.getByRole('searchbox', { name: '在表中找单位' }).fill('');
  await loads(visit).getByRole('columnheader', { name: '单位' }).getByRole('link').click();
  await loads(visit).locator('th[aria-sort="ascending"]', { hasText: '单位' }).waitFor();
  assert.match(visit.address(), /units=name/);
});

test('a pair opens the tasks that one leads and that name the other', async (t) => {
  const visit = await (await openSite(t, '?v=departments')).started();
  const figure = pairs(visit).getByRole('link', { name: /^市发展改革委牵头，市经信局同列/ });
  const n = await figure.innerText();
  await figure.click();
  await says(visit, new RegExp(`市发展改革委牵头.*市经信局牵头或配合.*共 ${n} 项`));
});

test('the network holds the units of the table, and a unit in it opens its ledger', async (t) => {
  const visit = await (await openSite(t, '?v=departments')).started();
  const chart = visit.page.locator('.network .chart-place');
  await chart.locator('svg').waitFor();
  const drawn = new Set(await chart.locator('svg text').allTextContents());
  const rows = pairs(visit).getByRole('row').filter({ has: visit.page.getByRole('rowheader') });
  for (const cells of await rows.evaluateAll((found) => found.map((one) => [one.cells[0].innerText, one.cells[1].innerText]))) {
    cells.forEach((name) => assert.ok(drawn.has(name.trim()), name));
  }
  assert.match(await chart.getAttribute('aria-label'), /任务最多的 30 对/);
  // The disc stands where the name begins; the name is a part of it.
  await chart.locator('svg text', { hasText: /^市建设局$/ }).click();
  await visit.page.getByRole('heading', { level: 2, name: '市建设局' }).waitFor();
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('the network is drawn the same each time', async (t) => {
  const visit = await (await openSite(t, '?v=departments')).started();
  const places = async () => {
    await visit.page.locator('.network svg').waitFor();
    return visit.page.locator('.network svg text').evaluateAll((names) =>
      names.map((name) => [name.textContent, name.getAttribute('transform')]));
  };
  const before = await places();
  await (await visit.reload()).started();
  assert.deepEqual(await places(), before);
});

test("a unit's profile leads to its counterparts looked at together", async (t) => {
  const visit = await (await openSite(t, '?v=departments')).started();
  await loads(visit).getByRole('link', { name: '市建设局', exact: true }).click();
  await visit.page.getByRole('heading', { level: 2, name: '市建设局' }).waitFor();
  const family = visit.page.getByRole('table', { name: '上下对口' });
  await row(family, /县住建局/).waitFor();
  await family.getByRole('link', { name: '放在一起看' }).click();
  await row(loads(visit), /县住建局/).waitFor();
  await row(loads(visit), /建设局\s*平湖市/).waitFor();
  await row(loads(visit), '所选单位合计，每项只计一次').waitFor();
});

test('a year without a document is a hole and not a zero', async (t) => {
  const visit = await (await openSite(t, '?v=departments&of=jx-jsj')).started();
  const years = visit.page.getByRole('table', { name: '历年担子' });
  await row(years, '2023').getByText('没有文件').waitFor({ state: 'attached' });
});

test('on a phone the page does not scroll sideways', async (t) => {
  const browser = { viewport: { width: 390, height: 844 } };
  const visit = await (await openSite(t, '?v=departments&lang=en', { browser })).started();
  await visit.page.getByRole('table', { name: 'Who carries how much' }).waitFor();
  const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 390);
});

test('on a phone a unit is a card with every year, the latest first', async (t) => {
  const browser = { viewport: { width: 390, height: 844 } };
  const visit = await (await openSite(t, '?v=departments', { browser })).started();
  const cells = row(loads(visit), /市建设局/).locator('.loads-year, .void');
  await cells.first().waitFor();
  const found = await cells.evaluateAll((cells) => cells.map((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return { left, right, year: cell.dataset.year };
  }));
  assert.ok(found.every(({ left, right }) => left >= 0 && right <= 390));
  found.sort((one, other) => one.left - other.left);
  assert.deepEqual(found.map(({ year }) => year.replace('年', '')), ['合计', '2024', '2023', '2022', '2021']);
});
