// One journey in four browsers, from a file and from a host: open, filter, search, open a task,
// compare, open again, and go on when the host is gone: a file asks for nothing, a site is kept.
//
// The figures were counted by hand in the documents' tables, not read off the page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ONE_FILE, SITE } from './support/app.mjs';
import { BROWSERS } from './support/drivers.mjs';
import { open } from './support/hand.mjs';
import { serveSite } from './support/server.mjs';

/** Every view with words that only its content has. */
const VIEWS = {
  总览: ['main', '626'],
  任务: ['section.list', '地区生产总值增长6%左右'],
  对比: ['main td', '200台'],
  区县: ['main', '海宁市'],
  部门: ['main', '市发展改革委'],
  进度: ['main', '欠进度'],
  核验: ['main h2', '原文对不上'],
  展示: ['main', '作为一页'],
  说明: ['main', '嘉政办发〔2021〕11号'],
};

/** What a reader does, with what must be read after each step. */
async function journey(url, driver) {
  const hand = await open(driver, `${url}?v=tasks`);
  await hand.sees('h1', '全部任务，共 626 项');

  // A facet: its count first, then the list of as many.
  await hand.sees('.facet[aria-label=年度] li', '138');
  await hand.clicks('.facet[aria-label=年度] [role=checkbox]', '2023');
  await hand.sees('h1', '2023年，共 138 项');
  await hand.clicks('.facet[aria-label=年度] [role=checkbox]', '2023');
  await hand.sees('h1', '共 626 项');

  // The search, by initials of a unit and by characters.
  await hand.clicks('header input[type=search]', '');
  await hand.sees('header input[type=search]:focus', '');
  await hand.types('jsj 电梯');
  await hand.sees('h1', '共 2 项');

  // A task: its shares added up, its words marked in the source.
  await hand.clicks('section.list a', '加装电梯');
  await hand.sees('main', '各处相加');
  await hand.sees('mark', '加装电梯');
  const address = await hand.address();
  assert.match(address, /q=jsj.电梯.*t=jiaxing-20\d\d\/livelihood-city\//);
  assert.deepEqual(await hand.complaints(), []);

  // The same address is the same state.
  const heads = await hand.reads('h1, h2');
  await hand.reload();
  await hand.sees('mark', '加装电梯');
  assert.equal(await hand.address(), address);
  assert.deepEqual(await hand.reads('h1, h2'), heads);

  // 对比: 200 lifts in 2021, 100 in 2024, and the chart of the series.
  await hand.clicks('nav a', '对比');
  await hand.sees('main tr', '−50%');
  await hand.clicks('main th a', '既有住宅加装电梯');
  await hand.sees('.chart-place svg', '2024');
  return hand;
}

/** Goes through every view, and back to a choice by the year. */
async function goThroughViews(hand) {
  await hand.clicks('header a', '一本账');
  for (const [view, [selector, words]] of Object.entries(VIEWS)) {
    await hand.clicks('nav a', view);
    await hand.sees('nav a[aria-current]', view);
    await hand.sees(selector, words);
    assert.equal(await hand.excessWidth(), 0, `${view}: nothing scrolls sideways`);
  }
  await hand.clicks('nav a', '任务');
  await hand.clicks('header [aria-label=年度] button', '2021');
  await hand.sees('h1', '共 68 项');
  assert.deepEqual(await hand.complaints(), []);
}

/** A browser that is missing is named, and is a failure where it could have been installed. */
const mayBeAbsent = !process.env.CI && !process.env.EVERY_BROWSER;

for (const { name, start, absent } of BROWSERS) {
  describe(name, { skip: mayBeAbsent && absent }, () => {
    test('the one file goes the whole way', async (t) => {
      assert.equal(absent, false);
      const driver = await start();
      t.after(() => driver.close());
      const hand = await journey(pathToFileURL(ONE_FILE).href, driver);
      await goThroughViews(hand);
    });

    test('the site goes the whole way, and on when its host is gone', async (t) => {
      assert.equal(absent, false);
      const host = await serveSite(SITE);
      t.after(() => host.close());
      const driver = await start();
      t.after(() => driver.close());
      const hand = await journey(host.url, driver);
      await hand.isKept();
      await host.close();
      await goThroughViews(hand);
      await hand.reload();
      await hand.sees('h1', '共 68 项');
    });
  });
}
