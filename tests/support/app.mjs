// Opening the built page as a person would, and noticing what goes wrong meanwhile.
//
//     test('a sentence that the test proves', async (t) => {
//       const visit = await openSite(t, '?v=tasks');
//       await visit.page.getByRole('heading', { name: '任务' }).waitFor();
//       visit.expectNoComplaint();
//     });
//
// One browser serves all tests of a file; each visit has a profile of its own, so nothing
// that one test stores is there in the next. Wait for what appears, never for time.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from './server.mjs';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist');

/** The folder of the built site. */
export const SITE = join(DIST, 'site');

/** The page as one file. */
export const ONE_FILE = join(DIST, 'yibenzhang.html');

/** How long anything may take to appear, in milliseconds; slow machines run these too. */
const PATIENCE = 20_000;

const CHROMIUM_OPTIONS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

/** Starts the browser of this machine, with `args` more; whoever starts it closes it. */
export function startBrowser(args = []) {
  assert.ok(existsSync(join(SITE, 'index.html')), 'the page is not built: cargo xtask build');
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: [...CHROMIUM_OPTIONS, ...args] });
}

let shared = null;

/** The browser that all tests of a file share. */
function browser() {
  shared ??= startBrowser();
  return shared;
}

after(async () => {
  await (await shared)?.close();
});

/**
 * Opens the site at `address` (`?v=tasks`), from a host of its own.
 *
 * `options` are those of `openAt`, and those of `serveSite` as `host`.
 */
export async function openSite(t, address = '', options = {}) {
  const host = await serveSite(SITE, options.host);
  t.after(() => host.close());
  return openAt(t, host.url, address, options);
}

/** Opens the page as one file at `address`, as by a double click. */
export function openOneFile(t, address = '', options = {}) {
  return openAt(t, pathToFileURL(ONE_FILE).href, address, options);
}

/**
 * Opens any address below `base`.
 *
 * `options`: `browser` (what playwright's `newContext` takes: `viewport`, `colorScheme`,
 * `javaScriptEnabled` …), `before(page)`, called before the page is opened, and `on`, a browser
 * to open it in that is not the shared one.
 */
export async function openAt(t, base, address = '', options = {}) {
  const context = await (options.on ?? await browser()).newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options.browser,
  });
  t.after(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  readWhenDrawn(page);
  const visit = new Visit(page, base);
  await options.before?.(page);
  await page.goto(base + address, { waitUntil: 'load' });
  return visit;
}

/** Waits until everything is drawn: what lies below the first screen waits its turn. */
const drawn = (page) => page.locator('html:not([data-drawing])').waitFor({ state: 'attached' });

let readsWhenDrawn = false;

/** Lets the ways to read many elements, which do not wait for any, read a page that is drawn whole. */
function readWhenDrawn(page) {
  if (readsWhenDrawn) { return; }
  readsWhenDrawn = true;
  const locator = Object.getPrototypeOf(page.locator('html'));
  for (const name of ['count', 'allInnerTexts', 'allTextContents', 'evaluateAll']) {
    const read = locator[name];
    locator[name] = async function readDrawn(...args) {
      await drawn(this.page());
      return read.apply(this, args);
    };
  }
}

/** One opened page, with everything it asked for and everything it complained of. */
class Visit {
  constructor(page, base) {
    this.page = page;
    /** What the address begins with: the host and folder, or the one file. */
    this.base = base;
    /** The address of every request, `data:` and `blob:` among them. */
    this.requests = [];
    /** Errors and warnings of the console, uncaught errors, and refusals of the policy. */
    this.complaints = [];
    page.context().on('request', (request) => this.requests.push(request.url()));
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) {
        this.complaints.push(`console: ${message.text()}`);
      }
    });
  }

  /** The address as the page has it, without what it begins with. */
  address() {
    return this.page.url().slice(this.base.length);
  }

  /** Waits until the program has put its page in place of the waiting state, and drawn it whole. */
  async started() {
    await this.page.locator('#boot').waitFor({ state: 'detached' });
    await drawn(this.page);
    return this;
  }

  /** Asks for the same address again, as F5 does. */
  async reload() {
    await this.page.reload({ waitUntil: 'load' });
    return this;
  }

  /** Fails the test if the console, an uncaught error or the policy has complained. */
  expectNoComplaint() {
    assert.deepEqual(this.complaints, []);
  }

  /** Fails the test if anything was asked of anyone but the page's own host or file. */
  expectNoStranger() {
    const isOwn = (url) => url.startsWith(this.base) || /^(data|blob):/.test(url);
    assert.deepEqual(this.requests.filter((url) => !isOwn(url)), []);
  }
}
