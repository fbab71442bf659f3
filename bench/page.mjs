// The page that an engine is measured in. Hashing is outside the times.

import { columns, FACETS, SCALE } from './rows.mjs';

const engine = location.search.slice(1);
const isOurs = engine === 'floor' || engine === 'simd';
const folder = new URL(`${engine}/`, location.href).href;
let load;
let step;

const script = isOurs ? './ybz.js' : `./${engine}.js`;
window.ready = import(script).then((script) => { load = script.load; });

/**
 * Loads the rows and answers `n` questions; how long both took together from the bytes on, in
 * milliseconds.
 *
 * A browser compiles what has run a little anew, and better: with these questions, which no
 * trace holds, that falls into the load of every engine alike.
 */
window.load = async (address, n) => {
  let buffer = await (await fetch(address)).arrayBuffer();
  const questions = warmUp(columns(buffer)).slice(0, n);
  const begun = performance.now();
  step = await load(buffer, { folder });
  for (const state of questions) await step(state);
  const time = performance.now() - begun;
  buffer = null;
  for (let round = 0; round < 3; round++) {
    await new Promise((done) => { setTimeout(done, 50); });
    window.gc();
  }
  return time;
};

function warmUp({ text }) {
  const none = { ...Object.fromEntries(FACETS.map((facet) => [facet, null])), value: null, text: null };
  const word = String.fromCharCode(...text.subarray(0, 2));
  return [{ year: 1 }, { year: 1, theme: [1, 2], value: [0, 100] }, { region: 1, units: [1] }, { status: [1], text: word }]
    .map((filters) => ({ ...none, ...filters }));
}

/** Answers each state; the times in milliseconds and the hashes of the answers. */
window.steps = async (states) => {
  const times = [];
  const hashes = [];
  for (const state of states) {
    const begun = performance.now();
    let answer = step(state);
    // Engines with a worker promise their answer.
    if (answer instanceof Promise) answer = await answer;
    times.push(performance.now() - begun);
    hashes.push(hashesOf(answer));
    await new Promise((done) => { setTimeout(done, 0); });
  }
  return { times, hashes };
};

function hashesOf({ total, counts, pivot, top }) {
  const cells = new Uint32Array(2 * pivot.length);
  pivot.forEach((sum, at) => {
    const units = sum * SCALE;
    cells[2 * at] = units % 2 ** 32;
    cells[2 * at + 1] = Math.floor(units / 2 ** 32);
  });
  const facets = FACETS.map((facet, at) => [facet, hashOf(counts[at])]);
  return { total, ...Object.fromEntries(facets), pivot: hashOf(cells), top: hashOf([top.length, ...top]) };
}

/** FNV-1a over little-endian words, in hexadecimal. */
function hashOf(words) {
  let hash = 0x811c9dc5;
  for (const word of words) {
    for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((word >>> shift) & 255), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
