// The bytes of the rows, as crates/bench/src/rows.rs writes them, as typed arrays.

export const FACETS = ['year', 'region', 'section', 'theme', 'lead_unit', 'units', 'target_kind', 'status'];
export const N_VALUES = [10, 3000, 6, 24, 60, 60, 4, 5];
export const SCALE = 128;
export const N_TOP = 50;

/** Views of the columns; nothing is copied. */
export function columns(buffer) {
  const [, nRows, nUnits, nText] = new Uint32Array(buffer, 0, 4);
  let at = 16;
  const take = (Kind, n) => {
    const view = new Kind(buffer, at, n);
    at += view.byteLength;
    return view;
  };
  const rows = {
    nRows,
    values: take(Uint32Array, nRows),
    textEnds: take(Uint32Array, nRows),
    unitEnds: take(Uint32Array, nRows),
    text: take(Uint16Array, nText),
    region: take(Uint16Array, nRows),
    unitCodes: take(Uint8Array, nUnits),
  };
  rows.small = new Uint8Array(buffer, at, 6 * nRows);
  for (const name of ['year', 'section', 'theme', 'lead_unit', 'target_kind', 'status']) {
    rows[name] = take(Uint8Array, nRows);
  }
  return rows;
}

/** The texts one behind the other, as one string. */
export function wholeText({ text }) {
  const decoder = new TextDecoder('utf-16le');
  return decoder.decode(text);
}

/** The texts in UTF-8, where each begins, and where the last ends. */
export function utf8(rows) {
  const { text, textEnds, nRows } = rows;
  const bytes = new TextEncoder().encode(wholeText(rows));
  const offsets = new Int32Array(nRows + 1);
  let length = 0;
  for (let row = 0, at = 0; row < nRows; row++) {
    for (; at < textEnds[row]; at++) {
      const isHalf = text[at] >= 0xd800 && text[at] < 0xe000;
      if (text[at] < 0x80) length += 1;
      else length += text[at] < 0x800 || isHalf ? 2 : 3;
    }
    offsets[row + 1] = length;
  }
  return { bytes, offsets };
}

/** The filter of a facet as a list of codes, or null. */
export function wanted(state, facet) {
  const filter = state[facet];
  if (filter === null) return null;
  return Array.isArray(filter) ? filter : [filter];
}

/** For each facet, null or by code whether it is wanted. */
export function wantedTables(state) {
  return FACETS.map((facet, at) => {
    const codes = wanted(state, facet);
    if (codes === null) return null;
    const table = new Uint8Array(N_VALUES[at]);
    for (const code of codes) table[code] = 1;
    return table;
  });
}
