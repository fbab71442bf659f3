// 对比: the years beside each other, and two slices side by side.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

test('a citizen reads how many lifts were promised in each year', async (t) => {
  const visit = await (await openSite(t, '?v=compare')).started();
  const row = visit.page.getByRole('row', { name: /既有住宅加装电梯/ }).first();
  await row.getByRole('link', { name: '200台' }).waitFor();
  await row.getByRole('link', { name: '100台' }).waitFor();
  await row.getByText('−50%').waitFor();
  visit.expectNoComplaint();
});

test('rates change in points', async (t) => {
  const visit = await (await openSite(t, '?v=compare&q=研发投入强度')).started();
  const row = visit.page.getByRole('row', { name: /研发投入强度/ }).first();
  await row.getByText('+0.07').waitFor();
  await row.getByText('百分点').waitFor();
});

test('one series opens large, its chart drawn and its numbers in a table', async (t) => {
  const visit = await (await openSite(t, '?v=compare&i=lifts')).started();
  await visit.page.locator('.chart-place svg').first().waitFor();
  await visit.page.getByText('看表').click();
  await visit.page.getByRole('row', { name: /海宁市/ }).getByRole('link', { name: '26' }).waitFor();
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('slices are compared piece by piece where that takes long, and those begun before are given up', async (t) => {
  // The same tasks on either side, so nothing changes.
  const visit = await openSite(t, '?v=compare&a=y:2021,2022,2024&b=y:2021,2022,2024');
  await visit.page.addInitScript(() => {
    // As on a slow machine: whoever looks at the clock finds that a piece took long.
    const now = Date.now;
    let late = 0;
    Date.now = () => now() + (late += 20);
    window.seen = [];
    new MutationObserver(() => {
      const says = document.querySelector('.compare-slices .notice-says, .compare-slices .rule-note');
      if (says && says.textContent !== window.seen.at(-1)) { window.seen.push(says.textContent); }
      const other = sessionStorage.getItem('ask');
      if (says?.textContent.includes('已比') && other) {
        sessionStorage.removeItem('ask');
        history.pushState(null, '', other);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await visit.page.reload();
  const says = visit.page.locator('.compare-slices .rule-note');
  await says.getByText('甲 488 ＝ 退出 0 ＋ 延续 488 ＋ 调整 0').waitFor();
  const steps = (await visit.page.evaluate(() => window.seen)).map((said) => Number(/已比 (\d+)%/.exec(said)?.[1] ?? 100));
  assert.ok(steps.length > 1 && steps[0] === 0 && steps.at(-1) === 100, `${steps}`);
  assert.ok(steps.every((step, at) => at === 0 || step > steps[at - 1]), `${steps}`);
  // Another question, asked while they are compared, decides.
  await visit.page.evaluate(() => sessionStorage.setItem('ask', '?v=compare&a=y:2021&b=y:2021'));
  await visit.page.reload();
  await visit.page.waitForFunction(() => !sessionStorage.getItem('ask'));
  await says.waitFor();
  await visit.page.waitForTimeout(1000);
  const last = await says.textContent();
  assert.match(last, /^甲 (\d+) ＝ 退出 0 ＋ 延续 \1 ＋ 调整 0；乙 \1 /);
  assert.ok(!last.startsWith('甲 488'), last);
  visit.expectNoComplaint();
});

test('two lists stand side by side, the changed words marked, and can be swapped', async (t) => {
  const link = '?v=compare&a=doc:jiaxing-2022;s:livelihood-city&b=doc:jiaxing-2024;s:livelihood-city';
  const visit = await (await openSite(t, link)).started();
  const pair = visit.page.locator('.pair').filter({ hasText: '既有住宅加装电梯' });
  await pair.locator('del', { hasText: '200' }).waitFor();
  await pair.locator('ins', { hasText: '100' }).waitFor();
  await pair.getByText('−100 台').waitFor();
  await visit.page.getByRole('link', { name: '甲乙对调' }).click();
  await pair.getByText('+100 台').waitFor();
  assert.match(visit.address(), /a=doc:jiaxing-2024/);
  await visit.reload();
  await visit.started();
  await pair.getByText('+100 台').waitFor();
});

test('a pair without figures that compare says so and why', async (t) => {
  const link = '?v=compare&a=doc:jiaxing-2022;s:livelihood-city&b=doc:jiaxing-2024;s:livelihood-city';
  const visit = await (await openSite(t, link)).started();
  const pairs = visit.page.locator('.pair');
  // 2022 counts parking spaces of all kinds, 2024 those at schools and hospitals.
  await pairs.filter({ hasText: '在交通拥堵的学校医院新增车位' }).getByText('不可比：对象不同').waitFor();
  const differences = await pairs.locator('.pair-difference').allInnerTexts();
  assert.equal(differences.length, await pairs.count());
  assert.ok(differences.every((words) => words.trim() !== ''), differences.join('|'));
});

test('a bound that the text alone states stands at the figure, and units are English in English', async (t) => {
  const visit = await (await openSite(t, '?v=compare&q=农村公路')).started();
  const roads = (name) => visit.page.getByRole('row', { name });
  await roads(/农村公路/).first().getByRole('link', { name: '350公里以上' }).waitFor();
  await visit.page.getByRole('link', { name: 'EN', exact: true }).click();
  await roads(/Rural roads/).first().getByRole('link', { name: '350 km or more' }).waitFor();
  await roads(/Rural roads/).first().getByRole('link', { name: '380 km' }).waitFor();
});

test('a change between two bounds says so', async (t) => {
  const visit = await (await openSite(t, '?v=compare&q=地区生产总值')).started();
  const row = visit.page.getByRole('row', { name: /^地区生产总值增长/ }).first();
  await row.getByText('界限用语变了').waitFor();
});

test('series stand by name or theme, and the link and the head say which', async (t) => {
  const visit = await (await openSite(t, '?v=compare')).started();
  const head = (name) => visit.page.getByRole('columnheader', { name });
  await head('指标').getByRole('link').focus();
  await visit.page.keyboard.press('Enter');
  await visit.page.locator('th[aria-sort="ascending"]', { hasText: '指标' }).waitFor();
  assert.match(visit.address(), /o=name/);
  await head('增减').getByRole('link').click();
  await visit.page.locator('th[aria-sort="descending"]', { hasText: '增减' }).waitFor();
  await visit.page.getByRole('link', { name: '按主题' }).click();
  await visit.page.getByRole('rowheader', { name: /^经济运行/ }).waitFor();
  assert.match(visit.address(), /o=theme/);
  await (await visit.reload()).started();
  await visit.page.getByRole('rowheader', { name: /^经济运行/ }).waitFor();
});

test('chosen years are the columns, and what is left out is said', async (t) => {
  const visit = await (await openSite(t, '?v=compare&y=2022,2024')).started();
  await visit.page.getByText('2021、2023年没有列出').waitFor();
  const series = visit.page.getByRole('table').first();
  assert.equal(await series.getByRole('columnheader', { name: '2023', exact: true }).count(), 0);
  // Years that do not follow each other are not joined.
  assert.equal(await series.locator('.points-line').count(), 0);
  await visit.page.getByRole('link', { name: '看各年' }).click();
  await series.getByRole('columnheader', { name: '2023', exact: true }).waitFor();
});

test('a year without a document is hatched and named in the chart and in its table', async (t) => {
  const visit = await (await openSite(t, '?v=compare&i=lifts')).started();
  const chart = visit.page.locator('.chart-place');
  await chart.locator('svg pattern').waitFor({ state: 'attached' });
  await chart.getByText('没有文件').waitFor();
  assert.match(await chart.getAttribute('aria-label'), /2023年没有嘉兴市的文件/);
  await visit.page.getByText('看表').click();
  const table = visit.page.locator('.large');
  await table.getByRole('row', { name: /海宁市/ }).getByRole('cell', { name: '没有文件' }).waitFor();
  // 平湖市 has a document of 2023, in which this indicator does not stand.
  assert.equal(await table.getByRole('row', { name: /平湖市/ }).getByText('没有文件').count(), 0);
  visit.expectNoComplaint();
});

test('a kept picture holds the hatch, its sentence and its source', async (t) => {
  const visit = await (await openSite(t, '?v=compare&i=lifts')).started();
  await visit.page.locator('.chart-place svg').first().waitFor();
  const [kept] = await Promise.all([
    visit.page.waitForEvent('download'),
    visit.page.getByRole('button', { name: '存 SVG' }).click(),
  ]);
  const svg = await readFile(await kept.path(), 'utf8');
  for (const part of ['<pattern', '没有文件', '2023年没有嘉兴市的文件。', '嘉兴市 2024']) {
    assert.ok(svg.includes(part), part);
  }
});

test('on a phone every year of the large series is on the screen', async (t) => {
  const browser = { viewport: { width: 390, height: 844 } };
  const visit = await (await openSite(t, '?v=compare&i=lifts', { browser })).started();
  await visit.page.locator('.chart-place svg').first().waitFor();
  await visit.page.getByText('看表').click();
  const places = await visit.page.locator('.large td[data-label], .series td[data-label]').evaluateAll((cells) =>
    cells.map((cell) => cell.getBoundingClientRect()).map(({ left, right }) => [left, right]));
  assert.ok(places.length > 50);
  assert.ok(places.every(([left, right]) => left >= 0 && right <= 390), 'a value is off the screen');
});
