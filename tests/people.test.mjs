// Six people with a question, each before a page opened from nothing: an empty address, an empty
// store. Each has the answer after three acts at most, and leaves with what they came for.
//
// An act is a click, a search typed, or a key; shutting a panel is none. What is read is read by role and name, as it
// stands on the page. Every figure was worked out by hand; the comment says where it stands.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openAt, openOneFile, openSite } from './support/app.mjs';
import { readCsv, readWorkbook } from './support/tables.mjs';

const run = promisify(execFile);

/** How many acts an answer may cost, and how many more what is taken along. */
const ACTS = 3;

/** Somebody before the page: whoever needs more acts than allowed has failed. */
class Person {
  constructor(visit) {
    this.visit = visit;
    this.page = visit.page;
    this.left = ACTS;
  }

  #act() {
    assert.ok(this.left > 0, `more than ${ACTS} acts`);
    this.left -= 1;
  }

  async clicks(found) {
    this.#act();
    await found.click();
  }

  async types(found, words) {
    this.#act();
    await found.fill(words);
  }

  async presses(key) {
    this.#act();
    await this.page.keyboard.press(key);
  }

  /** Has the answer, and is allowed as many acts again to take it along. */
  hasAnswer() {
    this.visit.expectNoComplaint();
    this.left = ACTS;
  }

  /** Goes to a view by the bar. */
  goesTo(view) {
    return this.clicks(this.page.getByRole('navigation', { name: '视图' }).getByRole('link', { name: view, exact: true }));
  }

  /** Saves a file by a button of the panel that `d` opens; the file's bytes. */
  async saves(button) {
    await this.presses('d');
    const panel = this.page.getByRole('dialog', { name: '下载' });
    await panel.waitFor();
    const waiting = this.page.waitForEvent('download');
    await this.clicks(panel.getByRole('button', { name: button }));
    return readFile(await (await waiting).path());
  }

  /** Prints; the words on the paper, or `null` where nothing here reads them. */
  async prints(t) {
    // A browser without a window has no dialog to print by.
    await this.page.evaluate(() => { window.print = () => { window.isPrinted = true; }; });
    await this.clicks(this.page.getByRole('button', { name: '打印' }).first());
    await this.page.waitForFunction(() => window.isPrinted);
    if (!await run('pdftotext', ['-v']).catch(() => null)) {
      t.diagnostic('pdftotext is not installed: the print was not read');
      return null;
    }
    const folder = await mkdtemp(join(tmpdir(), 'print-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'page.pdf');
    await this.page.pdf({ path, preferCSSPageSize: true });
    const { stdout } = await run('pdftotext', ['-layout', path, '-']);
    return stdout;
  }
}

/** Comes to the page with nothing but its address. */
async function comes(t, open = openSite, options = {}) {
  return new Person(await (await open(t, '', options)).started());
}

const rowOf = (table, name) => table.getByRole('row').filter({ has: table.page().getByRole('rowheader', { name }) });
const words = async (found) => (await found.allInnerTexts()).map((text) => text.trim());

/** A table of a file as a map from the words of its heads to the words of its cells. */
function records([heads, ...rows]) {
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head.words, row[at]?.words ?? ''])));
}

test('督查室 reads what is behind and who leads it, and takes the list to the meeting', async (t) => {
  const desk = await comes(t);
  await desk.goesTo('进度');
  await desk.clicks(desk.page.getByRole('link', { name: '欠进度清单' }));
  await desk.page.getByRole('heading', { level: 1, name: /欠进度.*共 \d+ 项/ }).waitFor();
  // pinghu-2023.txt, a row a line, against half of the year gone by:
  // line 66 (No. 65): 2.2 of 10 km of greenways, 22 %, 28 points short; ★建设局.
  // line 50 (No. 49): 7 of 30 talent projects, 23.3 %, 26.7 points short; ★组织部.
  // line 117 (No. 116): 718 of 2000 households, 35.9 %, 14.1 points short; 农房改善办.
  // line 70 (No. 69): 29 of 78 bridges, 37.2 %, 12.8 points short; ★交通运输局.
  // line 99 (No. 98): 17 of 40 亿元, 42.5 %, 7.5 points short; ★发改局.
  const behind = [
    ['建设局', /新增市域绿道/, '10公里', '2.2公里', '22%', '−28 点'],
    ['组织部', /高层次人才项目/, '30个以上', '7个以上', '23.3%', '−26.7 点'],
    ['农房改善办', /改善农民住房/, '2000户以上', '718户', '35.9%', '−14.1 点'],
    ['交通运输局', /农村危桥改造/, '78座', '29座', '37.2%', '−12.8 点'],
    ['发改局', /为企业减负/, '40亿元以上', '17亿元', '42.5%', '−7.5 点'],
  ];
  for (const [lead, indicator, ...figures] of behind) {
    const list = desk.page.getByRole('region', { name: new RegExp(`^${lead}`) });
    const row = list.getByRole('row', { name: indicator });
    const cells = await words(row.getByRole('cell'));
    figures.forEach((figure) => assert.ok(cells.some((cell) => cell.startsWith(figure)), `${figure}: ${cells.join('|')}`));
  }
  desk.hasAnswer();

  // On paper: the same list, with the filter and the rule above it.
  const paper = await desk.prints(t);
  if (paper !== null) {
    for (const said of ['欠进度，共', '容差', ...behind.flatMap(([lead, , ...figures]) => [lead, ...figures])]) {
      assert.ok(paper.includes(said), `on paper: ${said}\n${paper}`);
    }
  }
  // As a workbook: as many tasks as the heading counts, none of which is anything but behind.
  const n = Number((await desk.page.getByRole('heading', { level: 1 }).innerText()).match(/共 (\d+) 项/)[1]);
  const sheets = readWorkbook(await desk.saves(/Excel/));
  const tasks = records(sheets.find(({ name }) => name === '任务').rows);
  assert.equal(tasks.length, n);
  assert.ok(tasks.every((task) => task['状态'] === '欠进度'));
  const greenways = tasks.find((task) => task['编号'] === '65');
  assert.deepEqual([greenways['牵头'], greenways['配合']], ['建设局', '城投集团']);
});

test("a department's office reads its own page, each figure traced to the document", async (t) => {
  const office = await comes(t);
  await office.goesTo('部门');
  await office.types(office.page.getByRole('searchbox', { name: '在表中找单位' }), 'styj');
  await office.clicks(office.page.getByRole('table', { name: '谁担多少' }).getByRole('link', { name: '市体育局', exact: true }));
  await office.page.getByRole('heading', { level: 2, name: '市体育局' }).waitFor();
  // jiaxing-2024.txt: line 528 (No. 111, with 市教育局), line 997 (livelihood 17, alone).
  // jiaxing-2022.txt: line 453 (five years, No. 65), line 1545 (livelihood 16, and 17 below it,
  // whose own cell is merged with the one above).
  // jiaxing-2021.txt: line 454 (province 25, merged down to 29) and line 1085 (city 22, down to 24).
  await office.page.getByRole('heading', { level: 1, name: /市体育局.*共 13 项/ }).waitFor();
  const load = office.page.getByRole('table', { name: '历年担子' });
  assert.equal((await words(rowOf(load, '2024').getByRole('cell')))[0], '2');
  assert.equal((await words(rowOf(load, '2022').getByRole('cell')))[0], '3');
  assert.equal((await words(rowOf(load, '2021').getByRole('cell')))[0], '8');
  await rowOf(load, '2023').getByText('没有文件').waitFor({ state: 'attached' });
  await office.page.getByText('积极开展群众体育赛事活动').first().waitFor();
  // 组建体育社群: 1500 in 2021 (jiaxing-2021.txt, city 23), 800 in 2022 (jiaxing-2022.txt, 1551).
  const again = rowOf(office.page.getByRole('table', { name: '别的年份也有的指标' }), /体育社群/);
  office.hasAnswer();

  // What is handed on says whose page it is.
  await office.clicks(office.page.getByRole('button', { name: '分享' }).first());
  await office.page.getByRole('dialog', { name: '分享' }).getByText('市体育局，共 13 项').waitFor();
  await office.page.keyboard.press('Escape');
  // The figure of 2022 leads to the task, and its words to the line of the document.
  await office.clicks(again.getByRole('link', { name: /^800/ }));
  const task = office.page.getByRole('complementary', { name: '打开的任务' });
  await task.getByRole('heading', { name: /全市组建体育社群800个/ }).waitFor();
  await office.clicks(task.getByRole('button', { name: '800个' }).first());
  const source = task.locator('.source');
  await source.getByTitle('第 1549 行').locator('mark', { hasText: /^800个$/ }).waitFor();
  office.visit.expectNoComplaint();
});

test('a district reads its share of each project, year beside year', async (t) => {
  const district = await comes(t);
  await district.goesTo('区县');
  await district.clicks(district.page.getByRole('navigation', { name: '选区县' }).getByRole('link', { name: '海宁' }));
  const profile = district.page.getByRole('region', { name: '海宁市的账' });
  // jiaxing-2022.txt, 19, line 1619 (the sixth district): 26 lifts. jiaxing-2024.txt, 24, line
  // 1174: 15. (15 − 26) / 26 = −42.3 %.
  const lifts = rowOf(profile.getByRole('table', { name: '历年可比的份额' }), /既有住宅加装电梯/);
  assert.deepEqual(await words(lifts.getByRole('cell')), ['', '26', '没有文件', '15', '比2022年 −42.3%']);
  district.hasAnswer();

  // Its row of the table as a file: of 1300 village charging points in 2024, 450 are its own
  // (jiaxing-2024.txt, 25, line 1191).
  const shares = records(readCsv((await district.saves('下载海宁市份额（CSV）')).toString('utf8')));
  const own = (year, name) => shares.find((row) => row['年度'] === year && Object.values(row).some((cell) => cell.includes(name)));
  assert.ok(Object.values(own('2024', '新增农村公共充电桩')).includes('450'), JSON.stringify(own('2024', '新增农村公共充电桩')));
  assert.ok(Object.values(own('2022', '加装电梯')).includes('26'));
  assert.ok(Object.values(own('2024', '加装电梯')).includes('15'));
});

test('a meeting room starts a show from one file without a network, and it goes round', async (t) => {
  const room = await comes(t, openOneFile, {
    browser: { viewport: { width: 1920, height: 1080 } },
    before: async (page) => {
      await page.clock.install({ time: new Date('2026-11-23T09:00:00') });
      await page.context().setOffline(true);
    },
  });
  await room.goesTo('展示');
  await room.clicks(room.page.getByRole('link', { name: '开始展示' }));
  await room.page.locator('.wall-screen').waitFor();
  room.hasAnswer();
  const title = () => room.page.getByRole('heading', { level: 1 }).first().innerText();
  const first = await title();
  const seen = new Set([first]);
  let hasGreenways = false;
  let isRound = false;
  // Nobody touches it: a screen stays for 20 seconds, and there are fewer than 60.
  for (let n = 0; n < 60 && !isRound; n += 1) {
    await room.page.clock.runFor(20_000);
    const now = await title();
    isRound = now === first && seen.size > 1;
    seen.add(now);
    // pinghu-2023.txt, line 66: 2.2 of 10 km.
    hasGreenways ||= await room.page.getByRole('row', { name: /绿道.*2\.2.*−28/ }).count() > 0;
  }
  assert.ok(isRound, 'it never began again');
  assert.ok(seen.size >= 5, [...seen].join(' | '));
  assert.ok(hasGreenways, 'what is furthest behind was not shown');
  room.visit.expectNoComplaint();
  room.visit.expectNoStranger();
});

test('a citizen asks after the lifts of 2022, and sends what became of them', async (t) => {
  const citizen = await comes(t);
  await citizen.types(citizen.page.getByRole('searchbox', { name: '搜索' }), '加装电梯');
  await citizen.page.getByRole('heading', { level: 1, name: /加装电梯/ }).waitFor();
  await citizen.goesTo('对比');
  // jiaxing-2022.txt, line 1607: 200. jiaxing-2024.txt, line 1168: 100, which is half.
  const answer = async (page) => {
    const row = page.getByRole('row', { name: /既有住宅加装电梯/ }).first();
    await row.getByRole('link', { name: '200台' }).waitFor();
    await row.getByRole('link', { name: '100台' }).waitFor();
    await row.getByText('−50%').waitFor();
    await row.getByText('没有文件').first().waitFor({ state: 'attached' });
  };
  await answer(citizen.page);
  citizen.hasAnswer();

  // Whoever is sent the link, on a phone, reads the same without an act.
  await citizen.clicks(citizen.page.getByRole('button', { name: '分享' }).first());
  const link = await citizen.page.getByRole('dialog', { name: '分享' }).locator('.share-link').innerText();
  const friend = await openAt(t, link, '', { browser: { viewport: { width: 390, height: 844 } } });
  await friend.started();
  await answer(friend.page);
  assert.equal(await friend.page.getByText(/读不懂/).count(), 0);
  friend.expectNoComplaint();
});

test('a journalist finds a table that does not add up, and takes all data as CSV', async (t) => {
  const journalist = await comes(t);
  await journalist.goesTo('核验');
  // jiaxing-2021.txt, province 22: the parts 10, 1, 3, 2, 1, 6, 17, 1 make 41, the total says 10.
  const row = journalist.page.getByRole('row', { name: /嘉兴市 2021 省民生 22/ });
  assert.ok((await words(row.getByRole('cell'))).includes('41'));
  await row.getByText('+31').waitFor();
  journalist.hasAnswer();

  const tasks = records(readCsv((await journalist.saves('下载任务（CSV）')).toString('utf8')));
  const lifts = tasks.find((task) => task['任务原文'].includes('完成既有住宅加装电梯100台'));
  assert.deepEqual([lifts['年度'], lifts['编号'], lifts['牵头']], ['2024', '24', '市建设局']);
  // pinghu-2023.txt has 138 rows, one a line.
  assert.equal(tasks.filter((task) => task['年度'] === '2023').length, 138);
});
