// Changes of view, and a year pressed in each view: what takes longest where a page holds much.
//
// Times are those of `acts.mjs`: from the input to the end of the first frame after it that shows
// the answer, and to that of the last one in which anything changed.

import { timed, watch } from './acts.mjs';

/** The views by their places in the bar; 展示 has a deck and no list. */
const VIEWS = { 总览: 0, 任务: 1, 对比: 2, 区县: 3, 部门: 4, 进度: 5, 核验: 6, 说明: 8 };

/** The middle of the `nth` element of a selector on the screen. */
async function spot(page, selector, nth = 0) {
  const found = page.locator(selector).nth(nth);
  await found.scrollIntoViewIfNeeded();
  const box = await found.boundingBox();
  if (!box) { throw new Error(`no ${selector} number ${nth}`); }
  return [box.x + Math.min(12, box.width / 2), box.y + box.height / 2];
}

async function opened(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(watch);
  await page.goto(address);
  await page.locator('#boot').waitFor({ state: 'detached' });
  await page.waitForTimeout(1500);
  return page;
}

/** The figures of each act: `{ name, act, first, settled }`. */
export async function views(browser, address, { rounds = 3, only = [] } = {}) {
  const found = [];
  const clicked = async (page, name, act, place) => {
    found.push({ name, act, ...await timed(page, () => page.mouse.click(...place)) });
  };
  const wanted = Object.entries(VIEWS).filter(([name]) => only.length === 0 || only.includes(name));
  const page = await opened(browser, `${address}?v=tasks`);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, at] of wanted) {
      // Each view is come to from another: 任务 from 总览, the others from 任务.
      await page.mouse.click(...await spot(page, '.bar-views a', name === '任务' ? 0 : 1));
      await page.waitForTimeout(800);
      await clicked(page, name, 'view', await spot(page, '.bar-views a', at));
    }
  }
  await page.context().close();
  // Of one year, and of all but one: the one chosen stands first among the values.
  for (const [name, at] of wanted) {
    for (const [act, query, selector, presses] of [
      ['a year', 'y=2016', '.choices .facet-value', [1, 2, 2, 2]],
      ['a year excluded', 'y=-2016', '.choices .facet-not', [1, 2, 2, 2]],
    ]) {
      const page = await opened(browser, `${address}?v=tasks&${query}`);
      await page.mouse.click(...await spot(page, '.bar-views a', at));
      await page.waitForTimeout(800);
      await page.mouse.click(...await spot(page, '.head .part[data-part="y"]'));
      await page.waitForTimeout(300);
      for (const nth of presses) { await clicked(page, name, act, await spot(page, selector, nth)); }
      await page.context().close();
    }
  }
  return found;
}
