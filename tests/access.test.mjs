// Every view in both languages and both themes: what axe finds, and a walk by Tab alone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const VIEWS = ['overview', 'tasks', 'compare', 'districts', 'departments', 'progress', 'checks', 'kiosk', 'about'];

/** The rules of WCAG 2.2 up to AA, and what axe calls good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** More stops than any view has on one screen; a walk that needs more is trapped or endless. */
const LONGEST_WALK = 3000;

/** What axe finds, one line each: the rule, the element, what is wrong. */
async function violations(page) {
  await page.evaluate(AXE);
  const { nPassed, lines } = await page.evaluate(async (tags) => {
    const found = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    const lines = found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
    return { nPassed: found.passes.length, lines };
  }, TAGS);
  // Finding nothing means something only where the rules have looked at something.
  assert.ok(nPassed > 20, `only ${nPassed} rules had anything to look at`);
  return lines;
}

/** Goes to an address inside the page, as a click on a link does, and waits until it is drawn. */
async function go(page, address) {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, address);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

for (const lang of ['zh', 'en']) {
  for (const theme of ['light', 'dark']) {
    test(`axe finds nothing in any view (${lang}, ${theme})`, async (t) => {
      const visit = await (await openSite(t, `?lang=${lang}&theme=${theme}`)).started();
      const found = [];
      for (const view of VIEWS) {
        await go(visit.page, `?v=${view}&lang=${lang}&theme=${theme}`);
        found.push(...(await violations(visit.page)).map((line) => `${view}: ${line}`));
      }
      assert.equal(found.length, 0, found.slice(0, 20).join('\n'));
    });
  }
}

test('axe finds nothing in an open task and in what stands before the page', async (t) => {
  const visit = await (await openSite(t, '?v=tasks&t=jiaxing-2024/livelihood-city/24')).started();
  await visit.page.getByRole('heading', { level: 1 }).waitFor();
  const found = await violations(visit.page);
  for (const [key, name] of [['?', '快捷键'], ['d', '下载'], ['Control+k', '快速去处']]) {
    await visit.page.keyboard.press(key);
    await visit.page.getByRole('dialog', { name }).waitFor();
    found.push(...(await violations(visit.page)).map((line) => `${name}: ${line}`));
    await visit.page.keyboard.press('Escape');
    await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await visit.page.getByRole('button', { name: '分享' }).first().click();
  await visit.page.getByRole('dialog', { name: '分享' }).waitFor();
  found.push(...(await violations(visit.page)).map((line) => `分享: ${line}`));
  assert.equal(found.length, 0, found.slice(0, 20).join('\n'));
});

/** Where the focus is: a number of its own for each element, and whether it can be seen there. */
function look() {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) { return null; }
  window.walked ??= new Map();
  if (!window.walked.has(activeElement)) { window.walked.set(activeElement, window.walked.size); }
  const box = activeElement.getBoundingClientRect();
  const styles = [activeElement, activeElement.parentElement].flatMap((node) =>
    [getComputedStyle(node), getComputedStyle(node, '::after')]);
  const isMarked = styles.some(({ boxShadow, outlineStyle, outlineWidth }) =>
    boxShadow !== 'none' || (outlineStyle !== 'none' && outlineWidth !== '0px'));
  return {
    id: window.walked.get(activeElement),
    name: activeElement.outerHTML.slice(0, 120),
    isMarked,
    isOnScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    isInMain: Boolean(activeElement.closest('main')),
  };
}

for (const view of VIEWS) {
  test(`${view} can be walked by Tab alone`, async (t) => {
    const visit = await (await openSite(t, `?v=${view}&y=2023`)).started();
    const { page } = visit;
    await page.getByRole('heading', { level: 1 }).waitFor();
    const nStops = await page.evaluate(() =>
      document.querySelectorAll('a[href]:not([tabindex="-1"]), button:not([disabled]), input, select, summary, [tabindex="0"]').length);
    const seen = new Set();
    let last = null;
    for (let step = 0; ; step += 1) {
      assert.ok(step < Math.min(LONGEST_WALK, nStops * 2 + 50), `${step} steps, and no end: ${last?.name}`);
      await page.keyboard.press('Tab');
      const here = await page.evaluate(look);
      // The walk ends where it leaves the page, or comes round to its start.
      if (here === null || (here.id === 0 && seen.size > 1)) { break; }
      assert.notEqual(here.id, last?.id, `the focus is trapped at ${here.name}`);
      assert.ok(here.isMarked, `the focus cannot be seen at ${here.name}`);
      assert.ok(here.isOnScreen, `the focus is off the screen at ${here.name}`);
      seen.add(here.id);
      last = here;
    }
    assert.ok(last.isInMain, `the walk ends outside the content, at ${last.name}`);
    const isLast = await page.evaluate(() => {
      const stops = [...document.querySelectorAll('main a[href], main button:not([disabled])')];
      return stops.filter((stop) => stop.offsetParent !== null).at(-1) === [...window.walked.keys()].at(-1);
    });
    assert.ok(isLast, `the last control was not reached; the walk ends at ${last.name}`);
    t.diagnostic(`${seen.size} stops`);
  });
}
