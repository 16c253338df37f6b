import type { Fate } from './fate';
import type { GateKind } from './pathModel';

/** Names of what can stop traffic, within a sentence. */
export const GATE_NAMES: Readonly<Record<GateKind, string>> = {
  'security-group': 'the security group',
  'network-acl': 'the network ACL',
  either: 'the security group or the network ACL',
  'bandwidth-limit': 'the bandwidth limit',
};

/** What happened to one way, in a few words. */
export function captionOf(fate: Fate): string {
  switch (fate.kind) {
    case 'passed':
    case 'mixed':
    case 'unseen':
      return fate.what;
    case 'stopped':
      return stopped(fate);
  }
}

function stopped({ by, certainty }: Fate & { kind: 'stopped' }): string {
  if (by === 'bandwidth-limit') return 'throttled by the bandwidth limit';
  if (by === 'either') return 'refused, by which layer is undecided';
  return `${certainty === 'proved' ? '' : 'likely '}refused by ${GATE_NAMES[by]}`;
}
