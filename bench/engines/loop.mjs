// Plain JavaScript over typed arrays: one pass, a bit mask of the failing filters a row.

import { columns, N_TOP, N_VALUES, SCALE, wantedTables, wholeText } from '../rows.mjs';

export async function load(buffer) {
  const views = columns(buffer);
  const { nRows } = views;
  const [year, region, section, theme, lead, kind, status] =
    ['year', 'region', 'section', 'theme', 'lead_unit', 'target_kind', 'status'].map((name) => views[name].slice());
  const value = Float64Array.from(views.values, (units) => units / SCALE);
  const unitEnds = views.unitEnds.slice();
  const unitCodes = views.unitCodes.slice();
  const textEnds = views.textEnds.slice();
  const text = wholeText(views);

  const found = new Uint8Array(nRows);
  function search(word) {
    found.fill(0);
    if (word === '') { found.fill(1); return; }
    let row = 0;
    let at = text.indexOf(word);
    while (at >= 0) {
      while (textEnds[row] <= at) row++;
      if (at + word.length <= textEnds[row]) {
        found[row] = 1;
        at = text.indexOf(word, textEnds[row]);
      } else {
        at = text.indexOf(word, at + 1);
      }
    }
  }

  function find(word) {
    search(word);
    const rows = new Uint32Array(nRows);
    let n = 0;
    for (let row = 0; row < nRows; row++) {
      if (found[row] === 1) rows[n++] = row;
    }
    return rows.slice(0, n);
  }

  const step = (state) => {
    const isSearched = state.text !== null;
    if (isSearched) search(state.text);
    const [low, high] = state.value ?? [-Infinity, Infinity];
    const [wYear, wRegion, wSection, wTheme, wLead, wUnits, wKind, wStatus] = wantedTables(state);
    const counts = N_VALUES.map((n) => new Uint32Array(n));
    const [cYear, cRegion, cSection, cTheme, cLead, cUnits, cKind, cStatus] = counts;
    const pivot = new Float64Array(240);
    const top = new Int32Array(N_TOP);
    let nTop = 0;
    let total = 0;
    for (let row = 0; row < nRows; row++) {
      const v = value[row];
      if (v < low || v >= high || (isSearched && found[row] === 0)) continue;
      let failed = 0;
      if (wYear !== null && wYear[year[row]] === 0) failed |= 1;
      if (wRegion !== null && wRegion[region[row]] === 0) failed |= 2;
      if (wSection !== null && wSection[section[row]] === 0) failed |= 4;
      if (wTheme !== null && wTheme[theme[row]] === 0) failed |= 8;
      if (wLead !== null && wLead[lead[row]] === 0) failed |= 16;
      if (wKind !== null && wKind[kind[row]] === 0) failed |= 64;
      if (wStatus !== null && wStatus[status[row]] === 0) failed |= 128;
      if ((failed & (failed - 1)) !== 0) continue;
      const unitStart = row === 0 ? 0 : unitEnds[row - 1];
      const unitEnd = unitEnds[row];
      if (wUnits !== null) {
        let has = 0;
        for (let at = unitStart; at < unitEnd; at++) has |= wUnits[unitCodes[at]];
        if (has === 0) failed |= 32;
      }
      if (failed === 0) {
        total++;
        cYear[year[row]]++;
        cRegion[region[row]]++;
        cSection[section[row]]++;
        cTheme[theme[row]]++;
        cLead[lead[row]]++;
        for (let at = unitStart; at < unitEnd; at++) cUnits[unitCodes[at]]++;
        cKind[kind[row]]++;
        cStatus[status[row]]++;
        pivot[year[row] * 24 + theme[row]] += v;
        if (nTop < N_TOP || v > value[top[nTop - 1]]) {
          let at = nTop < N_TOP ? nTop++ : nTop - 1;
          while (at > 0 && value[top[at - 1]] < v) {
            top[at] = top[at - 1];
            at--;
          }
          top[at] = row;
        }
        continue;
      }
      switch (failed) {
        case 1: cYear[year[row]]++; break;
        case 2: cRegion[region[row]]++; break;
        case 4: cSection[section[row]]++; break;
        case 8: cTheme[theme[row]]++; break;
        case 16: cLead[lead[row]]++; break;
        case 32: for (let at = unitStart; at < unitEnd; at++) cUnits[unitCodes[at]]++; break;
        case 64: cKind[kind[row]]++; break;
        case 128: cStatus[status[row]]++; break;
      }
    }
    return { total, counts, pivot, top: Uint32Array.from(top.subarray(0, nTop)) };
  };
  return { step, find };
}
