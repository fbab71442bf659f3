// 对比: the years beside each other, and two slices side by side.

import assert from 'node:assert/strict';
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
