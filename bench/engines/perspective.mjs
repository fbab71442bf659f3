// perspective: a view for each part of an answer, over a table in the memory of its worker.
//
// It has no lists, so each unit is a column of zeros and ones, counted by adding it up. The rows
// are handed over largest figure first: a view without an order keeps that of the table, and the
// first 50 are the largest (sorting a view instead takes ten times as long).

import perspective from '@perspective-dev/client';
import { makeData, makeVector, Table, tableToIPC, Utf8, Vector } from 'apache-arrow';
import { columns, FACETS, N_TOP, N_VALUES, SCALE, utf8, wanted } from '../rows.mjs';

const N_UNITS = N_VALUES[FACETS.indexOf('units')];
const UNITS = Array.from({ length: N_UNITS }, (_, unit) => `unit_${unit}`);

export async function load(buffer, { folder }) {
  const file = (name) => fetch(new URL(name, folder));
  perspective.init_server(file('perspective-server.wasm'));
  perspective.init_client(file('perspective-js.wasm'));
  const worker = new Worker(new URL('perspective-server.worker.js', folder), { type: 'module' });
  const client = await perspective.worker(Promise.resolve(worker));
  const table = await client.table(tableToIPC(tableOf(columns(buffer)), 'stream').slice().buffer);

  /** Calls with the columns of a view, in their order, then drops it. */
  async function read(view, config, window, act) {
    const made = await table.view({ ...config, ...view });
    await made.with_typed_arrays(window, (_, columns) => { act(...columns); });
    await made.delete();
  }

  const step = async (state) => {
    const answer = { total: 0, counts: N_VALUES.map((n) => new Uint32Array(n)), pivot: new Float64Array(240), top: null };
    const parts = FACETS.map((facet, at) => {
      const counts = answer.counts[at];
      if (facet === 'units') {
        const aggregates = Object.fromEntries(UNITS.map((unit) => [unit, 'sum']));
        const view = { columns: UNITS, aggregates, group_rollup_mode: 'total' };
        return read(view, filter(state, facet), {}, (...sums) => sums.forEach(([sum], unit) => { counts[unit] = sum; }));
      }
      const view = { group_by: [facet], columns: ['id'], aggregates: { id: 'count' }, group_rollup_mode: 'flat' };
      return read(view, filter(state, facet), {}, (codes = [], n = []) => {
        codes.forEach((code, group) => { counts[code] = n[group]; });
      });
    });
    const matching = filter(state, null);
    const cells = { group_by: ['year', 'theme'], columns: ['value', 'id'], aggregates: { value: 'sum', id: 'count' }, group_rollup_mode: 'flat' };
    parts.push(read(cells, matching, {}, (years = [], themes = [], sums = [], n = []) => {
      years.forEach((year, group) => {
        answer.pivot[year * 24 + themes[group]] = sums[group];
        answer.total += n[group];
      });
    }));
    parts.push(read({ columns: ['id'] }, matching, { end_row: N_TOP }, (ids = []) => { answer.top = Uint32Array.from(ids); }));
    await Promise.all(parts);
    return answer;
  };
  const find = async (word) => {
    let rows = new Uint32Array();
    const holding = { filter: [['text', 'contains', word]], expressions: {} };
    await read({ columns: ['id'] }, holding, {}, (ids = []) => { rows = Uint32Array.from(ids); });
    return rows;
  };
  return { step, find };
}

function tableOf(given) {
  const { nRows } = given;
  const order = Uint32Array.from({ length: nRows }, (_, row) => row);
  order.sort((one, two) => given.values[two] - given.values[one] || one - two);
  const inOrder = (column) => column.map((_, at) => column[order[at]]);
  const units = UNITS.map(() => new Uint8Array(nRows));
  const text = new Uint16Array(given.text.length);
  const textEnds = new Uint32Array(nRows);
  let end = 0;
  order.forEach((row, at) => {
    const place = (ends) => [row === 0 ? 0 : ends[row - 1], ends[row]];
    for (const unit of given.unitCodes.subarray(...place(given.unitEnds))) units[unit][at] = 1;
    const own = given.text.subarray(...place(given.textEnds));
    text.set(own, end);
    end += own.length;
    textEnds[at] = end;
  });
  const { bytes, offsets } = utf8({ nRows, text, textEnds });
  const texts = makeData({ type: new Utf8(), length: nRows, nullCount: 0, valueOffsets: offsets, data: bytes });
  const facets = FACETS.filter((facet) => facet !== 'units').map((facet) => [facet, makeVector(inOrder(given[facet]))]);
  return new Table({
    id: makeVector(order),
    ...Object.fromEntries(facets),
    ...Object.fromEntries(UNITS.map((unit, at) => [unit, makeVector(units[at])])),
    value: makeVector(Float64Array.from(order, (row) => given.values[row] / SCALE)),
    text: new Vector([texts]),
  });
}

/** What a view obeys: all filters but that of a facet. */
function filter(state, ignored) {
  const filter = [];
  const expressions = {};
  for (const facet of FACETS) {
    const codes = wanted(state, facet);
    if (codes === null || facet === ignored) continue;
    if (facet === 'units') {
      expressions.has_unit = codes.map((unit) => `"${UNITS[unit]}"`).join(' + ');
      filter.push(['has_unit', '>', 0]);
    } else {
      filter.push(codes.length === 1 ? [facet, '==', codes[0]] : [facet, 'in', codes]);
    }
  }
  if (state.value !== null) filter.push(['value', '>=', state.value[0]], ['value', '<', state.value[1]]);
  if (state.text !== null) filter.push(['text', 'contains', state.text]);
  return { filter, expressions };
}
