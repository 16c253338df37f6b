// Reads the registry copies under sources/: "# Key: value" lines, then RFC 4180 with a header row.

/** @returns {{ about: Record<string, string>, rows: Record<string, string>[] }} */
export function parseCsv(text) {
  const lines = text.split('\n');
  const about = {};
  while (lines[0]?.startsWith('#')) {
    const [, key, value] = /^# (\w[\w ]*): (.*)$/.exec(lines.shift()) ?? [];
    if (key) about[key] = value;
  }
  const [header, ...records] = lines.filter(line => line !== '').map(splitRecord);
  const rows = records.map((record, index) => {
    if (record.length !== header.length) {
      throw new Error(`row ${index + 1} has ${record.length} cells, the header ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, record[column]]));
  });
  return { about, rows };
}

function splitRecord(line) {
  const cells = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const match = cell.exec(line);
    if (!match) throw new Error(`not a CSV record: ${line}`);
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === '') return cells;
  }
}

/** "7" is [7, 7], "20-29" is [20, 29]. */
export function numberRange(text) {
  const [first, last = first] = text.split('-').map(Number);
  return [first, last];
}
