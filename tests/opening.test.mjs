// The page opens wherever it lies, and says what to do where it cannot.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { SITE, openAt, openOneFile, openSite } from './support/app.mjs';

const heading = (visit) => visit.page.getByRole('heading').first();
const notice = (visit) => visit.page.getByRole('alert');

/** Every way to open the page, so that each test proves itself for both. */
const EDITIONS = { 'the site': openSite, 'the one file': openOneFile };

for (const [edition, open] of Object.entries(EDITIONS)) {
  test(`${edition} opens and shows a heading, and nothing complains`, async (t) => {
    const visit = await open(t);
    await visit.started();
    await heading(visit).waitFor();
    assert.equal(await visit.page.locator('html').getAttribute('lang'), 'zh-CN');
    visit.expectNoComplaint();
  });

  test(`${edition} opens again from its own address`, async (t) => {
    const visit = await open(t, '?v=tasks');
    await visit.started();
    const words = await heading(visit).innerText();
    await visit.reload();
    await visit.started();
    assert.equal(await heading(visit).innerText(), words);
    visit.expectNoComplaint();
  });

  test(`a link that cannot be read still opens ${edition}`, async (t) => {
    const visit = await open(t, '?v=%FF%00&y=never&from=singlemessage&nsukey=1&=&&t=%E4%B8&#gone');
    await visit.started();
    await heading(visit).waitFor();
  });

  test(`without WebAssembly ${edition} says which browser to use`, async (t) => {
    const before = (page) => page.addInitScript('delete window.WebAssembly');
    const visit = await open(t, '', { before });
    await notice(visit).getByText('切换到极速模式').waitFor();
    await notice(visit).getByText('Chrome 86').first().waitFor();
  });

  test(`with JavaScript switched off ${edition} says so`, async (t) => {
    const visit = await open(t, '', { browser: { javaScriptEnabled: false } });
    await notice(visit).getByText('JavaScript').first().waitFor();
    assert.ok(await visit.page.getByText('正在打开台账').isHidden());
  });
}

/** Opens the site with its program held back until `release()`. */
async function openHeld(t, address, options = {}) {
  let release = () => {};
  const read = new Promise((resolve) => { release = resolve; });
  const before = (page) => page.route('**/*.wasm', async (route) => {
    await read;
    await route.continue();
  });
  const visit = await openSite(t, address, { ...options, before });
  return { visit, release };
}

test('while the program is read, the page says what it is doing', async (t) => {
  const { visit, release } = await openHeld(t, '?v=tasks');
  await visit.page.getByRole('status').getByText('正在打开台账…').waitFor();
  assert.ok(await visit.page.locator('#opening').isHidden());
  release();
  await visit.started();
});

/** The first words of 总览, and where they stand. */
const firstWords = (visit) => visit.page.evaluate(() => ['h1', 'p.lead', '.bar-name', '.bar-views a'].map((name) => {
  const found = document.querySelector(name);
  const { x, y, width, height } = found.getBoundingClientRect();
  const links = [...found.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  return [found.innerText, [x, y, width, height].map(Math.round), links];
}));

for (const [width, height] of [[390, 844], [820, 1180], [1440, 900], [1920, 1080]]) {
  test(`at ${width} pixels the first words stand before the program is read, and stay where they are`, async (t) => {
    const { visit, release } = await openHeld(t, '', { browser: { viewport: { width, height } } });
    await visit.page.getByRole('status').getByText('正在打开台账…').waitFor();
    const before = await firstWords(visit);
    release();
    await visit.started();
    assert.deepEqual(await firstWords(visit), before);
    assert.equal(await visit.page.locator('h1').count(), 1);
    visit.expectNoComplaint();
  });
}

for (const [edition, open] of Object.entries(EDITIONS)) {
  test(`${edition} begins its program when the first words are painted`, async (t) => {
    const note = () => {
      const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = (...all) => {
        window.begun ??= {
          isWhole: !document.documentElement.hasAttribute('data-first'),
          isPainted: performance.getEntriesByName('first-contentful-paint').length === 1,
        };
        return instantiate(...all);
      };
    };
    const visit = await open(t, '', { before: (page) => page.addInitScript(note) });
    await visit.started();
    assert.deepEqual(await visit.page.evaluate(() => window.begun), { isWhole: true, isPainted: true });
    visit.expectNoComplaint();
  });
}

/** When the site asked for its program, and when its first words were whole, in ms. */
async function timesOfOpening(t, host, timing) {
  const watch = (requestStart) => {
    if (requestStart) { Object.defineProperty(performance, 'timing', { value: { requestStart } }); }
    new MutationObserver((_, watcher) => {
      if (document.documentElement.hasAttribute('data-first')) { return; }
      watcher.disconnect();
      window.whole = performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-first'] });
  };
  const visit = await openSite(t, '', { before: (page) => page.addInitScript(watch, timing), host });
  await visit.started();
  visit.expectNoComplaint();
  return visit.page.evaluate(() => {
    const files = performance.getEntriesByType('resource');
    return { asked: files.find(({ name }) => /yibenzhang-.*\.wasm$/.test(name)).startTime, whole: window.whole };
  });
}

test('on a slow line the program is asked for while the first words are painted', async (t) => {
  const late = async (path, bytes) => {
    if (path.endsWith('.html')) { await setTimeout(300); }
    return bytes;
  };
  const { asked, whole } = await timesOfOpening(t, { change: late });
  assert.ok(asked < whole, `asked for at ${asked} ms, words whole at ${whole} ms`);
});

test('on a quick line the program is asked for when the first words are painted', async (t) => {
  // However busy this machine is: the page took no time to come.
  const { asked, whole } = await timesOfOpening(t, {}, Number.MAX_SAFE_INTEGER);
  assert.ok(asked >= whole, `asked for at ${asked} ms, words whole at ${whole} ms`);
});

test('a page that is not painted, in a window behind others, is made all the same', async (t) => {
  const before = (page) => page.addInitScript(() => {
    const draw = window.requestAnimationFrame.bind(window);
    const waiting = [];
    window.requestAnimationFrame = (act) => waiting.push(act);
    window.comeForward = () => {
      window.requestAnimationFrame = draw;
      waiting.forEach(draw);
    };
  });
  const visit = await openSite(t, '', { before });
  await visit.page.locator('#boot').waitFor({ state: 'detached' });
  assert.equal(await visit.page.locator('html').getAttribute('data-first'), null);
  await visit.page.locator('.overview-lead').waitFor();
  await visit.page.evaluate(() => window.comeForward());
  await visit.started();
  assert.equal(await visit.page.locator('html').getAttribute('data-first'), null);
  await visit.page.locator('.overview-coverage').waitFor();
  visit.expectNoComplaint();
});

test('without the program the first words stay, below what went wrong', async (t) => {
  const absent = (path, bytes) => path.endsWith('.wasm') ? null : bytes;
  const visit = await openSite(t, '', { host: { change: absent } });
  await notice(visit).getByText('没有读完').waitFor();
  const words = visit.page.locator('p.lead');
  assert.match(await words.innerText(), /其中民生实事 \d+ 项/);
  const [above, below] = await Promise.all([notice(visit).boundingBox(), words.boundingBox()]);
  assert.ok(above.y + above.height <= below.y);
});

test('the site opens from a host that does not know the type of wasm', async (t) => {
  const visit = await openSite(t, '', { host: { mediaTypes: { '.wasm': 'text/plain' } } });
  await visit.started();
  await heading(visit).waitFor();
});

test('a program that the browser cannot compile leads to the notice', async (t) => {
  const spoiled = (path, bytes) => path.endsWith('.wasm') ? bytes.fill(0xff, 8) : bytes;
  const visit = await openSite(t, '', { host: { change: spoiled } });
  await notice(visit).getByText('Chrome 86').first().waitFor();
});

for (const extension of ['.wasm', '.js']) {
  test(`a site whose ${extension} file is not there says that it was not read`, async (t) => {
    const absent = (path, bytes) => path.endsWith(extension) ? null : bytes;
    const visit = await openSite(t, '', { host: { change: absent } });
    await notice(visit).getByText('没有读完').waitFor();
    await notice(visit).getByRole('link', { name: '重新打开' }).waitFor();
  });
}

test('a browser that cannot unpack the one file leads to the notice', async (t) => {
  const before = (page) => page.addInitScript('delete window.DecompressionStream');
  const visit = await openOneFile(t, '', { before });
  await notice(visit).getByText('Chrome 86').first().waitFor();
});

test('the site, opened by a double click, names the one file', async (t) => {
  const visit = await openAt(t, pathToFileURL(join(SITE, 'index.html')).href);
  await notice(visit).getByText('yibenzhang.html').first().waitFor();
});
