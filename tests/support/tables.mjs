// Reading what the page gives away: CSV, and the parts of a workbook.

import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';

/**
 * The rows of a CSV file as RFC 4180 states it, without the byte order mark.
 *
 * A field is `{ words, isQuoted }`.
 */
export function readCsv(text) {
  const rows = [];
  let row = [];
  let field = { words: '', isQuoted: false };
  let isInside = false;
  const signs = [...text.replace(/^\ufeff/, '')];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at];
    if (isInside) {
      if (sign !== '"') { field.words += sign; }
      else if (signs[at + 1] === '"') { field.words += '"'; at += 1; }
      else { isInside = false; }
    } else if (sign === '"') {
      isInside = true;
      field.isQuoted = true;
    } else if (sign === ',' || sign === '\n') {
      row.push(field);
      field = { words: '', isQuoted: false };
      if (sign === '\n') { rows.push(row); row = []; }
    } else if (sign !== '\r') {
      field.words += sign;
    }
  }
  if (row.length > 0 || field.words !== '') { rows.push([...row, field]); }
  return rows;
}

/** The files of a ZIP, by name; checks lengths and checksums. */
export function readZip(bytes) {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50, 'the end of the directory');
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50, 'an entry of the directory');
    assert.equal(bytes.readUInt16LE(at + 10), 8, 'deflated');
    const [crc, packed, size, nameLength] = [
      bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const head = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(head), 0x04034b50, name);
    const start = head + 30 + nameLength;
    const content = inflateRawSync(bytes.subarray(start, start + packed));
    assert.equal(content.length, size, `${name}: length`);
    assert.equal(crc32(content), crc, `${name}: checksum`);
    files.set(name, content.toString('utf8'));
    at += 46 + nameLength;
  }
  return files;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) { crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1; }
  }
  return ~crc >>> 0;
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };
const plain = (xml) => xml.replace(/&(amp|lt|gt|quot|#13);/g, (_, name) => ENTITIES[name]);

/**
 * The sheets of a workbook in order: `{ name, xml, rows }`.
 *
 * A row holds one `{ words, isText }` for each column of the head; an empty cell is `null`.
 */
export function readWorkbook(bytes) {
  const files = readZip(bytes);
  const shared = [...files.get('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, words]) => plain(words));
  const names = [...files.get('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name));
  return names.map((name, idx) => {
    const xml = files.get(`xl/worksheets/sheet${idx + 1}.xml`);
    const nColumns = [...xml.matchAll(/<col /g)].length;
    const rows = [...xml.matchAll(/<row r="\d+"[^>]*>(.*?)<\/row>/gs)].map(([, cells]) => {
      const row = Array(nColumns).fill(null);
      for (const [, letters, kind, value] of cells.matchAll(/<c r="([A-Z]+)\d+" s="\d+"( t="s")?><v>([^<]*)<\/v><\/c>/g)) {
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        row[column] = kind ? { words: shared[Number(value)], isText: true } : { words: value, isText: false };
      }
      return row;
    });
    return { name, xml, rows };
  });
}
