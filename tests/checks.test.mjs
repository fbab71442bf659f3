// 核验: what of the sources does not fit, with the arithmetic, as a list to send back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

test('each sum that does not fit is worked out', async (t) => {
  const visit = await (await openSite(t, '?v=checks')).started();
  // 2021, the province's item 22: 10+1+3+2+1+6+17+1 = 41, and the table says 10.
  const row = visit.page.getByRole('row', { name: /嘉兴市 2021 省民生 22/ });
  await row.getByText('41', { exact: true }).waitFor();
  await row.getByText('+31').waitFor();
  await visit.page.getByText('正文写 2000个，表中写 2449').waitFor();
  visit.expectNoComplaint();
});

test('one kind can be listed alone, and the link carries it', async (t) => {
  const visit = await (await openSite(t, '?v=checks')).started();
  await visit.page.getByRole('link', { name: '文表不一 7' }).click();
  await visit.page.getByRole('heading', { name: '合计不符' }).waitFor({ state: 'detached' });
  await visit.reload();
  await visit.started();
  await visit.page.getByRole('heading', { name: '文表不一' }).waitFor();
});

test('a finding shows its line of the source, its words marked', async (t) => {
  const visit = await (await openSite(t, '?v=checks&check=sum-mismatch')).started();
  await visit.page.getByRole('button', { name: '看原文' }).first().click();
  await visit.page.locator('.checks-item .mark').first().waitFor();
});

test('a filter leaves only its own findings', async (t) => {
  const visit = await (await openSite(t, '?v=checks&y=2024')).started();
  await visit.page.getByText('14.2公里').first().waitFor();
  await visit.page.getByRole('row', { name: /嘉兴市 2021/ }).waitFor({ state: 'detached' });
});

test('on a phone each part of a sum stands behind its name, on the screen', async (t) => {
  const browser = { viewport: { width: 390, height: 844 } };
  const visit = await (await openSite(t, '?v=checks&check=sum-mismatch', { browser })).started();
  const row = visit.page.getByRole('row', { name: /嘉兴市 2021 省民生 22/ });
  await row.waitFor();
  const cells = await row.getByRole('cell').evaluateAll((found) => found.map((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    return { left, right, label: cell.dataset.label, text: cell.textContent };
  }));
  assert.ok(cells.every(({ left, right }) => left >= 0 && right <= 390));
  assert.deepEqual(cells.at(-1).text, '+31');
  assert.ok(cells.filter(({ text }) => text).every(({ label }) => label));
});
