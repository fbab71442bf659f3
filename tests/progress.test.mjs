// 进度: which tasks are behind, who leads them, and the list to take to a meeting.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const part = (visit, name) => visit.page.locator('.progress-part').filter({ has: visit.page.getByRole('heading', { name, level: 2 }) });

test('the supervision desk reads which tasks are behind and who leads them', async (t) => {
  const visit = await (await openSite(t, '?v=progress')).started();
  // 年中新增市域绿道 2.2 公里, of 10: 22 % against half of the year.
  const row = part(visit, /欠进度/).getByRole('row', { name: /新增市域绿道/ });
  await row.getByText('2.2公里').first().waitFor();
  await row.getByText('−28 点').waitFor();
  await row.getByText('建设局').waitFor();
  visit.expectNoComplaint();
});

test('the tolerance moves tasks, and the link carries it', async (t) => {
  const visit = await (await openSite(t, '?v=progress')).started();
  const behind = () => part(visit, /欠进度/).locator('.progress-n').innerText();
  const before = Number(await behind());
  for (let n = 0; n < 3; n++) {
    await visit.page.getByRole('button', { name: '容差，累计 加' }).click();
  }
  await visit.page.waitForFunction((n) => Number(document.querySelector('.progress-n').innerText) < n, before);
  assert.match(visit.address(), /tol=8/);
  const after = await behind();
  await visit.reload();
  await visit.started();
  assert.equal(await behind(), after);
});

test('the count of a state opens a list of as many', async (t) => {
  const visit = await (await openSite(t, '?v=progress')).started();
  const link = visit.page.locator('.strip-names').getByRole('link').first();
  const n = await link.innerText();
  await link.click();
  await visit.page.getByRole('heading', { level: 1, name: new RegExp(`欠进度.*共 ${n} 项`) }).waitFor();
});

test('the meeting list stands by lead and holds only what is behind', async (t) => {
  const visit = await (await openSite(t, '?v=progress')).started();
  await visit.page.getByRole('link', { name: '欠进度清单' }).click();
  await visit.page.getByRole('heading', { level: 1, name: /欠进度/ }).waitFor();
  assert.match(visit.address(), /st=behind.*group=lead|group=lead.*st=behind/);
  await part(visit, /农业农村局/).first().waitFor();
});

test('a filter without any reported progress says so and offers a way out', async (t) => {
  const visit = await (await openSite(t, '?v=progress&y=2024')).started();
  await visit.page.getByText('筛选里没有报告完成情况的任务').waitFor();
  await visit.page.getByRole('link', { name: '看全部有完成情况的任务' }).click();
  await part(visit, /欠进度/).waitFor();
});
