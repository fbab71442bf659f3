// Pictures of the built page into tests/shots/, for people to look at; not a test.
//
//     cargo xtask shots                      every view, every size, both themes and languages
//     cargo xtask shots '?v=tasks' --phone   one address, one size
//     … --desk --wall --light --dark --zh --en, as many as wanted of each kind

import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SITE, startBrowser } from './support/app.mjs';
import { serveSite } from './support/server.mjs';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'shots');

const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
  wall: { width: 1920, height: 1080 },
};

const args = process.argv.slice(2);
const chosen = (names) => {
  const wanted = names.filter((name) => args.includes(`--${name}`));
  return wanted.length > 0 ? wanted : names;
};

/** The addresses of the views: those that the page's own bar links to. */
async function addressesOfViews(browser, url) {
  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('#boot').waitFor({ state: 'detached' });
  const links = page.getByRole('navigation').first().getByRole('link');
  const addresses = await links.evaluateAll((found) => found.map((link) => new URL(link.href).search));
  await page.close();
  return addresses.length > 0 ? [...new Set(addresses)] : [''];
}

/** A name that says the address: `v=tasks&y=2022` becomes `v-tasks-y-2022`. */
function nameOf(address) {
  return decodeURIComponent(address).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'start';
}

async function shoot(browser, url, address, size, theme, lang) {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    deviceScaleFactor: size === 'phone' ? 2 : 1,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const language = lang === 'en' ? `${address ? '&' : '?'}lang=en` : '';
  await page.goto(url + address + language);
  await page.locator('#boot').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  const name = `${nameOf(address)}-${size}-${theme}-${lang}.png`;
  await page.screenshot({ path: join(FOLDER, name) });
  await context.close();
  console.log(`tests/shots/${name}`);
}

await mkdir(FOLDER, { recursive: true });
const host = await serveSite(SITE);
const browser = await startBrowser();
try {
  const given = args.filter((arg) => !arg.startsWith('--'));
  const addresses = given.length > 0 ? given : await addressesOfViews(browser, host.url);
  for (const address of addresses) {
    for (const size of chosen(Object.keys(SIZES))) {
      for (const theme of chosen(['light', 'dark'])) {
        for (const lang of chosen(['zh', 'en'])) {
          await shoot(browser, host.url, address, size, theme, lang);
        }
      }
    }
  }
} finally {
  await browser.close();
  await host.close();
}
