// Figures of a list of measured ones.

/** The value that a share `q` of all lie at or below. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
}

/** A table as Markdown has it. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Milliseconds, as exactly as they can be meant. */
export function ms(time) {
  return time >= 100 ? time.toFixed(0) : time.toFixed(1);
}
