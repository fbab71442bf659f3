// The page that an engine is measured in. Hashing is outside the times.

import { columns, FACETS, SCALE } from './rows.mjs';

const name = location.search.slice(1);
const isOurs = name === 'floor' || name === 'simd';
const folder = new URL(`${name}/`, location.href).href;
let load;
let engine;

const script = isOurs ? './ybz.js' : `./${name}.js`;
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
  engine = await load(buffer, { folder });
  for (const state of questions) await engine.step(state);
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
window.steps = (states) => asked(states, engine.step, hashesOf);

/** Finds the rows that hold each word, and nothing else; the order in which they come is free. */
window.finds = (words) => asked(words, engine.find, (rows) => hashOf(rows.toSorted()));

async function asked(questions, answer, hash) {
  const times = [];
  const hashes = [];
  for (const question of questions) {
    const begun = performance.now();
    let found = answer(question);
    // Engines with a worker promise their answer.
    if (found instanceof Promise) found = await found;
    times.push(performance.now() - begun);
    hashes.push(hash(found));
    await new Promise((done) => { setTimeout(done, 0); });
  }
  return { times, hashes };
}

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
