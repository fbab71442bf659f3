// crossfilter2: a dimension a facet, one for the cells of the sums, one for the order of the
// values, one for the texts.

import crossfilter from 'crossfilter2';
import { columns, FACETS, N_TOP, N_VALUES, SCALE, wanted, wholeText } from '../rows.mjs';

export async function load(buffer) {
  const views = columns(buffer);
  const { nRows, unitEnds, textEnds } = views;
  const column = Object.fromEntries(FACETS.filter((facet) => facet !== 'units').map((facet) => [facet, views[facet].slice()]));
  const values = Float64Array.from(views.values, (units) => units / SCALE);
  const whole = wholeText(views);
  const texts = new Array(nRows);
  const units = new Array(nRows);
  for (let row = 0, text = 0, unit = 0; row < nRows; row++) {
    texts[row] = whole.slice(text, textEnds[row]);
    units[row] = Array.from(views.unitCodes.subarray(unit, unitEnds[row]));
    text = textEnds[row];
    unit = unitEnds[row];
  }
  const order = Uint32Array.from({ length: nRows }, (_, row) => row);
  order.sort((one, two) => values[two] - values[one] || one - two);
  const rank = new Uint32Array(nRows);
  order.forEach((row, at) => { rank[row] = at; });

  const filter = crossfilter(Array.from({ length: nRows }, (_, row) => row));
  const dimensions = FACETS.map((facet) =>
    facet === 'units' ? filter.dimension((row) => units[row], true) : filter.dimension((row) => column[facet][row]));
  const groups = dimensions.map((dimension) => dimension.group().reduceCount());
  const byRank = filter.dimension((row) => rank[row]);
  const byText = filter.dimension((row) => row);
  const byCell = filter.dimension((row) => column.year[row] * 24 + column.theme[row]);
  const cells = byCell.group().reduceSum((row) => values[row]);
  const all = filter.groupAll().reduceCount();

  /** The first place in the order with a value below `bound`. */
  function place(bound) {
    let [low, high] = [0, nRows];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[order[middle]] >= bound) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  let before = Object.fromEntries([...FACETS, 'value', 'text'].map((name) => [name, null]));
  const isChanged = (state, name) => JSON.stringify(state[name]) !== JSON.stringify(before[name]);

  const step = (state) => {
    FACETS.forEach((facet, at) => {
      if (!isChanged(state, facet)) return;
      const codes = wanted(state, facet);
      if (codes === null) dimensions[at].filterAll();
      else if (codes.length === 1) dimensions[at].filterExact(codes[0]);
      else dimensions[at].filterFunction((code) => codes.includes(code));
    });
    if (isChanged(state, 'value')) {
      if (state.value === null) byRank.filterAll();
      else byRank.filterRange([place(state.value[1]), place(state.value[0])]);
    }
    if (isChanged(state, 'text')) {
      if (state.text === null) byText.filterAll();
      else byText.filterFunction((row) => texts[row].includes(state.text));
    }
    before = state;
    const counts = groups.map((group, at) => dense(group, new Uint32Array(N_VALUES[at])));
    const pivot = dense(cells, new Float64Array(240));
    const top = Uint32Array.from(byRank.bottom(N_TOP));
    return { total: all.value(), counts, pivot, top };
  };

  /** Asked when nothing is filtered. */
  const find = (word) => {
    byText.filterFunction((row) => texts[row].includes(word));
    const rows = Uint32Array.from(filter.allFiltered());
    byText.filterAll();
    return rows;
  };
  return { step, find };
}

function dense(group, out) {
  for (const { key, value } of group.all()) out[key] = value;
  return out;
}
