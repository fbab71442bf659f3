// No request leaves the page: none is made, and none could be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOneFile, openSite } from './support/app.mjs';
import { serveStranger } from './support/server.mjs';

const EDITIONS = { 'the site': openSite, 'the one file': openOneFile };

/** What the policy must refuse, by the name of its rule, with a way to try each. */
const REFUSED = ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'font-src', 'frame-src'];

/** Calls a stranger in every way that a page has, and waits until each rule has refused. */
async function callStranger({ stranger, rules }) {
  const refused = new Set();
  const everyRule = new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      refused.add(event.effectiveDirective);
      if (rules.every((rule) => refused.has(rule))) { resolve(); }
    });
  });
  const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
  add('img', { src: `${stranger}/image.png` });
  add('script', { src: `${stranger}/script.js` });
  add('link', { rel: 'stylesheet', href: `${stranger}/style.css` });
  add('iframe', { src: `${stranger}/frame` });
  new FontFace('a', `url(${stranger}/font.woff2)`).load().catch(() => {});
  navigator.sendBeacon(`${stranger}/beacon`, 'a');
  // A refused socket throws or fails; either way nothing reaches the stranger.
  try { new WebSocket(`${stranger.replace('http', 'ws')}/socket`); } catch { /* refused */ }
  const fetched = await fetch(`${stranger}/fetch`, { mode: 'no-cors' }).then(() => 'allowed', () => 'refused');
  await everyRule;
  return fetched;
}

/** Tries to run text as a program; from a timer, because a tool's own calls are exempt. */
function runText() {
  return new Promise((resolve) => {
    setTimeout(() => {
      const script = document.createElement('script');
      script.textContent = 'window.smuggled = true';
      document.body.append(script);
      try {
        resolve({ inline: window.smuggled === true, eval: new Function('return "allowed"')() });
      } catch (error) {
        resolve({ inline: window.smuggled === true, eval: error.name });
      }
    });
  });
}

/** Tries to run a text as a worker; the rule that refuses it. */
function runWorker(address) {
  return new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    const text = 'postMessage("allowed")';
    const url = address === 'blob' ? URL.createObjectURL(new Blob([text])) : `data:text/javascript,${text}`;
    new Worker(url).onmessage = (event) => resolve(event.data);
  });
}

for (const [edition, open] of Object.entries(EDITIONS)) {
  test(`${edition} asks nothing of anyone else`, async (t) => {
    const visit = await open(t);
    await visit.started();
    visit.expectNoStranger();
  });

  test(`${edition} could not send anything anywhere if it tried`, async (t) => {
    const stranger = await serveStranger();
    t.after(() => stranger.close());
    const visit = await open(t);
    await visit.started();
    const call = { stranger: stranger.origin, rules: REFUSED };
    assert.equal(await visit.page.evaluate(callStranger, call), 'refused');
    assert.deepEqual(stranger.asked, []);
  });

  test(`${edition} runs no text as a program, where the browser can refuse just that`, async (t) => {
    const visit = await open(t);
    await visit.started();
    const outcome = await visit.page.evaluate(runText);
    assert.deepEqual(outcome, { inline: false, eval: 'EvalError' });
  });
}

// The one file makes its own worker of a text (xtask/src/bundle/policy.rs).
for (const [edition, kind] of [['the site', 'blob'], ['the site', 'data'], ['the one file', 'data']]) {
  test(`${edition} runs no ${kind}: worker`, async (t) => {
    const visit = await EDITIONS[edition](t);
    await visit.started();
    assert.equal(await visit.page.evaluate(runWorker, kind), 'worker-src');
  });
}

test('the one file asks for nothing but itself', async (t) => {
  const visit = await openOneFile(t);
  await visit.started();
  assert.deepEqual(visit.requests.filter((url) => !url.startsWith('data:')), [visit.base]);
});
