// Links: what is sent opens the same screen, now and later, here and elsewhere, whatever a
// messenger has done to it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import jsQR from 'jsqr';
import { openOneFile, openSite } from './support/app.mjs';

const FROZEN = new URL('./frozen-links.txt', import.meta.url);

const dialog = (visit) => visit.page.getByRole('dialog', { name: '分享' });

/** The text in the QR code of a screenshot. */
async function scanned(visit, png) {
  // A page of its own decodes the picture, because the ledger's policy lets it draw nothing else.
  const page = await visit.page.context().newPage();
  const { data, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { data: [...data], width: image.width, height: image.height };
  }, `data:image/png;base64,${png.toString('base64')}`);
  await page.close();
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

test('every frozen link opens the screen that it was made from', async (t) => {
  const lines = readFileSync(FROZEN, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  assert.ok(lines.length >= 18);
  const visit = await openSite(t, '');
  const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  for (const line of lines) {
    const [query, title] = line.split('\t');
    await visit.page.goto(visit.base + query);
    await visit.started();
    const pattern = escaped(title).replaceAll('{n}', '\\d+').replace('{any}', '.+');
    assert.match(await visit.page.title(), new RegExp(`^${pattern}$`), query);
    const left_out = await visit.page.getByText(/读不懂|could not be read/).count();
    assert.equal(left_out, 0, `${query}: a part was not understood`);
    const view = new URLSearchParams(query).get('v') ?? 'overview';
    assert.equal(await visit.page.locator('html').getAttribute('data-view'), view);
  }
});

test('a link survives what messengers do to it', async (t) => {
  const visit = await openSite(t, '?v=tasks&y=2022%2C2024&s=-five-year&from=singlemessage&isappinstalled=0');
  await visit.started();
  await visit.page.getByRole('heading', { level: 1, name: /2022、2024年.*不含五年任务/ }).waitFor();
  assert.equal(await visit.page.locator('.ignored').count(), 0);
  // Some move the query behind a hash.
  await visit.page.goto('about:blank');
  await visit.page.goto(`${visit.base}#?v=checks`);
  await visit.started();
  assert.equal(await visit.page.locator('html').getAttribute('data-view'), 'checks');
});

test('where the data has changed since, the page says so with both counts', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024&d=1.00000000.99')).started();
  await visit.page.getByText(/数据已更新.*00000000.*当时 99 项.*现在 170 项/).waitFor();
  // Whoever goes on from there sees the present data.
  await visit.page.getByRole('link', { name: '核验', exact: true }).first().click();
  await visit.page.getByText('数据已更新').waitFor({ state: 'detached' });
  await visit.page.goto(`${visit.base}?v=tasks&d=99.00000000`);
  await visit.page.getByText('更新的版本').waitFor();
});

test('the panel hands on the sentence, the link, its code and a picture', async (t) => {
  const address = '?v=tasks&y=2022,2024&lead=jx-jsj&s=-five-year';
  const visit = await (await openSite(t, address)).started();
  await visit.page.getByRole('button', { name: '分享' }).first().click();
  const link = await dialog(visit).locator('.share-link').innerText();
  assert.match(link, /^http:.*\/any\/folder\/\?v=tasks&y=2022,2024&s=-five-year&lead=jx-jsj&d=1\.[0-9a-f]{8}\.26$/);
  assert.ok(link.length < 300, link);
  const code = dialog(visit).getByRole('img', { name: /二维码/ });
  assert.equal(await scanned(visit, await code.screenshot()), link);
  const saved = visit.page.waitForEvent('download');
  await dialog(visit).getByRole('button', { name: /SVG/ }).click();
  const svg = readFileSync(await (await saved).path(), 'utf8');
  assert.match(svg, /市建设局牵头/);
  assert.match(svg, /crispEdges/);
  // The link that was handed on opens the same without any notice.
  await visit.page.goto(link);
  await visit.started();
  await visit.page.getByRole('heading', { level: 1, name: /市建设局牵头.*共 26 项/ }).waitFor();
  assert.equal(await visit.page.locator('.ignored').count(), 0);
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('a copy opened from a file hands on the sentence and the part from ? on', async (t) => {
  const visit = await (await openOneFile(t, '?v=tasks&y=2024', { browser: { permissions: ['clipboard-read', 'clipboard-write'] } })).started();
  await visit.page.getByRole('button', { name: '分享' }).first().click();
  assert.equal(await dialog(visit).getByRole('img').count(), 0);
  await dialog(visit).getByText('没有别人能用的地址').waitFor();
  await dialog(visit).getByRole('button', { name: '复制句子和链接' }).click();
  await dialog(visit).getByRole('button', { name: '已复制' }).waitFor();
  const text = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^2024年，共 170 项\n\?v=tasks&y=2024&d=1\.[0-9a-f]{8}\.170$/);
  // And every copy opens what was handed on, the whole message pasted.
  const field = dialog(visit).getByRole('textbox', { name: '粘贴链接打开' });
  await field.fill('不是链接');
  await dialog(visit).getByRole('button', { name: '打开', exact: true }).click();
  await dialog(visit).getByRole('alert').waitFor();
  await field.fill(`${text.replace('y=2024', 'y=2022').replace('\n', ' ')}`);
  await dialog(visit).getByRole('button', { name: '打开', exact: true }).click();
  await visit.page.getByRole('heading', { level: 1, name: /2022年/ }).waitFor();
  visit.expectNoComplaint();
});
