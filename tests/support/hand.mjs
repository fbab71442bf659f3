// What a person does with the page and sees of it, through any driver of support/drivers.mjs.

import { until } from './drivers.mjs';

/** Runs a function of its own text in the page. */
const call = (driver, inPage, ...args) => driver.evaluate(`(${inPage})(...${JSON.stringify(args)})`);

/** Whether words stand in an element that is on the page and not hidden. */
function hasWords(selector, words) {
  return [...document.querySelectorAll(selector)].some((element) =>
    element.getClientRects().length > 0 && (element.innerText || element.textContent).includes(words));
}

/** The middle of the first such element, brought to the screen; `null` while none can be hit. */
function middleOf(selector, words) {
  const element = [...document.querySelectorAll(selector)].find((found) =>
    found.getClientRects().length > 0 && `${found.getAttribute('aria-label') || ''}${found.innerText}`.includes(words));
  if (!element) { return null; }
  element.scrollIntoView({ block: 'nearest' });
  const box = element.getClientRects()[0];
  const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const hit = document.elementFromPoint(middle.x, middle.y);
  return hit && (element.contains(hit) || hit.contains(element)) ? middle : null;
}

/** From here on the page notes what goes wrong in it. */
function noteComplaints() {
  window.complaints = [];
  addEventListener('error', (event) => { window.complaints.push(event.message || `not read: ${event.target.src || event.target.href}`); }, true);
  addEventListener('unhandledrejection', (event) => { window.complaints.push(String(event.reason)); });
  document.addEventListener('securitypolicyviolation', (event) => {
    // Chromium 86 compiles a program that 'unsafe-eval' allows, and reports it as refused all the same.
    const isAllowed = event.blockedURI === 'eval' && event.originalPolicy.includes("'unsafe-eval'");
    if (!isAllowed) { window.complaints.push(`refused: ${event.violatedDirective}`); }
  });
  return true;
}

/** Opens an address, waits until the program runs, and gives a hand to use it with. */
export async function open(driver, url) {
  await driver.goto(url);
  const hand = new Hand(driver);
  await hand.started();
  return hand;
}

class Hand {
  constructor(driver) {
    this.driver = driver;
  }

  /** Waits until the program has put its page in place of the waiting state, and drawn it whole. */
  async started() {
    const state = await until('the page starts', () => call(this.driver, () => {
      const boot = document.getElementById('boot');
      if (boot && boot.getAttribute('data-state') === 'failed') { return boot.innerText; }
      const isDrawn = !document.documentElement.hasAttribute('data-drawing');
      return !boot && isDrawn && document.querySelector('main h1, main h2') ? 'started' : '';
    }));
    if (state !== 'started') { throw new Error(state); }
    await call(this.driver, noteComplaints);
  }

  /** Asks for the same address again, as F5 does. */
  async reload() {
    await this.driver.reload();
    await this.started();
  }

  /** Waits until the browser has kept the site, to open it without a network. */
  async isKept() {
    await until('the site is kept', () => call(this.driver, () => {
      const worker = navigator.serviceWorker && navigator.serviceWorker.controller;
      return Boolean(worker) && worker.state === 'activated';
    }));
  }

  /** Waits until words are to be read in such an element. */
  async sees(selector, words) {
    try {
      await until(`“${words}” in ${selector}`, () => call(this.driver, hasWords, selector, words), 10_000);
    } catch (error) {
      const heads = await this.reads('h1, h2, [role=alert]');
      throw new Error(`${error.message}; the page says: ${heads.join(' | ')}`, { cause: error });
    }
  }

  /** The words of every such element that is not hidden. */
  reads(selector) {
    return call(this.driver, (wanted) => [...document.querySelectorAll(wanted)]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => (element.innerText || element.textContent).trim()), selector);
  }

  /** Clicks on the first such element with these words, where it stands. */
  async clicks(selector, words) {
    // As a person does, what stands still: rows that are drawn meanwhile would move it away.
    let before = null;
    const { x, y } = await until(`“${words}” to click in ${selector}`, async () => {
      const now = await call(this.driver, middleOf, selector, words);
      const stands = now && before && now.x === before.x && now.y === before.y;
      before = now;
      return stands ? now : null;
    }, 10_000);
    await this.driver.clickAt(x, y);
  }

  /** Types into what has the focus. */
  types(text) {
    return this.driver.type(text);
  }

  /** What the address carries, from `?` on. */
  address() {
    return call(this.driver, () => decodeURIComponent(location.search));
  }

  /** By how many pixels the page is wider than the window. */
  excessWidth() {
    return call(this.driver, () => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  }

  /** What went wrong in the page since it started. */
  complaints() {
    return call(this.driver, () => window.complaints);
  }
}
