// What is typed into the search is seen before anything is searched for.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './support/app.mjs';

const field = (visit) => visit.page.getByRole('banner').getByRole('searchbox');
const words = (visit) => new URL(visit.page.url()).searchParams.get('q') ?? '';

/** Notes in `window.order` what happens: each question that is asked, as the words of its link. */
function watch() {
  window.order = [];
  for (const name of ['pushState', 'replaceState']) {
    const own = history[name].bind(history);
    history[name] = (state, title, href) => {
      window.order.push(new URLSearchParams(href).get('q') ?? '');
      own(state, title, href);
    };
  }
  const input = document.querySelector('.bar input[type="search"]');
  window.type = (text, isComposing = false) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
  };
  window.frames = async (n) => { while (n-- > 0) { await new Promise(requestAnimationFrame); } };
}

async function opened(t, query) {
  const visit = await (await openSite(t, query)).started();
  await visit.page.getByRole('main').waitFor();
  await visit.page.evaluate(watch);
  return visit;
}

for (const query of ['', '?v=tasks']) {
  test(`what is typed in ${query || '总览'} is painted before it is searched for`, async (t) => {
    const visit = await opened(t, query);
    const order = await visit.page.evaluate(async () => {
      requestAnimationFrame(() => {
        window.order.push('frame');
        // The first task after the picture is on the screen, or one of the first.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { window.order.push(document.querySelector('.bar input').value); };
        channel.port2.postMessage(null);
      });
      window.type('养老');
      await window.frames(4);
      return window.order;
    });
    assert.equal(order[0], 'frame');
    assert.deepEqual(order.slice(1).sort(), ['养老', '养老']);
    await visit.page.getByRole('heading', { level: 1, name: /含“养老”/ }).waitFor();
  });
}

test('signs typed within one frame are one question, the latest', async (t) => {
  const visit = await opened(t, '?v=tasks');
  const order = await visit.page.evaluate(async () => {
    for (const text of ['老', '老旧', '老旧小', '老旧小区']) { window.type(text); }
    await window.frames(4);
    return window.order;
  });
  assert.deepEqual(order, ['老旧小区']);
  assert.equal(await field(visit).inputValue(), '老旧小区');
});

test('a composition that begins at once is not disturbed by what was typed before', async (t) => {
  const visit = await opened(t, '?v=tasks');
  const input = field(visit);
  await visit.page.evaluate(async () => {
    window.type('a');
    window.type('an', true);
    await window.frames(4);
  });
  assert.equal(await input.inputValue(), 'an');
  assert.deepEqual(await visit.page.evaluate(() => window.order), []);
  await input.evaluate((own) => {
    own.value = '安';
    own.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '安' }));
  });
  await visit.page.getByRole('heading', { level: 1, name: /含“安”/ }).waitFor();
  assert.deepEqual(await visit.page.evaluate(() => window.order), ['安']);
});

test('Esc right after a sign empties the field, and nothing comes back', async (t) => {
  const visit = await opened(t, '?v=tasks');
  await visit.page.evaluate(async () => {
    window.type('养');
    const input = document.querySelector('.bar input');
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await window.frames(4);
  });
  assert.equal(await field(visit).inputValue(), '');
  assert.equal(words(visit), '');
});

test('typing by hand, one sign after the other, loses none', async (t) => {
  const visit = await opened(t, '?v=tasks');
  await field(visit).pressSequentially('wan 老旧 小区', { delay: 7 });
  await visit.page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'wan 老旧 小区');
  assert.equal(await field(visit).inputValue(), 'wan 老旧 小区');
});
