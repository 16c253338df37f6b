import { icmpTypeOf, type IcmpProtocol } from '../tables/icmp';
import { cloudOf, type Cloud } from './cloud';
import type { ExplainContext, Explanation } from './explanation';
import { hasIdentifier, messageRole, messageText } from './icmpMessage';
import { readIcmp, V6_ASSUMED, type IcmpMessage, type IcmpReading } from './icmpReading';
import type { Subject } from './subject';
import { ICMPV6, protocolWord } from './transport';

/** What stands in a port field under ICMP or ICMPv6: the identifier, or type and code. */
export function explainIcmpNumber(subject: Subject, protocol: IcmpProtocol): Explanation {
  const { record, value, context } = subject;
  const word = protocolWord(protocol);
  if (record.observation === 'ccn') {
    return {
      headline: `${value.text} – not a port, and not documented for ${word}`,
      details: ['CCN records are documented to have - here for all but TCP and UDP.'],
    };
  }
  const cloud = cloudOf(record);
  if (cloud !== 'tencent' && cloud !== 'unknown') return elsewhere(cloud, value.text, word);
  const reading = readIcmp(record, protocol, context.icmpOrder);
  if (value.field.name === 'srcport') return identifier(Number(value.text), protocol, reading);
  return reading
    ? typeAndCode(value.text, protocol, reading, context.icmpOrder)
    : { headline: value.text, details: [] };
}

/** AWS's samples have 0 in both fields; the others document no packing at all. */
function elsewhere(cloud: Cloud, text: string, word: string): Explanation {
  const details = ['Not a port. What this cloud writes here for ICMP is not documented.'];
  if (cloud !== 'aws' || text !== '0')
    return { headline: `${text} – not documented for ${word}`, details };
  return {
    headline: `0 – no port: ${word} type and code are not recorded`,
    details: ['AWS writes 0 in both port fields of ICMP records.'],
  };
}

function identifier(
  number: number,
  protocol: IcmpProtocol,
  reading: IcmpReading | undefined,
): Explanation {
  const word = protocolWord(protocol);
  const assumed = protocol === ICMPV6 ? [V6_ASSUMED] : [];
  if (reading?.kind === 'one' && hasIdentifier(protocol, reading.message.type) === false) {
    const name = icmpTypeOf(protocol, reading.message.type)?.name ?? 'this type';
    return {
      headline: `${number} – no port, and no identifier: ${word} messages of type ${name} carry none`,
      details: ['What stands here for them is not documented.', ...assumed],
    };
  }
  const details = ['Not a port. A request and its replies carry the same identifier.', ...assumed];
  if (number === 0) return { headline: `${word} identifier 0, or none recorded`, details };
  const hex = number.toString(16).padStart(4, '0');
  return { headline: `${word} identifier ${number} (0x${hex})`, details };
}

function typeAndCode(
  text: string,
  protocol: IcmpProtocol,
  reading: IcmpReading,
  order: ExplainContext['icmpOrder'],
): Explanation {
  const assumed = protocol === ICMPV6 ? [V6_ASSUMED] : [];
  switch (reading.kind) {
    case 'open':
      return open(protocol);
    case 'two':
      return two(text, protocol, reading.documented, reading.swapped, assumed);
    case 'one':
      return one(text, protocol, reading.message, order, assumed);
  }
}

/** The documents' own ping request has 0 in both fields, which is also the packing of a reply. */
function open(protocol: IcmpProtocol): Explanation {
  const reserved = 'ICMPv6 reserves type 0, so they were probably not recorded.';
  return {
    headline:
      protocol === ICMPV6
        ? 'Type and code not recorded, or reserved type 0'
        : 'Echo reply, or type and code not recorded',
    details: [
      'Older records have 0 in both port fields for every ICMP message, requests too.',
      'So neither request nor reply can be concluded from it.',
      ...(protocol === ICMPV6 ? [reserved] : []),
    ],
  };
}

function two(
  text: string,
  protocol: IcmpProtocol,
  documented: IcmpMessage,
  swapped: IcmpMessage,
  assumed: readonly string[],
): Explanation {
  const word = protocolWord(protocol);
  return {
    headline: `${word}, no registered message as documented; with bytes swapped ${messageText(protocol, swapped)}`,
    details: [
      `As documented, ${text} = type × 256 + code: ${messageText(protocol, documented)}.`,
      `With type in the lower byte: ${messageText(protocol, swapped)}.`,
      'Which of them was meant is not recorded; a setting can force the order.',
      ...assumed,
    ],
  };
}

function one(
  text: string,
  protocol: IcmpProtocol,
  message: IcmpMessage,
  order: ExplainContext['icmpOrder'],
  assumed: readonly string[],
): Explanation {
  const details = [
    order === 'type-low'
      ? `${text} = code × 256 + type, the order that the settings force.`
      : `${text} = type × 256 + code.`,
  ];
  const role = messageRole(protocol, message);
  if (role) details.push(role);
  const reference = icmpTypeOf(protocol, message.type)?.reference;
  if (reference) details.push(`Reference: ${reference}.`);
  details.push(...assumed);
  return { headline: `${protocolWord(protocol)} ${messageText(protocol, message)}`, details };
}
