import { numberRange } from './csv.mjs';
import { registryState, withoutDeprecated } from './registryState.mjs';
import { fileHeader, rowsConstant, sourceConstant } from './render.mjs';

/** Rows are [first, last, keyword, name, state, extension header, reference, note]. */
export function protocolsFile({ about, rows }) {
  const table = rows.map(row => {
    const keyword = row.keyword === 'Reserved' ? '' : withoutDeprecated(row.keyword);
    const name = row.name || keyword || row.keyword;
    const state = registryState(row.keyword.includes('(deprecated)') ? row.keyword : name);
    const extension = row.ipv6_extension_header === 'Y';
    return [...numberRange(row.number), keyword, name, state, extension, row.reference, row.note];
  });
  checkCoverage(table);
  const type =
    'export type ProtocolRow = readonly ' +
    '[first: number, last: number, keyword: string, name: string, state: RegistryState, ' +
    'extensionHeader: boolean, reference: string, note: string];\n\n';
  return (
    fileHeader([about]) +
    "import type { RegistryState } from './registry';\n\n" +
    sourceConstant('protocolsSource', about) +
    '\n' +
    type +
    rowsConstant('protocolRows', 'ProtocolRow', table)
  );
}

/** Every number from 0 to 255 exactly once, in order. */
export function checkCoverage(table) {
  let next = 0;
  for (const [first, last] of table) {
    if (first !== next) throw new Error(`the registry copy has no row for ${next}`);
    next = last + 1;
  }
  if (next !== 256) throw new Error(`the registry copy ends at ${next - 1}`);
}
