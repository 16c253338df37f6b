import { numberRange } from './csv.mjs';
import { checkCoverage } from './protocols.mjs';
import { registryState, withoutDeprecated } from './registryState.mjs';
import { fileHeader, rowsConstant, sourceConstant } from './render.mjs';

/** Types are [first, last, name, state, reference], codes [type, first, last, name, reference]. */
export function icmpFile(icmp, icmpv6) {
  return (
    fileHeader([icmp.about, icmpv6.about]) +
    "import type { RegistryState } from './registry';\n\n" +
    'export type IcmpTypeRow = readonly ' +
    '[first: number, last: number, name: string, state: RegistryState, reference: string];\n' +
    'export type IcmpCodeRow = readonly ' +
    '[type: number, first: number, last: number, name: string, reference: string];\n\n' +
    oneProtocol('icmp', icmp) +
    '\n' +
    oneProtocol('icmpv6', icmpv6)
  );
}

function oneProtocol(prefix, { about, rows }) {
  const types = rows
    .filter(row => row.code === '')
    .map(row => [
      ...numberRange(row.type),
      withoutDeprecated(row.name),
      registryState(row.name),
      row.reference,
    ]);
  checkCoverage(types);
  const codes = rows
    .filter(row => row.code !== '' && row.name !== 'Unassigned')
    .map(row => {
      const name = row.name === 'No Code' ? '' : row.name;
      return [Number(row.type), ...numberRange(row.code), name, row.reference];
    });
  return (
    sourceConstant(`${prefix}Source`, about) +
    rowsConstant(`${prefix}TypeRows`, 'IcmpTypeRow', types) +
    rowsConstant(`${prefix}CodeRows`, 'IcmpCodeRow', codes)
  );
}
