// arquero: a filtered table for the matching rows, and one more for each facet that ignores its
// own filter.

import { desc, escape, op, table } from 'arquero';
import { columns, FACETS, N_TOP, N_VALUES, SCALE, wantedTables, wholeText } from '../rows.mjs';

export async function load(buffer) {
  const views = columns(buffer);
  const { nRows, unitEnds, textEnds } = views;
  const whole = wholeText(views);
  const text = new Array(nRows);
  for (let row = 0, start = 0; row < nRows; row++) {
    text[row] = whole.slice(start, textEnds[row]);
    start = textEnds[row];
  }
  const names = FACETS.filter((facet) => facet !== 'units');
  const column = Object.fromEntries(names.map((facet) => [facet, views[facet].slice()]));
  const ends = unitEnds.slice();
  const codes = views.unitCodes.slice();
  const all = table({
    id: Uint32Array.from({ length: nRows }, (_, row) => row),
    ...column,
    value: Float64Array.from(views.values, (units) => units / SCALE),
    text,
  });

  function filtered(from, tables, ignored) {
    let out = from;
    FACETS.forEach((facet, at) => {
      const wanted = tables[at];
      if (wanted === null || at === ignored) return;
      if (facet === 'units') {
        out = out.filter(escape((d) => {
          for (let unit = d.id === 0 ? 0 : ends[d.id - 1]; unit < ends[d.id]; unit++) {
            if (wanted[codes[unit]] === 1) return true;
          }
          return false;
        }));
      } else {
        out = out.filter(escape((d) => wanted[d[facet]] === 1));
      }
    });
    return out;
  }

  function counts(from, at) {
    const out = new Uint32Array(N_VALUES[at]);
    const facet = FACETS[at];
    if (facet === 'units') {
      from.scan((row) => {
        for (let unit = row === 0 ? 0 : ends[row - 1]; unit < ends[row]; unit++) out[codes[unit]]++;
      });
      return out;
    }
    const grouped = from.groupby(facet).count();
    const [keys, n] = [grouped.array(facet), grouped.array('count')];
    for (let group = 0; group < keys.length; group++) out[keys[group]] = n[group];
    return out;
  }

  const step = (state) => {
    const tables = wantedTables(state);
    let base = all;
    if (state.value !== null) {
      const [low, high] = state.value;
      base = base.filter(escape((d) => d.value >= low && d.value < high));
    }
    if (state.text !== null) base = base.filter(escape((d) => d.text.includes(state.text)));
    const matching = filtered(base, tables, -1);
    const facets = FACETS.map((_, at) =>
      counts(tables[at] === null ? matching : filtered(base, tables, at), at));
    const sums = matching.groupby('year', 'theme').rollup({ sum: op.sum('value') });
    const pivot = new Float64Array(240);
    const [years, themes, values] = ['year', 'theme', 'sum'].map((name) => sums.array(name));
    for (let group = 0; group < years.length; group++) pivot[years[group] * 24 + themes[group]] = values[group];
    const top = matching.select('id', 'value').orderby(desc('value'), 'id').slice(0, N_TOP).array('id');
    return { total: matching.numRows(), counts: facets, pivot, top: Uint32Array.from(top) };
  };
  const find = (word) => Uint32Array.from(all.filter(escape((d) => d.text.includes(word))).array('id'));
  return { step, find };
}
