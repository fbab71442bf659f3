// Asks the program that has just been built how the page begins, and writes it to the output.
//
//     node opening.mjs PROGRAM.js FIRST.wasm REST.wasm …
//
// It plays the page to boot/maker.js, which begins the program where there is no page.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';

const BOOT = join(dirname(fileURLToPath(import.meta.url)), '../../../boot');
const [script, ...parts] = process.argv.slice(2);

/** Who hears what the page says. */
const ears = new Set();
const say = (data) => [...ears].forEach((hear) => hear({ data }));

const answer = new Promise((done, failed) => {
  Object.assign(globalThis, {
    self: globalThis,
    addEventListener: (kind, hear) => { if (kind === 'message') { ears.add(hear); } },
    removeEventListener: (kind, hear) => ears.delete(hear),
    postMessage: ([kind, bytes]) => {
      if (kind === 'ready') {
        say(['opening']);
      } else if (kind === 'file') {
        done(bytes);
      } else {
        failed(new Error(`the program answered ${kind}`));
      }
    },
  });
});

runInThisContext(await readFile(join(BOOT, 'maker.js'), 'utf8'));
// What the page leaves to the worker's own reading stands here already.
runInThisContext(await readFile(script, 'utf8'));
const [first, ...rest] = await Promise.all(parts.map(async (part) => WebAssembly.compile(await readFile(part))));
say({ first, rest });
const none = new Promise((_, failed) => setTimeout(failed, 120_000, new Error('the program did not answer')).unref());
process.stdout.write(await Promise.race([answer, none]));
