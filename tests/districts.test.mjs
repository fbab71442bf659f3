// Who takes which share: the heat table, a region's profile, faults of the source.
//
// The figures were read by hand in the documents' tables, not off the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const matrix = (visit) => visit.page.getByRole('table', { name: '嘉兴市各区县分解表' });
const row = (table, name) => table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });
const words = async (found) => (await found.allInnerTexts()).map((text) => text.trim());
const says = (visit, name) => visit.page.getByRole('heading', { level: 1, name }).waitFor();

test('a row shows the printed shares in the order of the table and that they add up', async (t) => {
  const visit = await (await openSite(t, '?v=districts&y=2024')).started();
  const lifts = row(matrix(visit), /加装电梯100台/);
  await lifts.waitFor();
  // 嘉兴市 2024, 市民生实事 24: 100台.
  assert.deepEqual(await words(lifts.getByRole('cell')), ['100', '12', '10', '14', '12', '14', '15', '12', '6', '5', '/', '=']);
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('shares that do not add up are marked with the difference', async (t) => {
  const visit = await (await openSite(t, '?v=districts&y=2021')).started();
  // 新增村卫生室: the table prints 10 for the city and 41 for its parts.
  await row(matrix(visit), /新增村卫生室/).getByRole('cell', { name: '相加 41，差 +31' }).waitFor();
});

test('the cells show amounts, parts and changes, and the link carries which', async (t) => {
  const visit = await (await openSite(t, '?v=districts&y=2024&q=加装电梯')).started();
  await visit.page.getByRole('link', { name: '占比', exact: true }).click();
  const lifts = row(matrix(visit), /加装电梯100台/);
  await lifts.getByRole('cell', { name: '15%', exact: true }).waitFor();
  await visit.page.getByRole('link', { name: '增减', exact: true }).click();
  // 2022 gave 南湖区 26 lifts and 2024 gives it 12: −53.8%; 经开区 10 and 6: −40%.
  await lifts.getByRole('cell', { name: '−40%', exact: true }).waitFor();
  assert.equal((await words(lifts.getByRole('cell')))[1], '−53.8%');
  await lifts.getByRole('link', { name: '比2022年' }).waitFor();
  assert.match(visit.address(), /cells=change/);
  await (await visit.reload()).started();
  await lifts.getByRole('cell', { name: '−40%', exact: true }).waitFor();
});

test('a region chosen on the sketch shows its own ledger over the years', async (t) => {
  const visit = await (await openSite(t, '?v=districts')).started();
  await visit.page.getByRole('navigation', { name: '选区县' }).getByRole('link', { name: '平湖' }).click();
  const profile = visit.page.getByRole('region', { name: '平湖市的账' });
  await profile.waitFor();
  assert.match(visit.address(), /in=ph/);
  const lifts = row(profile.getByRole('table', { name: '历年可比的份额' }), /既有住宅加装电梯/);
  assert.deepEqual(await words(lifts.getByRole('cell')), ['', '26', '没有文件', '12', '比2022年 −53.8%']);
  const own = row(profile.getByRole('table', { name: '历年有什么' }), '自己的文件');
  await own.getByRole('link', { name: /2023年，138 项/ }).click();
  await says(visit, /平湖市 2023.*共 138 项/);
});

test('a column counts the items with a share and opens them', async (t) => {
  const visit = await (await openSite(t, '?v=districts&y=2024')).started();
  const figure = matrix(visit).getByRole('link', { name: /^港区，有份的事项/ });
  const n = await figure.innerText();
  await figure.click();
  await says(visit, new RegExp(`共 ${n} 项`));
});

test('a row opens its task, and Back leads to the table', async (t) => {
  const visit = await (await openSite(t, '?v=districts&y=2024&q=加装电梯')).started();
  await row(matrix(visit), /加装电梯100台/).getByRole('rowheader').getByRole('link').click();
  await visit.page.getByText('各处相加 100，与全市相符').waitFor();
  await visit.page.goBack();
  await matrix(visit).waitFor();
});

test('a filter without any table says so', async (t) => {
  const visit = await (await openSite(t, '?v=districts&y=2023')).started();
  await visit.page.getByText('筛选出的任务都没有分解到区县。').waitFor();
});

test('on a phone a row is a card with every share on the screen, the chosen region first', async (t) => {
  const browser = { viewport: { width: 390, height: 844 } };
  const visit = await (await openSite(t, '?v=districts&y=2024&in=hn&q=加装电梯', { browser })).started();
  const cells = row(matrix(visit), /加装电梯100台/).getByRole('cell');
  await cells.first().waitFor();
  const places = await cells.evaluateAll((found) => found.map((cell) => {
    const { left, right, top } = cell.getBoundingClientRect();
    return { left, right, top, label: cell.dataset.label };
  }));
  assert.ok(places.every(({ left, right }) => left >= 0 && right <= 390));
  const order = [...places].sort((one, other) => one.top - other.top || one.left - other.left);
  assert.deepEqual(order.slice(0, 3).map(({ label }) => label), ['全市', '海宁市', '南湖区']);
  const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
  assert.equal(width, 390);
});

test('no English name of a region is torn apart in the head of the table', async (t) => {
  for (const width of [1280, 1440]) {
    const browser = { viewport: { width, height: 900 } };
    const visit = await (await openSite(t, '?v=districts&y=2024&lang=en', { browser })).started();
    await visit.page.locator('.heat thead').waitFor();
    const torn = await visit.page.locator('.heat thead th a').evaluateAll((names) =>
      names.filter((name) => name.scrollWidth > name.clientWidth || [...name.childNodes].some((node) => {
        const range = document.createRange();
        return node.textContent.split(/ /).some((word) => {
          const at = node.textContent.indexOf(word);
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          return word && range.getClientRects().length > 1;
        });
      })).map((name) => name.textContent));
    assert.deepEqual(torn, []);
  }
});
