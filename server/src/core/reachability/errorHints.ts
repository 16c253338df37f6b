import type { IcmpErrorCount } from '../conversation/icmpErrors';
import { icmpCodeOf, icmpTypeOf, type IcmpProtocol } from '../tables/icmp';
import type { Context } from './context';
import type { StoryKey } from './storyKey';
import { lineText } from './words';

/** What to make of an ICMP error beside a conversation, if it is about that. */
const MEANING = {
  'closed port': 'nothing listens on its port, or something on the way says so',
  filtered: 'something refuses the traffic and says so',
  redirected: 'it was forwarded, and the sender told of a shorter way',
  other: 'it could not be delivered',
} as const;

/**
 * What ICMP errors between the two addresses of a story may say of it, as sentences: records do not
 * tell which packet an error is about. One that ended before the story began is about another.
 */
export function errorHints(
  { point, v6, source, destination }: StoryKey,
  first: number,
  last: number,
  { facts }: Context,
): string[] {
  const found = [
    ...facts.errors.from(point, v6, destination, source),
    ...facts.errors.from(point, v6, source, destination),
  ].filter(error => error.first <= last + facts.lookBack && error.last >= first);
  const told = found.filter((error, i) => !found.slice(0, i).some(other => isAlike(other, error)));
  return told.map(({ meaning, type, code, line, source: from, refused }) => {
    const protocol: IcmpProtocol = v6 ? 58 : 1;
    const name = icmpCodeOf(protocol, type, code)?.name ?? icmpTypeOf(protocol, type)?.name ?? '';
    const sender = facts.addresses.text(from, v6);
    const fate = refused ? ', some of it refused here' : '';
    return `${sender} sent an ICMP error (type ${type} code ${code}, ${name}, ${lineText(line)}${fate}). The record does not tell what it is about; if it is about this, ${MEANING[meaning]}.`;
  });
}

function isAlike(one: IcmpErrorCount, other: IcmpErrorCount): boolean {
  return one.source === other.source && one.type === other.type && one.code === other.code;
}
