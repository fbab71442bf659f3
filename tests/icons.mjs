// Draws boot/icon-*.png from boot/icon.svg; not a test. `node tests/icons.mjs`, after a change.
//
// tests/offline.test.mjs compares them with what drawing gives.

import { readFile, writeFile } from 'node:fs/promises';
import { startBrowser } from './support/app.mjs';
import { BOOT, draw, ICONS } from './support/icons.mjs';

const svg = await readFile(new URL('icon.svg', BOOT), 'utf8');
const browser = await startBrowser();
try {
  const page = await browser.newPage();
  for (const [name, icon] of Object.entries(ICONS)) {
    const png = await page.evaluate(draw, { svg, ...icon });
    await writeFile(new URL(name, BOOT), Buffer.from(png.split(',')[1], 'base64'));
    console.log(`boot/${name}`);
  }
} finally {
  await browser.close();
}
