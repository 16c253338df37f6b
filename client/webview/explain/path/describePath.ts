import { GATE_NAMES } from './laneCaption';
import type { Gate, Lane, PathEnd, PathModel } from './pathModel';

/** The drawing in words, for those who do not see it. */
export function describePath({ ends, gates, request, reply, place }: PathModel): string {
  const between = gates.map(nameOf).join(', then ');
  const [from, to] = ends.map(nameEnd);
  return [
    `Path from ${from ?? ''} to ${to ?? ''}, through ${between}, as recorded at ${place}.`,
    captioned(request),
    captioned(reply),
  ].join(' ');
}

function captioned({ name, caption }: Lane): string {
  return `${name}: ${caption}.`;
}

function nameEnd({ role, address, details }: PathEnd): string {
  const name = `${role.toLowerCase()} ${address}`.trimEnd();
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

function nameOf({ kind, isUnsure }: Gate): string {
  if (kind === 'either' && !isUnsure) return 'the security group and the network ACL';
  return isUnsure ? `${GATE_NAMES[kind]}, whose part is unknown` : GATE_NAMES[kind];
}
