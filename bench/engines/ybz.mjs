// Our engine, compiled for the browser: `floor` for Chrome 86, `simd` where there is SIMD.

import { columns, FACETS, N_VALUES, wanted } from '../rows.mjs';

const NONE = 0xffff_ffff;

export async function load(buffer, { program }) {
  const { default: start, Loaded } = await import(program);
  await start();
  const rows = columns(buffer);
  const loaded = new Loaded(
    rows.values, rows.textEnds, rows.unitEnds, rows.text, rows.region, rows.unitCodes, rows.small,
  );
  const answer = (state) => {
    const filters = [];
    for (const facet of FACETS) {
      const codes = wanted(state, facet);
      if (codes === null) filters.push(NONE);
      else filters.push(codes.length, ...codes);
    }
    const [low, high] = state.value ?? [];
    const words = loaded.answer(Uint32Array.from(filters), low, high, state.text ?? undefined);
    const pivot = loaded.sums();
    let at = 1;
    const take = (n) => words.subarray(at, (at += n));
    const counts = N_VALUES.map(take);
    return { total: words[0], counts, pivot, top: take(words[at++]) };
  };
  for (const state of warmUp(rows)) answer(state);
  return answer;
}

/** A few questions of every kind, part of the load: after them the browser compiles the program anew, and better. */
function warmUp({ text }) {
  const none = { ...Object.fromEntries(FACETS.map((facet) => [facet, null])), value: null, text: null };
  const word = String.fromCharCode(...text.subarray(0, 2));
  return [{ year: 1 }, { year: 1, theme: [1, 2], value: [0, 100] }, { region: 1, units: [1] }, { status: [1], text: word }]
    .map((filters) => ({ ...none, ...filters }));
}
