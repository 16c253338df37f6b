import type { Sum, Tale, Words } from '../tale';
import { amount, lineText, pairText, sentence, were } from '../words';
import { NOTHING } from './emptyRecords';

/** What a refused record's own reason excludes, as a sentence without its end. */
export function reasonClause(namedReason: string): string {
  return `${sentence(namedReason)}, so neither the security group nor the network ACL refused what has that reason`;
}

/** Of what was refused for a reason that its record gives: no layer of an interface did it. */
export function tellReason(tale: Tale, namedReason: string): Words {
  const { request, reply, at } = tale;
  const refused = [request, reply].filter(side => side.refused.records > 0);
  const done = (sum: Sum, from: string, what: string) =>
    `${amount(tale, sum)} from ${from} ${were(sum)} ${what}`;
  const all = [
    ...refused.map(
      ({ refused: sum, from, line, firstRefused }) =>
        `${done(sum, from, 'refused')} (${lineText(firstRefused?.line ?? line)})`,
    ),
    ...[request, reply]
      .filter(({ accepted }) => accepted.records > 0)
      .map(({ accepted, from }) => done(accepted, from, 'let through')),
  ];
  return {
    layer: 'unknown',
    about: refused.length > 1 ? 'none' : refused[0] === request ? 'request' : 'reply',
    lookFor: 'both',
    summary: `Undecided: at ${at}, of ${pairText(tale)}, ${all.join(' and ')}. ${reasonClause(namedReason)}.`,
    proves:
      tale.countsPackets && refused.some(side => side.refused.packets === 0)
        ? NOTHING
        : `Packets of these records were refused at ${at}.`,
    doesNotProve: 'That nothing else refuses them.',
    assumptions: [],
    nextCheck: 'Check the settings behind that reason.',
  };
}
