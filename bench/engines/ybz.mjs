// Our engine, compiled for the browser: `floor` for Chrome 86, `simd` where there is SIMD.

import { columns, FACETS, N_VALUES, wanted } from '../rows.mjs';

const NONE = 0xffff_ffff;

export async function load(buffer, { folder }) {
  const { default: start, Loaded } = await import(new URL('bench.js', folder).href);
  await start();
  const rows = columns(buffer);
  const loaded = new Loaded(
    rows.values, rows.textEnds, rows.unitEnds, rows.text, rows.region, rows.unitCodes, rows.small,
  );
  const step = (state) => {
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
  return { step, find: (word) => loaded.find(word) };
}
