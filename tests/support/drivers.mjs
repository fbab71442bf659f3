// Four browsers behind one small set of acts, each by the protocol that it speaks itself.
//
// A driver is `{ goto(url), reload(), evaluate(expression), clickAt(x, y), type(text),
// picture(), close() }`; what a person does with these says support/hand.mjs. Firefox is asked
// by Marionette, the protocol that it has inside and that geckodriver only passes on: nothing
// has to be compiled for it. WebKitGTK brings a WebDriver of its own and wants a screen.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { startBrowser } from './app.mjs';
import { noOldChromium, oldChromium } from './old-chromium.mjs';

/** How long a browser may take to start and to answer, in milliseconds. */
const PATIENCE = 30_000;

const SIZE = { width: 1440, height: 900 };

const has = (program) => spawnSync('which', [program]).status === 0;
const FIREFOX = process.env.FIREFOX ?? ['firefox-esr', 'firefox'].find(has);
const MINI_BROWSER = ['x86_64', 'aarch64']
  .flatMap((machine) => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((api) => `/usr/lib/${machine}-linux-gnu/${api}/MiniBrowser`))
  .find((path) => existsSync(path));
const hasWebKit = MINI_BROWSER && has('WebKitWebDriver') && has('Xvfb');

/** Each browser with the way to start it, and why it cannot be, if it cannot. */
export const BROWSERS = [
  { name: 'Chromium', start: async () => playwright(await startBrowser()), absent: false },
  { name: 'Chromium 86', start: async () => playwright(await chromium.launch(await oldChromium())), absent: noOldChromium },
  { name: 'Firefox', start: startFirefox, absent: FIREFOX ? false : 'Firefox is not installed (Debian: firefox-esr)' },
  { name: 'WebKitGTK', start: startWebKit, absent: hasWebKit ? false : 'WebKitGTK is not installed (Debian: webkit2gtk-driver xvfb)' },
];

/** Calls `look` until it gives something; what it throws at the end, it throws. */
export async function until(what, look, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (let wait = 10; ; wait = Math.min(wait * 2, 100)) {
    let reason;
    const found = await look().catch((error) => { reason = error; });
    if (found) { return found; }
    if (Date.now() > end) { throw new Error(`${what}: not within ${patience / 1000} s`, { cause: reason }); }
    await sleep(wait);
  }
}

async function playwright(browser) {
  const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN' });
  page.setDefaultTimeout(PATIENCE);
  return {
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** A pointer's and a keyboard's acts as WebDriver's standard words them. */
const acts = {
  click: (x, y) => [{
    type: 'pointer',
    id: 'mouse',
    actions: [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  }],
  type: (text) => [{
    type: 'key',
    id: 'keyboard',
    actions: [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]),
  }],
};

async function startFirefox() {
  const profile = await mkdtemp(join(tmpdir(), 'firefox-'));
  // Port 0 lets the system choose; the browser writes its choice into the profile.
  const settings = { 'marionette.port': 0, 'intl.accept_languages': 'zh-CN', 'browser.shell.checkDefaultBrowser': false };
  await writeFile(join(profile, 'user.js'), Object.entries(settings)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const firefox = spawn(FIREFOX, ['--headless', '--marionette', '--no-remote', '--profile', profile], { stdio: 'ignore' });
  const ended = new Promise((resolve) => { firefox.once('exit', resolve); });
  const close = async () => {
    firefox.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await until('Firefox listens', async () => Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8')));
    const ask = await marionette(port);
    await ask('WebDriver:NewSession', {});
    await ask('WebDriver:SetWindowRect', SIZE);
    return {
      goto: (url) => ask('WebDriver:Navigate', { url }),
      // Its own refresh goes past what the browser keeps, as Shift and F5 do.
      reload: async () => ask('WebDriver:Navigate', { url: await ask('WebDriver:GetCurrentURL') }),
      evaluate: (expression) => ask('WebDriver:ExecuteScript', { script: `return ${expression}`, args: [] }),
      clickAt: (x, y) => ask('WebDriver:PerformActions', { actions: acts.click(x, y) }),
      type: (text) => ask('WebDriver:PerformActions', { actions: acts.type(text) }),
      picture: async () => Buffer.from(await ask('WebDriver:TakeScreenshot', { full: false }), 'base64'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A function that asks a listening Firefox: `length:[0, id, command, parameters]` each way. */
async function marionette(port) {
  const socket = connect(port, '127.0.0.1');
  const open = new Map();
  let received = Buffer.alloc(0);
  socket.on('error', (error) => open.forEach(({ reject }) => reject(error)));
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || received.length < end) { return; }
      const message = JSON.parse(received.subarray(colon + 1, end));
      received = received.subarray(end);
      // It greets with an object; answers are arrays.
      if (!Array.isArray(message)) { continue; }
      const [, id, error, result] = message;
      const { resolve, reject } = open.get(id);
      open.delete(id);
      if (error) { reject(new Error(error.message)); } else { resolve(result?.value); }
    }
  });
  let lastId = 0;
  return (command, parameters = {}) => new Promise((resolve, reject) => {
    lastId += 1;
    open.set(lastId, { resolve, reject });
    const text = JSON.stringify([0, lastId, command, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
}

async function startWebKit() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-nolisten', 'tcp', '-screen', '0', '1600x1000x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    screen.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    screen.once('exit', () => reject(new Error('Xvfb ended before it had a screen')));
  });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { env: { ...process.env, DISPLAY: display, LANG: 'C.UTF-8' }, stdio: 'ignore' });
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) { throw new Error(value.message || value.error); }
    return value;
  };
  const options = { binary: MINI_BROWSER, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  let session = '';
  const close = async () => {
    if (session) { await ask('DELETE', session).catch(() => {}); }
    driver.kill();
    screen.kill();
  };
  try {
    session = await until('WebKit starts', async () => `/${(await ask('POST', '', { capabilities })).sessionId}`);
    await ask('POST', `${session}/window/rect`, SIZE);
    return {
      goto: (url) => ask('POST', `${session}/url`, { url }),
      reload: () => ask('POST', `${session}/refresh`, {}),
      evaluate: (expression) => ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      clickAt: (x, y) => ask('POST', `${session}/actions`, { actions: acts.click(x, y) }),
      type: (text) => ask('POST', `${session}/actions`, { actions: acts.type(text) }),
      picture: async () => Buffer.from(await ask('GET', `${session}/screenshot`), 'base64'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}
