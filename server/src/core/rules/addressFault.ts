/** What keeps a text from being an IP address, and the address it was meant to be if that is certain. */
export interface AddressFault {
  readonly reason: string;
  readonly fixed?: string;
  /** A port stands behind the address. */
  readonly hasPort?: true;
}

/** Says what is wrong with a text that is no IP address. */
export function addressFault(text: string): AddressFault {
  const prefix = /^([^/]+)\/\d{1,3}$/.exec(text);
  if (prefix) return { reason: 'it has a prefix length', fixed: prefix[1]! };
  const zone = /^([^%]+)%.+$/.exec(text);
  if (zone) return { reason: 'it has a zone', fixed: zone[1]! };
  const bracketed = /^\[([^\]]*)\](:\d+)?$/.exec(text);
  if (bracketed) {
    const port = bracketed[2] === undefined ? {} : ({ hasPort: true } as const);
    return { reason: 'it stands in brackets', fixed: bracketed[1]!, ...port };
  }
  const port = /^(\d+(?:\.\d+){3}):\d+$/.exec(text);
  if (port) return { reason: 'it has a port', fixed: port[1]!, hasPort: true };
  return text.includes(':') ? ipv6Fault(text) : ipv4Fault(text);
}

function ipv4Fault(text: string): AddressFault {
  const octets = text.split('.');
  if (octets.length < 2) return { reason: 'it is not four numbers with dots between them' };
  if (octets.length !== 4) return { reason: `it has ${octets.length} octets, not four` };
  for (const octet of octets) {
    if (octet === '') return { reason: 'an octet is empty' };
    if (!/^\d+$/.test(octet)) return { reason: `octet ${octet} is no number` };
    if (Number(octet) > 255) return { reason: `octet ${octet} is above 255` };
  }
  const padded = octets.find(octet => /^0\d/.test(octet)) ?? '';
  return {
    reason: `octet ${padded} has a leading zero, which some programs read to the base 8`,
  };
}

function ipv6Fault(text: string): AddressFault {
  if (text.split('::').length > 2) return { reason: '“::” stands in it more than once' };
  if (text.includes(':::')) return { reason: 'it has three colons in a row' };
  const groups = text.split(':').filter(group => group !== '');
  const long = groups.find(group => group.length > 4 && !group.includes('.'));
  if (long) return { reason: `group ${long} has more than four digits` };
  const odd = groups.find(group => !/^[\da-f]+$/i.test(group) && !group.includes('.'));
  if (odd) return { reason: `group ${odd} is not hexadecimal` };
  if (!text.includes('::') && groups.length < 8) {
    return { reason: `it has ${groups.length} groups, not eight` };
  }
  if (groups.length > 7) return { reason: `it has ${groups.length} groups` };
  return { reason: 'its groups do not make an IPv6 address' };
}
