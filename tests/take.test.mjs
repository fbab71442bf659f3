// What a reader takes along: files that open right, with exactly what was on the screen.
//
// Where LibreOffice is installed, the workbook is opened by it, written out again and compared
// cell by cell with the page's own CSV of each table.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openOneFile, openSite } from './support/app.mjs';
import { readCsv, readWorkbook, readZip } from './support/tables.mjs';

const run = promisify(execFile);
const dialog = (visit) => visit.page.getByRole('dialog', { name: /下载|Download/ });
const words = (row) => row.map((field) => field.words);

/** Opens the panel, by the key that works in every view. */
async function openPanel(visit) {
  await visit.page.getByRole('main').waitFor();
  await visit.page.keyboard.press('d');
  await dialog(visit).waitFor();
}

/** Clicks a button of the panel; the file's name and bytes. */
async function download(visit, button) {
  const waiting = visit.page.waitForEvent('download');
  await dialog(visit).getByRole('button', { name: button }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const workbookOf = (visit) => download(visit, /Excel/);

for (const [edition, open] of Object.entries({ 'the site': openSite, 'the one file': openOneFile })) {
  test(`${edition} gives a table as CSV that Chinese Excel reads`, async (t) => {
    const visit = await (await open(t, '?v=tasks&y=2023')).started();
    await openPanel(visit);
    const { name, bytes } = await download(visit, '下载任务（CSV）');
    assert.match(name, /^一本账_2023_任务_\d{8}\.csv$/);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8');
    assert.doesNotMatch(text, /[^\r]\n/, 'every line ends in CRLF');
    const [head, ...rows] = readCsv(text);
    assert.deepEqual(words(head), ['任务编码', '年度', '文件', '部分', '编号', '分项', '任务原文', '牵头', '配合', '牵头依据', '主题', '完成情况', '状态', '出处', '链接']);
    assert.equal(rows.length, 138);
    assert.ok(rows.every((row) => row.length === head.length && row[1].words === '2023'));
    visit.expectNoComplaint();
    visit.expectNoStranger();
  });
}

test('a workbook says first what it holds, then holds it', async (t) => {
  const visit = await (await openSite(t, '?v=districts&q=加装电梯&tol=7.5')).started();
  await openPanel(visit);
  const { name, bytes } = await workbookOf(visit);
  assert.match(name, /^一本账_加装电梯_\d{8}\.xlsx$/);
  const [about, ...sheets] = readWorkbook(bytes);
  assert.equal(about.name, '说明');
  const said = new Map(about.rows.map(([item, content]) => [item?.words, content?.words]));
  assert.equal(said.get('筛选条件'), '含“加装电梯”，共 3 项');
  assert.equal(said.get('任务数'), '3，全部 626');
  assert.match(said.get('导出时间'), /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  assert.match(said.get('链接'), /\?v=districts&q=.*&tol=7\.5(&|$)/);
  assert.match(said.get('进度容差'), /7\.5/);
  assert.ok(said.get('数据版本') && said.get('规则版本'));
  // The view's own table stands first after it.
  assert.deepEqual(sheets.slice(0, 2).map((sheet) => sheet.name), ['区县数量', '分解']);
  for (const { name: title, xml, rows } of sheets) {
    assert.match(xml, /state="frozen"/, title);
    assert.match(xml, /<autoFilter ref="A1:/, title);
    assert.match(xml, /paperSize="9" orientation="landscape"/, title);
    assert.equal(said.get(title), `${rows.length - 1} 行`);
  }
  const list = readZip(bytes).get('xl/workbook.xml');
  assert.match(list, /_xlnm\.Print_Titles" localSheetId="1">'区县数量'!\$1:\$1</);
  // 2024, the city's project 24: 100 lifts, of which 12 in 南湖区, as the document prints them.
  const head = sheets[1].rows[0].map((cell) => cell.words);
  const at = (column) => head.indexOf(column);
  const cells = sheets[1].rows.filter((row) => row[at('年度')].words === '2024');
  const value = (place) => cells.find((row) => row[at('地方')].words === place)[at('数值')];
  assert.deepEqual(value('南湖区'), { words: '12', isText: false });
  // The matrix has it in the district's column.
  const [heads, ...rows] = sheets[0].rows;
  const inMatrix = (title) => rows.find((row) => row[0].words === 'jiaxing-2024/livelihood-city/24')[heads.findIndex((cell) => cell.words === title)];
  assert.deepEqual(inMatrix('南湖区'), { words: '12', isText: false });
  assert.deepEqual(inMatrix('各处相加'), { words: '100', isText: false });
  // Each row links to its task where it was taken from.
  const own = new URL(visit.page.url());
  const link = `${own.origin}${own.pathname}?v=tasks&t=jiaxing-2024/livelihood-city/24`;
  assert.equal(inMatrix('链接').words, link);
  const links = readZip(bytes).get('xl/worksheets/_rels/sheet2.xml.rels');
  assert.ok(links.includes(`Target="${link.replaceAll('&', '&amp;')}"`), links);
  assert.equal([...sheets[0].xml.matchAll(/<hyperlink /g)].length, rows.length);
});

test('from a file, which nobody else can open, a link is its query as words', async (t) => {
  const visit = await (await openOneFile(t, '?v=checks')).started();
  await openPanel(visit);
  const { bytes } = await workbookOf(visit);
  const [, checks] = readWorkbook(bytes);
  const at = checks.rows[0].findIndex((cell) => cell.words === '链接');
  const links = checks.rows.slice(1).map((row) => row[at]?.words).filter(Boolean);
  assert.ok(links.length > 10 && links.every((link) => link.startsWith('?v=tasks&t=')), links[0]);
  assert.doesNotMatch(checks.xml, /<hyperlink/);
});

test('a page of one unit, and of one place, is taken along as that unit and that place', async (t) => {
  const visit = await (await openSite(t, '?v=departments&of=jx-jyj')).started();
  await openPanel(visit);
  const radios = dialog(visit).getByRole('radio');
  assert.equal(await radios.count(), 2);
  const subject = dialog(visit).getByRole('radio', { name: '市教育局牵头或配合，共 38 项' });
  assert.ok(await subject.isChecked());
  const { name, bytes } = await workbookOf(visit);
  assert.match(name, /^一本账_市教育局_\d{8}\.xlsx$/);
  const sheets = readWorkbook(bytes);
  assert.deepEqual(sheets.slice(0, 3).map((sheet) => sheet.name), ['说明', '市教育局历年担子', '市教育局牵头']);
  assert.equal(sheets.find((sheet) => sheet.name === '任务').rows.length, 39);
  // The filter alone is the table of all units.
  await dialog(visit).getByRole('radio', { name: '全部 626 项任务' }).check();
  await dialog(visit).getByRole('button', { name: '下载部门担子（CSV）' }).waitFor();
  await dialog(visit).getByText('626 行').waitFor();

  const other = await (await openSite(t, '?v=districts&in=nh&y=2024')).started();
  await openPanel(other);
  const place = dialog(other).getByRole('radio', { name: /^2024年 · .*南湖区.*，共 42 项$/ });
  assert.ok(await place.isChecked());
  await dialog(other).getByRole('button', { name: '下载南湖区份额（CSV）' }).waitFor();
});

test('all rows are a choice, counted before the click, and the view stays as it was', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2023')).started();
  await openPanel(visit);
  await dialog(visit).getByRole('radio', { name: '筛选出的 138 项任务' }).waitFor();
  await dialog(visit).getByRole('radio', { name: '全部 626 项任务' }).check();
  await dialog(visit).getByText('626 行').waitFor();
  const { name, bytes } = await download(visit, '下载任务（CSV）');
  assert.match(name, /^一本账_任务_\d{8}\.csv$/);
  assert.equal(readCsv(bytes.toString('utf8')).length, 627);
  await visit.page.keyboard.press('Escape');
  await dialog(visit).waitFor({ state: 'detached' });
  await visit.page.getByRole('heading', { level: 1, name: /共 138 项/ }).waitFor();
});

test('the English page heads its tables in English and leaves the documents Chinese', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&y=2024&lang=en')).started();
  await openPanel(visit);
  const { name, bytes } = await download(visit, 'Download Tasks (CSV)');
  assert.match(name, /^One-Ledger_2024_Tasks_\d{8}\.csv$/);
  const [head, first] = readCsv(bytes.toString('utf8'));
  assert.deepEqual(words(head).slice(0, 3), ['Task id', 'Year', 'Document']);
  assert.match(first[6].words, /\p{Script=Han}/u);
});

test('the text for a chat holds the sentence, the link and the tasks', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&q=加装电梯')).started();
  await openPanel(visit);
  await dialog(visit).getByRole('button', { name: '复制文字' }).click();
  await dialog(visit).getByRole('button', { name: '已复制' }).waitFor();
  // What was copied is pasted where a person would.
  await visit.page.keyboard.press('Escape');
  await dialog(visit).waitFor({ state: 'detached' });
  await visit.page.evaluate(() => { document.body.append(document.createElement('textarea')); });
  const field = visit.page.locator('body > textarea');
  await field.focus();
  await visit.page.keyboard.press('Control+V');
  const lines = (await field.inputValue()).split('\n');
  assert.equal(lines[0], '含“加装电梯”，共 3 项');
  assert.match(lines[1], /^http.*\?v=tasks&q=/);
  assert.equal(lines.length, 6);
  assert.match(lines[3], /^1\. .*加装电梯/);
});

// Each view with its own tables, and a profile of each kind.
const VIEWS = [
  '?v=tasks', '?v=districts&in=nh', '?v=districts&cells=share', '?v=districts&cells=change',
  '?v=compare&i=lifts', '?v=departments', '?v=departments&of=jx-jyj', '?v=progress&lang=en',
];
for (const query of VIEWS) {
  test(`LibreOffice reads every cell of the workbook of ${query} as it was meant`, (t) => compareWithLibreOffice(t, query));
}

async function compareWithLibreOffice(t, query) {
  if (!await run('soffice', ['--version']).catch(() => null)) {
    t.skip('soffice is not installed');
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'take-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const visit = await (await openSite(t, query)).started();
  await openPanel(visit);
  const waiting = visit.page.waitForEvent('download');
  await dialog(visit).getByRole('button', { name: /Excel/ }).click();
  const book = join(folder, 'book.xlsx');
  await (await waiting).saveAs(book);
  // All sheets, words in quotes, and numbers as they are shown.
  await run('soffice', [
    `-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1',
    '--outdir', folder, book,
  ]);
  const sheets = readWorkbook(await readFile(book));
  const written = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  assert.equal(written.length, sheets.length);
  let nCells = 0;
  for (const { name, rows } of sheets) {
    const read = readCsv(await readFile(join(folder, `book-${name}.csv`), 'utf8'));
    const button = query.includes('lang=en') ? `Download ${name} (CSV)` : `下载${name}（CSV）`;
    const own = name === '说明' || name === 'About' ? null : readCsv((await download(visit, button)).bytes.toString('utf8'));
    assert.equal(read.length, rows.length, name);
    for (const [at, row] of rows.entries()) {
      for (const [column, cell] of row.entries()) {
        const found = read[at][column] ?? { words: '', isQuoted: false };
        const place = `${name}, row ${at + 1}, column ${column + 1}`;
        // A quoted field is words to LibreOffice, an unquoted one a number or nothing.
        assert.equal(found.isQuoted, cell?.isText ?? false, place);
        if (own) { compare(found, own[at][column], cell, place); }
        nCells += 1;
      }
    }
  }
  t.diagnostic(`${sheets.length} sheets, ${nCells} cells`);
}

/** Compares a cell as LibreOffice read it with the page's own CSV. */
function compare(found, own, cell, place) {
  if (cell?.isText ?? true) {
    assert.equal(found.words, own.words.replace(/^'(?=[=+\-@])/, ''), place);
  } else if (/^\d{4}-\d\d-\d\d$/.test(own.words)) {
    assert.equal(found.words, own.words, place);
  } else {
    // A share is shown in percent with one decimal.
    const [scale, slack] = found.words.endsWith('%') ? [100, 0.05] : [1, 0];
    const off = Math.abs(parseFloat(found.words) - Number(own.words) * scale);
    assert.ok(off <= slack + 1e-9 * Math.abs(Number(own.words)), `${place}: ${found.words}, ${own.words}`);
  }
}
