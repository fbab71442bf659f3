// duckdb-wasm: one statement a step, over a table in the memory of its worker.
//
// Of the statements tried (GROUPING SETS, all parts over one materialised selection) this is the
// fastest at a million rows: each part scans the rows by itself, and only a search is made once
// for all of them.

import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { Field, List, makeData, makeVector, Table, tableToIPC, Uint8, Utf8, Vector } from 'apache-arrow';
import { columns, FACETS, N_TOP, N_VALUES, SCALE, utf8, wanted } from '../rows.mjs';

const PIVOT = FACETS.length;
const TOP = PIVOT + 1;

export async function load(buffer, { folder }) {
  const worker = new Worker(new URL('duckdb-browser-eh.worker.js', folder));
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const started = database.instantiate(new URL('duckdb-eh.wasm', folder).href);
  const bytes = tableToIPC(tableOf(columns(buffer)), 'stream');
  await started;
  const connection = await database.connect();
  await connection.insertArrowFromIPCStream(bytes, { name: 'rows', create: true });
  const step = async (state) => answerOf(await connection.query(statement(state)));
  const find = async (word) => {
    const found = await connection.query(`SELECT id FROM rows WHERE ${holds(word)}`);
    return found.numRows === 0 ? new Uint32Array() : found.getChildAt(0).toArray();
  };
  return { step, find };
}

/** The rows as a table of arrow; units as a list, to be counted, and as bits, to be filtered by. */
function tableOf(rows) {
  const { nRows, unitCodes } = rows;
  const starts = new Int32Array(nRows + 1);
  starts.set(rows.unitEnds, 1);
  const unitBits = new BigUint64Array(nRows);
  const halves = new Uint32Array(unitBits.buffer);
  for (let row = 0; row < nRows; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) {
      halves[2 * row + (unitCodes[at] >> 5)] |= 1 << (unitCodes[at] & 31);
    }
  }
  const list = new List(new Field('unit', new Uint8(), false));
  const unit = makeData({ type: new Uint8(), data: unitCodes });
  const units = makeData({ type: list, length: nRows, nullCount: 0, valueOffsets: starts, child: unit });
  const { bytes, offsets } = utf8(rows);
  const text = makeData({ type: new Utf8(), length: nRows, nullCount: 0, valueOffsets: offsets, data: bytes });
  const facets = FACETS.filter((facet) => facet !== 'units').map((facet) => [facet, makeVector(rows[facet])]);
  return new Table({
    id: makeVector(Uint32Array.from({ length: nRows }, (_, row) => row)),
    ...Object.fromEntries(facets),
    units: new Vector([units]),
    unit_bits: makeVector(unitBits),
    value: makeVector(Float64Array.from(rows.values, (units) => units / SCALE)),
    text: new Vector([text]),
  });
}

const holds = (word) => `contains(text, '${word.replaceAll("'", "''")}')`;

function statement(state) {
  const filters = FACETS.map((facet) => condition(facet, wanted(state, facet)));
  const base = [];
  if (state.value !== null) base.push(`value >= ${state.value[0]} AND value < ${state.value[1]}`);
  if (state.text !== null) base.push(holds(state.text));
  const allBut = (ignored) => filters.filter((filter, at) => filter !== null && at !== ignored);
  const isSearch = state.text !== null;
  /** The rows that pass all filters but that of one facet. */
  const passing = (ignored) => (isSearch ? `reach${where(allBut(ignored))}` : `rows${where([...base, ...allBut(ignored)])}`);
  const matching = passing(null);
  const parts = FACETS.map((facet, at) => {
    const from = facet === 'units' ? `(SELECT unnest(units) AS units FROM ${passing(at)})` : passing(at);
    return `SELECT ${at} AS part, ${facet}::INTEGER AS code, count(*)::DOUBLE AS n FROM ${from} GROUP BY ${facet}`;
  });
  parts.push(`SELECT ${PIVOT}, year::INTEGER * 24 + theme, sum(value) FROM ${matching} GROUP BY year, theme`);
  parts.push(`SELECT ${TOP}, 0, id::DOUBLE FROM (SELECT id FROM ${matching} ORDER BY value DESC, id LIMIT ${N_TOP})`);
  parts.push(`SELECT ${TOP + 1}, 0, count(*)::DOUBLE FROM ${matching}`);
  const all = parts.join(' UNION ALL ');
  if (!isSearch) return all;
  // What any part counts passes all filters, or all but one.
  const filtered = FACETS.map((_, at) => at).filter((at) => filters[at] !== null);
  const reach = filtered.map((at) => allBut(at).join(' AND '));
  if (filtered.length > 1) base.push(`(${reach.join(' OR ')})`);
  return `WITH reach AS MATERIALIZED (SELECT * EXCLUDE (text) FROM rows${where(base)}) ${all}`;
}

function condition(facet, codes) {
  if (codes === null) return null;
  if (facet !== 'units') return `${facet} IN (${codes})`;
  const bits = codes.reduce((bits, code) => bits | (1n << BigInt(code)), 0n);
  return `unit_bits & ${bits}::UBIGINT <> 0`;
}

function where(conditions) {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

function answerOf(result) {
  const counts = N_VALUES.map((n) => new Uint32Array(n));
  const pivot = new Float64Array(240);
  const top = [];
  let total = 0;
  const dense = [...counts, pivot];
  for (const batch of result.batches) {
    const [parts, codes, numbers] = [0, 1, 2].map((column) => batch.getChildAt(column).data[0].values);
    for (let at = 0; at < batch.numRows; at++) {
      if (parts[at] <= PIVOT) dense[parts[at]][codes[at]] = numbers[at];
      else if (parts[at] === TOP) top.push(numbers[at]);
      else total = numbers[at];
    }
  }
  return { total, counts, pivot, top: Uint32Array.from(top) };
}
