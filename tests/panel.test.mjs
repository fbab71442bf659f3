// The open task: what it is to reach, what was reached, its shares beside the earlier year's, its
// indicator through the years, and its relatives.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const panel = (visit) => visit.page.getByRole('complementary', { name: '打开的任务' });
const section = (visit, name) => panel(visit).locator('section').filter({ has: visit.page.getByRole('heading', { name, level: 3 }) });
const LIFTS = '?v=tasks&t=jiaxing-2024/livelihood-city/24';

test('a target stands as printed beside as read, and marks itself in the source', async (t) => {
  const visit = await (await openSite(t, LIFTS)).started();
  const row = section(visit, /^目标值/).getByRole('row', { name: /既有住宅加装电梯/ });
  await row.getByText('100 台').waitFor();
  await row.getByRole('button', { name: '100台' }).click();
  await panel(visit).locator('.source mark', { hasText: /^100台$/ }).waitFor();
  visit.expectNoComplaint();
});

test('paper of an open task is its own sheet, not the list behind it', async (t) => {
  const visit = await (await openSite(t, LIFTS)).started();
  await section(visit, /^目标值/).waitFor();
  await visit.page.emulateMedia({ media: 'print' });
  await panel(visit).waitFor();
  assert.equal(await visit.page.locator('.list').isVisible(), false);
  assert.equal(await visit.page.locator('h1').isVisible(), false);
  visit.expectNoComplaint();
});

test('the earlier shares stand beside, and open the task that states them', async (t) => {
  const visit = await (await openSite(t, LIFTS)).started();
  const row = section(visit, /^分解/).getByRole('row', { name: /南湖区/ });
  // 2022: 26 for each of the seven; 2024: 12 for this one.
  await row.getByText('−14', { exact: true }).waitFor();
  await section(visit, /^分解/).getByRole('columnheader', { name: /2022.*推/ }).waitFor();
  await row.getByRole('link', { name: '26' }).click();
  await panel(visit).getByRole('heading', { name: /全市既有住宅加装电梯/ }).waitFor();
});

test('the indicator goes through the years, and the year without a document is named', async (t) => {
  const visit = await (await openSite(t, LIFTS)).started();
  const history = section(visit, /^历年/);
  await history.getByText('比2022年 −100（−50%）').waitFor();
  await history.getByRole('row', { name: /2023 没有文件/ }).waitFor();
  await history.getByRole('link', { name: '200 台' }).waitFor();
  const series = await history.getByRole('link', { name: '既有住宅加装电梯' }).getAttribute('href');
  assert.match(series, /v=compare&i=lifts/);
});

test('the nearest task of another document shows what words changed', async (t) => {
  const visit = await (await openSite(t, LIFTS)).started();
  const nearest = section(visit, /近似任务/).getByRole('listitem').first();
  await nearest.getByRole('link', { name: /嘉兴市 2022.*19/ }).waitFor();
  assert.deepEqual(await nearest.locator('del').allInnerTexts(), ['全市', '200']);
  await nearest.locator('ins', { hasText: '完成' }).waitFor();
});

test('each figure of a status stands with its rule, and the task as its least advanced one', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&t=pinghu-2023/progress/69')).started();
  const standing = section(visit, /^对照目标/);
  await standing.getByRole('heading', { name: /欠进度/ }).waitFor();
  // 29 of 78 bridges are 37.2 %.
  const bridges = standing.getByRole('listitem').filter({ hasText: '危旧桥梁' });
  await bridges.getByText('37.2%').waitFor();
  await bridges.getByText('完成率对序时（全年已过的份额）').waitFor();
  await bridges.getByText(/文件说/).waitFor();
  await bridges.getByRole('button', { name: '29座' }).click();
  await panel(visit).locator('.source mark', { hasText: /29座/ }).waitFor();
});

test('the tolerance of the link judges the open task', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&t=pinghu-2023/progress/69&tol=20')).started();
  await section(visit, /^对照目标/).getByRole('heading', { name: /达进度/ }).waitFor();
});

test('the first row of a number says how many share it', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024&q=地下管网')).started();
  await visit.page.getByRole('region', { name: '任务' }).getByText('同号 4 行').first().waitFor();
});

test('a threshold says that it is none of the targets', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&t=jiaxing-2024/livelihood-city/1')).started();
  await section(visit, /^目标值/).getByRole('row', { name: /60岁以上/ }).getByText('口径，不是目标').waitFor();
});
