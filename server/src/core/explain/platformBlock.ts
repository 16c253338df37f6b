import type { RecordView } from '../record/recordView';
import { platformBlockOf } from '../tables/platformPorts';
import { mayBeTencent } from './cloud';
import { protocolWord } from './transport';

/**
 * A sentence about a destination port that Tencent Cloud itself drops, whatever the rules say;
 * undefined for other ports and in other clouds' records.
 */
export function platformBlock(
  record: RecordView,
  protocol: number,
  destinationPort: number,
): string | undefined {
  if (!mayBeTencent(record)) return undefined;
  const name = `${protocolWord(protocol)} ${destinationPort}`;
  switch (platformBlockOf(protocol, destinationPort)) {
    case 'always':
      return `Tencent Cloud does not support ${name} and may drop it whatever the rules say.`;
    case 'outbound':
      return `Tencent Cloud blocks outbound ${name} by default, whatever the rules say.`;
    default:
      return undefined;
  }
}
