// 展示: arranging a deck, and the show on a wall, with a clock that the tests turn.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openOneFile, openSite } from './support/app.mjs';

const WALL = { browser: { viewport: { width: 1920, height: 1080 } } };
const DECK = 'play=v=progress!st=behind~v=checks!check=sum-mismatch~v=overview';

/** Opens a show whose time stands still until a test lets it run. */
function openShow(t, query, options = WALL, open = openSite) {
  return open(t, query, {
    ...options,
    before: (page) => page.clock.install({ time: new Date('2026-11-25T10:00:00') }),
  });
}

const title = (visit) => visit.page.getByRole('heading', { level: 1 }).first().innerText();
const slides = (visit) => visit.page.getByRole('list', { name: '页' }).getByRole('listitem');
const pass = (visit, seconds) => visit.page.clock.runFor(seconds * 1000);

test('a show goes through its slides, page by page, and begins again', async (t) => {
  const visit = await (await openShow(t, `?kiosk=tv&every=10&${DECK}`)).started();
  // 14 tasks are behind: three screens of six rows.
  assert.match(await title(visit), /^进度 · .*欠进度，共 14 项/);
  await visit.page.getByText('1 / 3（1／3）').waitFor();
  await visit.page.getByRole('row', { name: /绿道.*2\.2.*−28/ }).waitFor();
  await pass(visit, 10);
  await visit.page.getByText('1 / 3（2／3）').waitFor();
  await pass(visit, 20);
  assert.match(await title(visit), /^核验/);
  await pass(visit, 20);
  await visit.page.getByText('3 / 3').waitFor();
  await pass(visit, 10);
  await visit.page.getByText('1 / 3（1／3）').waitFor();
  visit.expectNoComplaint();
  visit.expectNoStranger();
});

test('a key or a touch stops the show, and it goes on by itself after a minute', async (t) => {
  const visit = await (await openShow(t, `?kiosk=tv&every=10&${DECK}`)).started();
  await visit.page.keyboard.press('ArrowRight');
  await visit.page.getByText('1 / 3（2／3）').waitFor();
  await visit.page.getByRole('toolbar', { name: '展示' }).waitFor();
  await pass(visit, 59);
  await visit.page.getByText('1 / 3（2／3）').waitFor();
  await pass(visit, 2);
  await visit.page.getByRole('toolbar').waitFor({ state: 'detached' });
  await pass(visit, 10);
  await visit.page.getByText('1 / 3（3／3）').waitFor();
  await visit.page.mouse.click(900, 500);
  await visit.page.getByRole('toolbar').waitFor();
  await visit.page.keyboard.press('Home');
  await visit.page.getByText('1 / 3（1／3）').waitFor();
  // Space goes on at once.
  await visit.page.keyboard.press('Space');
  await visit.page.getByRole('toolbar').waitFor({ state: 'detached' });
  // Esc leaves for the deck, and Back returns to the wall.
  await visit.page.keyboard.press('Escape');
  await visit.page.getByRole('heading', { level: 1, name: '展示' }).waitFor();
  assert.equal(await slides(visit).count(), 3);
  visit.expectNoComplaint();
});

test('a slide that cannot be shown is skipped and named', async (t) => {
  const visit = await (await openShow(t, '?kiosk=tv&every=5&play=v=nothing~v=checks!check=sum-mismatch~v=tasks!q=zzzz')).started();
  assert.match(await title(visit), /^核验/);
  await visit.page.getByText('第 1 页（v=nothing）、第 3 页（v=tasks&q=zzzz）打不开，已跳过').waitFor();
});

test('after a reload the show goes on where it was, and leaves out what it broke off at', async (t) => {
  const visit = await (await openShow(t, `?kiosk=tv&every=10&${DECK}`)).started();
  await pass(visit, 31);
  assert.match(await title(visit), /^核验/);
  await (await visit.reload()).started();
  assert.match(await title(visit), /^核验/);
  await pass(visit, 1);
  // A page that broke off while drawing finds its mark, reloads by itself, and passes that slide by.
  await visit.page.evaluate(() => {
    const place = localStorage.getItem('yibenzhang.show');
    localStorage.setItem('yibenzhang.drawing', place);
    const error = new WebAssembly.RuntimeError('unreachable');
    window.dispatchEvent(new ErrorEvent('error', { error }));
  });
  const reloaded = visit.page.waitForEvent('load');
  await pass(visit, 6);
  await reloaded;
  await visit.started();
  await visit.page.getByText('第 2 页（v=checks&check=sum-mismatch）打不开，已跳过').waitFor();
});

test('the wall has no scroll bars at any size, and a wide one shows two screens', async (t) => {
  const visit = await (await openShow(t, '?kiosk=tv&every=5', WALL, openOneFile)).started();
  for (const [width, height, n] of [[1920, 1080, 1], [3840, 2160, 1], [3840, 1080, 2], [1366, 768, 1], [1080, 1920, 1], [390, 844, 1]]) {
    await visit.page.setViewportSize({ width, height });
    await visit.page.locator(`.kiosk[data-abreast="${n}"]`).waitFor();
    for (let screen = 0; screen < 45; screen += 1) {
      const found = await visit.page.evaluate(() => {
        const root = document.scrollingElement;
        const [wide, high] = [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight];
        const body = document.querySelector('.wall-body').getBoundingClientRect();
        const table = document.querySelector('.wall-table').getBoundingClientRect();
        const foot = document.querySelector('.wall-foot').getBoundingClientRect();
        return {
          wide,
          high,
          n: document.querySelectorAll('.wall-screen').length,
          over: Math.round(table.bottom - foot.top),
          out: Math.round(foot.bottom - innerHeight),
          beside: Math.round(table.right - body.right),
          title: document.querySelector('h1').innerText,
        };
      });
      const { title: said, n: screens, ...sizes } = found;
      assert.equal(screens, n, `${width}×${height}`);
      for (const [what, pixels] of Object.entries(sizes)) {
        assert.ok(pixels <= 1, `${width}×${height}, ${said}: ${what} ${pixels}`);
      }
      await pass(visit, 5);
    }
  }
  visit.expectNoComplaint();
});

test('bare slides stand alone, and parts can be hidden one by one', async (t) => {
  const visit = await (await openShow(t, `?kiosk&${DECK}`)).started();
  assert.equal(await visit.page.getByRole('img', { name: /还有|二维码/ }).count(), 0);
  assert.equal(await visit.page.locator('.wall-brand').count(), 0);
  await visit.page.goto(`${visit.base}?kiosk=tv&hide=clock,qr&${DECK}`);
  await visit.started();
  await visit.page.getByRole('img', { name: /还有/ }).waitFor();
  assert.equal(await visit.page.getByRole('img', { name: /二维码/ }).count(), 0);
  assert.equal(await visit.page.locator('.wall-clock').count(), 0);
  // What is to fall does not read as a rise.
  await visit.page.goto(`${visit.base}?v=progress&q=事故&kiosk=tv`);
  await visit.page.getByText('全年 下降').first().waitFor();
  // Any view is a wall of its own.
  await visit.page.goto(`${visit.base}?v=districts&in=hy&kiosk=tv`);
  await visit.started();
  assert.match(await title(visit), /^区县 · 海盐县/);
});

test('any view becomes a slide, and the deck is arranged, kept and handed on', async (t) => {
  const visit = await (await openSite(t, '?v=departments&of=jx-jsj')).started();
  await visit.page.getByRole('button', { name: '作为一页' }).first().click();
  await visit.page.getByText('已加入展示，第 8 页').waitFor();
  await visit.page.getByRole('link', { name: '展示', exact: true }).first().click();
  await slides(visit).nth(7).getByText(/部门 · 市建设局/).waitFor();
  // By keyboard to the top: the focus stays on the button of the slide that moves.
  await slides(visit).nth(7).getByRole('button', { name: '上移' }).focus();
  for (let step = 0; step < 6; step += 1) {
    await visit.page.keyboard.press('Enter');
    await slides(visit).nth(6 - step).getByText(/市建设局/).waitFor();
    await visit.page.waitForFunction((at) => document.activeElement.closest('li')?.matches(`:nth-child(${at})`), 7 - step);
  }
  // By drag to the end.
  await slides(visit).nth(1).dragTo(slides(visit).nth(7));
  await slides(visit).nth(7).getByText(/市建设局/).waitFor();
  await slides(visit).nth(7).getByRole('spinbutton').fill('45');
  await slides(visit).nth(7).getByRole('spinbutton').press('Tab');
  await visit.page.getByRole('textbox', { name: '名称' }).fill('周一晨会');
  await visit.page.getByRole('textbox', { name: '名称' }).press('Tab');
  const saved = visit.page.waitForEvent('download');
  await visit.page.getByRole('button', { name: '存成文件' }).click();
  const file = await saved;
  assert.equal(file.suggestedFilename(), '一本账_展示_周一晨会.txt');
  const text = readFileSync(await file.path(), 'utf8');
  assert.match(text, /^\uFEFF# 周一晨会\r\n@20\r\n/);
  assert.match(text, /\?v=departments&of=jx-jsj @45\r\n$/);
  // It is there again when the page is opened anew, until the default is asked for.
  await (await visit.reload()).started();
  assert.equal(await slides(visit).count(), 8);
  await visit.page.getByRole('button', { name: '恢复默认' }).click();
  assert.equal(await slides(visit).count(), 7);
  await visit.page.locator('input[type="file"]').setInputFiles({
    name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(text),
  });
  await slides(visit).nth(7).getByText(/市建设局/).waitFor();
  const start = await visit.page.getByRole('link', { name: '开始展示' }).getAttribute('href');
  assert.match(start, /^\?v=kiosk&kiosk=tv&deck=[^&]*&play=v=overview~/);
  await visit.page.getByRole('link', { name: '开始展示' }).click();
  await visit.page.locator('.wall-screen').waitFor();
  visit.expectNoComplaint();
  visit.expectNoStranger();
});
