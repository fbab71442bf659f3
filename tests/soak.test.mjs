// Weeks on a wall in a minute: ten thousand changes of slide, with nothing piling up and nothing
// asked of anybody.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOneFile } from './support/app.mjs';

const N_CHANGES = 10_000;
/** So many changes first, until every part of the page has been used. */
const N_WARM = 500;
const EVERY = 3;
/** Changes between two looks at the page. */
const N_STEP = 250;

test('ten thousand changes of slide leave memory, nodes and listeners as they were', async (t) => {
  const visit = await openOneFile(t, `?kiosk=tv&every=${EVERY}`, {
    browser: { viewport: { width: 1920, height: 1080 } },
    before: async (page) => {
      await page.clock.install({ time: new Date('2026-11-25T10:00:00') });
      // The program's memory is its own; the test keeps hold of it from the moment it is made.
      await page.addInitScript(() => {
        for (const name of ['instantiate', 'instantiateStreaming']) {
          const real = WebAssembly[name];
          WebAssembly[name] = async (...args) => {
            const made = await real.apply(WebAssembly, args);
            // The other parts have none of its own.
            window.programMemory ??= (made.instance ?? made).exports.memory;
            return made;
          };
        }
      });
    },
  });
  await visit.started();
  const client = await visit.page.context().newCDPSession(visit.page);
  await client.send('Performance.enable');
  const look = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const metric = (name) => metrics.find((found) => found.name === name).value;
    const page = await visit.page.evaluate(() => ({
      changes: Number(document.querySelector('.kiosk').dataset.changes),
      wasm: window.programMemory.buffer.byteLength,
      charts: document.querySelectorAll('[_echarts_instance_]').length,
    }));
    return {
      ...page,
      heap: metric('JSHeapUsedSize'),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
  };
  // The same slide is up at each look, so that the looks compare: a round of the deck has so many
  // screens, and each look is a whole number of rounds later.
  const until = async (n) => {
    for (;;) {
      const done = await visit.page.evaluate(() => Number(document.querySelector('.kiosk').dataset.changes));
      if (done >= n) return;
      await visit.page.clock.runFor(Math.min(N_STEP, n - done) * EVERY * 1000);
    }
  };
  await until(N_WARM);
  const title = () => visit.page.locator('h1').first().innerText();
  const place = () => visit.page.locator('.wall-brand .num').first().innerText();
  const before = { ...(await look()), title: await title(), place: await place() };
  await until(N_CHANGES);
  // On to the same screen again.
  while ((await place()) !== before.place || (await title()) !== before.title) {
    await visit.page.clock.runFor(EVERY * 1000);
  }
  const after = await look();
  for (const [name, value] of Object.entries(after)) {
    t.diagnostic(`${name}: ${before[name]} → ${value}`);
  }
  assert.ok(after.changes >= N_CHANGES);
  assert.equal(after.wasm, before.wasm, 'the memory of the program grew');
  assert.equal(after.listeners, before.listeners, 'listeners pile up');
  assert.ok(after.nodes <= before.nodes + 20, 'nodes pile up');
  assert.ok(after.heap <= before.heap * 1.1 + 200_000, 'the heap grows');
  assert.equal(after.charts, 0);
  // Nothing was asked of anybody after the one file was read.
  assert.deepEqual(visit.requests.filter((url) => !/^(data|blob):/.test(url)), [visit.page.url()]);
  visit.expectNoComplaint();
});
