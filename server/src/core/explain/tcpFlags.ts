import { numberIn } from '../record/readValue';
import { tcpFlagsOf } from '../tables/tcpFlags';
import { cloudOf } from './cloud';
import type { Explanation } from './explanation';
import type { Subject } from './subject';
import { protocolWord, TCP } from './transport';

const SYN = 2;
const ACK = 16;

/** The TCP control bits that a window's packets had, and what they suggest. */
export function explainTcpFlags({ record, value }: Subject): Explanation {
  const sum = Number(value.text);
  const protocol = numberIn(record, 'protocol');
  const aws = cloudOf(record) === 'aws';
  if (protocol !== undefined && protocol !== TCP) {
    const details = sum === 0 ? [] : ['So what the number stands for here is not documented.'];
    return { headline: `${sum} – ${protocolWord(protocol)} has no TCP flags`, details };
  }
  if (sum === 0) {
    const details = [
      'AWS records neither ACK alone nor PSH with it, so packets of an open connection have 0.',
    ];
    return { headline: '0 – no flag recorded', details: aws ? details : [] };
  }
  const flags = tcpFlagsOf(sum);
  const details = ['All flags seen in the window, OR-ed: their order and number are not recorded.'];
  if ((sum & (SYN | ACK)) === SYN) {
    details.push('SYN without ACK: likely sent by the side that asks for the connection.');
  }
  // Where a plain ACK counts as well, the side that asks has both bits by the end of its window.
  if (aws && (sum & (SYN | ACK)) === (SYN | ACK)) {
    details.push('SYN and ACK: likely sent by the side that was asked for the connection.');
  }
  if (flags.length <= 2)
    for (const { keyword, name } of flags) details.push(`${keyword}: ${name}.`);
  return {
    headline: `${flags.map(({ keyword }) => keyword).join(', ')} (${sum})`,
    details,
  };
}
