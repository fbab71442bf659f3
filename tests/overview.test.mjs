// 总览: what changed most, what is behind, and which years have no such list.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const section = (visit, name) => visit.page.locator('section').filter({ has: visit.page.getByRole('heading', { name, level: 2, exact: true }) });

test('what changed most stands with both figures as printed', async (t) => {
  const visit = await (await openSite(t, '')).started();
  // 2022: 450台, 2024: 1230台. (1230 − 450) / 450 = 173.3 %.
  const aed = section(visit, '变了多少').getByRole('row', { name: /AED/ });
  await aed.getByText('450台', { exact: true }).waitFor();
  await aed.getByText('1230台', { exact: true }).waitFor();
  await aed.getByText('+173.3%').waitFor();
  const invest = section(visit, '比率').getByRole('row', { name: /固定资产投资/ });
  await invest.getByText('8%以上').waitFor();
  await invest.getByText('−2', { exact: true }).waitFor();
  await section(visit, '变了多少').getByText(/没有2023年文件/).waitFor();
  visit.expectNoComplaint();
});

test('a figure of a change opens its task', async (t) => {
  const visit = await (await openSite(t, '')).started();
  const lifts = section(visit, '变了多少').getByRole('row', { name: /加装电梯/ });
  await lifts.getByRole('link', { name: '100台' }).click();
  await visit.page.getByRole('complementary', { name: '打开的任务' }).getByText(/完成既有住宅加装电梯/).first().waitFor();
});

test('a filter with one year has no change to show', async (t) => {
  const visit = await (await openSite(t, '?y=2024')).started();
  await visit.page.getByRole('heading', { level: 1, name: /共 170 项/ }).waitFor();
  assert.equal(await section(visit, '变了多少').count(), 0);
  assert.equal(await section(visit, '进度').count(), 0);
});

test('those furthest behind stand with their figure, and the count opens them all', async (t) => {
  const visit = await (await openSite(t, '')).started();
  const progress = section(visit, '进度');
  // 2.2 of 10 kilometres at mid-year.
  await progress.getByRole('row', { name: /新增市域绿道/ }).getByText('−28 点').waitFor();
  const link = progress.locator('.strip-names').getByRole('link').first();
  const n = await link.innerText();
  await link.click();
  await visit.page.getByRole('heading', { level: 1, name: new RegExp(`欠进度.*共 ${n} 项`) }).waitFor();
  assert.match(visit.address(), /v=progress/);
});

test('a year without such a list is a hole and no zero', async (t) => {
  const visit = await (await openSite(t, '')).started();
  const row = section(visit, '各部分多少项').getByRole('row', { name: /年度任务/ });
  assert.equal(await row.getByText('这一年的文件没有这一部分').count(), 2);
  assert.equal(await row.getByText('0', { exact: true }).count(), 0);
});

for (const [address, view] of [['', '.overview'], ['?v=compare', '.compare'], ['?v=progress', '.progress']]) {
  test(`nothing of ${view} is drawn anew when it is left`, async (t) => {
    const visit = await (await openSite(t, address)).started();
    await visit.page.evaluate((name) => {
      const root = document.querySelector(name);
      window.changed = 0;
      let isLeft = false;
      new MutationObserver((records) => {
        for (const { target, attributeName } of records) {
          // The next view takes the element over, by its class first.
          isLeft ||= target === root && attributeName === 'class';
          window.changed += isLeft ? 0 : 1;
        }
      }).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
    }, view);
    await visit.page.getByRole('navigation').getByRole('link', { name: '说明', exact: true }).click();
    await visit.page.locator('.about').waitFor();
    assert.equal(await visit.page.evaluate(() => window.changed), 0);
    await visit.page.goBack();
    await visit.page.locator(view).waitFor();
    visit.expectNoComplaint();
  });
}
