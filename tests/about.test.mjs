// 说明: where the data come from, which version they are, and how to cite them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const part = (visit, name) => visit.page.locator('.about-part').filter({ has: visit.page.getByRole('heading', { name, level: 2, exact: true }) });

test('every document says what it prints of itself, and what it does not', async (t) => {
  const visit = await (await openSite(t, '?v=about')).started();
  const sources = part(visit, '来源');
  assert.equal(await sources.getByRole('heading', { level: 3 }).count(), 5);
  await sources.getByText('嘉政办发〔2022〕23号', { exact: true }).waitFor();
  await sources.getByText('盐政办发〔2022〕16号', { exact: true }).waitFor();
  // 平湖's bare table prints neither title, issuer, number nor dates; the city's prints all.
  const pinghu = sources.locator('h3', { hasText: '平湖市 2023' }).locator('+ dl');
  assert.equal(await pinghu.getByText('原文没有印').count(), 5);
  const jiaxing = sources.locator('h3', { hasText: '嘉兴市 2022' }).locator('+ dl');
  assert.equal(await jiaxing.getByText('原文没有印').count(), 0);
  await jiaxing.getByText('2022-05-13').waitFor();
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('a section opens the list of its rows', async (t) => {
  const visit = await (await openSite(t, '?v=about')).started();
  await part(visit, '来源').getByRole('link', { name: '138', exact: true }).click();
  await visit.page.getByRole('heading', { level: 1, name: /共 138 项/ }).waitFor();
});

test('the filter of a link narrows the documents', async (t) => {
  const visit = await (await openSite(t, '?v=about&y=2022')).started();
  const sources = part(visit, '来源');
  await sources.getByText('共 5 份文件，筛选里有 2 份。').waitFor();
  assert.equal(await sources.getByRole('heading', { level: 3 }).count(), 2);
});

test('the version is the beginning of the hash, and citations carry it', async (t) => {
  const visit = await (await openSite(t, '?v=about')).started();
  const hash = await part(visit, '版本').locator('code').innerText();
  assert.match(hash, /^[0-9a-f]{64}$/);
  await part(visit, '版本').getByText(hash.slice(0, 8), { exact: true }).waitFor();
  const citations = part(visit, '怎么引用').getByRole('listitem');
  assert.match(await citations.first().innerText(), new RegExp(`数据版本 ${hash.slice(0, 8)}`));
  assert.equal(await citations.count(), 6);
  await citations.filter({ hasText: '盐政办发〔2022〕16号[Z]. 2022-04-18.' }).waitFor();
});

test('the tolerance of the link stands in the rules', async (t) => {
  const visit = await (await openSite(t, '?v=about&tol=8')).started();
  await part(visit, '进度怎么判').getByText(/累计数 8 个百分点/).waitFor();
});
