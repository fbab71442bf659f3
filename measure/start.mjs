// From navigation to a usable page: the program has put its page in place of the waiting screen
// and the frame with it has been painted.

import { quantile } from './figures.mjs';

/** Lighthouse's mobile profile: four times slower, 1.6 Mbit/s, 150 ms to the host. */
const SLOW = {
  cpu: 4,
  network: { offline: false, latency: 150, downloadThroughput: 1.6 * 1024 * 1024 / 8, uploadThroughput: 750 * 1024 / 8 },
};

/** Milliseconds of one start at `address`, nothing being kept from an earlier one. */
async function start(browser, address, slow) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow.network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  }
  await page.addInitScript(() => {
    const painted = () => new Promise((done) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        channel.port2.postMessage(null);
      });
    });
    window.usable = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (document.body && !document.getElementById('boot') && document.querySelector('main h1')) {
          observer.disconnect();
          done(painted());
        }
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  });
  await page.goto(address, { waitUntil: 'commit' });
  const time = await page.evaluate(() => window.usable);
  await context.close();
  return time;
}

/** The median start of each view in `addresses`, by name: on this machine, and on a slow one. */
export async function starts(browser, base, addresses, { runs, slowRuns }) {
  const found = {};
  for (const [name, address] of Object.entries(addresses)) {
    const times = async (n, slow) => {
      const all = [];
      for (let i = 0; i < n; i += 1) { all.push(await start(browser, base + address, slow)); }
      return quantile(all, 0.5);
    };
    found[name] = { here: await times(runs, null), slow: await times(slowRuns, SLOW) };
  }
  return found;
}
