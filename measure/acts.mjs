// A reader's fifty acts, as the browser gets them from a hand: clicks and keys at the screen.
//
// The time of an act runs from the moment at which the browser was given the input to the end of
// the frame that shows the answer: the first frame after it, and the last one in which anything
// of the page changed. An act of typing is one character.

/** Runs before the page's own program, and notes when inputs come and what is painted after. */
export function watch() {
  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
    });
  });
  const kinds = ['click', 'input', 'change', 'keydown'];
  window.watchAct = () => {
    const act = { first: null, settled: null };
    const note = (event) => {
      if (act.given !== undefined) { return; }
      act.given = event.timeStamp;
      painted().then((time) => { act.first = time - act.given; });
    };
    for (const kind of kinds) { window.addEventListener(kind, note, { capture: true }); }
    const observer = new MutationObserver(() => {
      if (act.given === undefined) { return; }
      painted().then((time) => { act.settled = Math.max(act.settled ?? 0, time - act.given); });
    });
    observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true });
    window.actDone = () => {
      observer.disconnect();
      for (const kind of kinds) { window.removeEventListener(kind, note, { capture: true }); }
      return { first: act.first, settled: act.settled ?? act.first };
    };
  };
}

/** The figures of one act: `{ first, settled }`. */
export async function timed(page, act) {
  await page.evaluate(() => window.watchAct());
  await act();
  // What comes late comes within this; a page that is still at work answers later still.
  await page.waitForTimeout(300);
  return page.evaluate(() => window.actDone());
}

/** What a reader does: [name, what is done]. */
function journey(page) {
  const nth = (selector, at) => async () => {
    const found = page.locator(selector);
    const box = await found.nth(at).boundingBox();
    if (!box) { throw new Error(`no ${selector} number ${at}`); }
    return () => page.mouse.click(box.x + Math.min(12, box.width / 2), box.y + box.height / 2);
  };
  const key = (name) => async () => () => page.keyboard.press(name);
  const view = (at) => ['view', nth('.bar-views a', at)];
  const value = (at) => ['facet', nth('.facets .facet-value', at)];
  const row = (at) => ['open', nth('.list .task-text', at)];
  const typed = (text) => [...text].map((character) => ['search', async () => () => page.keyboard.insertText(character)]);
  const rubbed = (n) => Array.from({ length: n }, () => ['search', key('Backspace')]);
  const choose = (which, value_) => ['order', async () => () =>
    page.locator('.list-tools select').nth(which).selectOption(value_)];
  return [
    value(1), value(2), value(2), value(5), value(5), value(9), value(9), value(1), value(0), value(0),
    ['focus', nth('.search-field input', 0)],
    ...typed('养老'), ...rubbed(2), ...typed('dianti'), ...rubbed(6), ...typed('建'), ...rubbed(1),
    row(0), row(2), row(4), ['keys', key('j')], ['close', key('Escape')],
    choose(0, '1'), choose(1, '1'), choose(0, '0'), choose(1, '0'),
    view(0), view(1), view(5), view(1), view(6), view(1), view(2), view(3), view(4), view(8), view(0), view(1),
  ];
}

/** The figures of each act, in order: `{ name, first, settled }`. */
export async function acts(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(watch);
  await page.goto(address);
  await page.locator('#boot').waitFor({ state: 'detached' });
  await page.waitForTimeout(1500);
  const found = [];
  for (const [name, prepare] of journey(page)) {
    const act = await prepare();
    const { first, settled } = await timed(page, act);
    if (first === null) { throw new Error(`the act ${name} reached nothing`); }
    found.push({ name, first, settled });
  }
  await context.close();
  return found;
}

/** Scrolls the list for three seconds: all frames, and those that came late. */
export async function scrolling(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#boot').waitFor({ state: 'detached' });
  await page.waitForTimeout(1500);
  const found = await page.evaluate(async () => {
    const frames = [];
    const end = performance.now() + 3000;
    let last = await new Promise(requestAnimationFrame);
    while (performance.now() < end) {
      window.scrollBy(0, 60);
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - last);
      last = now;
    }
    return frames;
  });
  await context.close();
  return { frames: found.length, late: found.filter((time) => time > 25).length, longest: Math.max(...found) };
}
