import type { Conversation, Party } from '../packets/conversation';
import { ICMP, ICMPV6, packed } from '../packets/protocol';
import { isV4 } from '../packets/address';
import type { SiteConnection, Site } from './site';
import type { Flow } from '../packets/flow';

/** A conversation of TCP or UDP, or with both ports 0 of a protocol without ports. */
export function openConversation(
  site: Site,
  initiator: Party,
  responder: Party,
  protocol: number,
  initiatorPort = 0,
  responderPort = 0,
): Conversation {
  const connection = site.connection(
    `${initiator.address.text} ${initiatorPort}`,
    `${responder.address.text} ${responderPort}`,
    protocol,
  );
  return add(site, connection, {
    initiator,
    responder,
    protocol,
    initiatorPort,
    responderPort,
    request: site.flow(initiator, responder, protocol, initiatorPort, responderPort),
    reply: site.flow(responder, initiator, protocol, responderPort, initiatorPort),
  });
}

/** Echo requests and replies of one identifier. */
export function openEcho(
  site: Site,
  initiator: Party,
  responder: Party,
  identifier: number,
): Conversation {
  const protocol = isV4(initiator.address) ? ICMP : ICMPV6;
  const typed = site.setup.icmp === 'typed';
  const recorded = typed ? identifier : 0;
  const [request, reply] = protocol === ICMP ? [8, 0] : [128, 129];
  const connection = site.connection(
    `${initiator.address.text} ${identifier}`,
    `${responder.address.text} ${identifier}`,
    protocol,
  );
  return add(site, connection, {
    initiator,
    responder,
    protocol,
    initiatorPort: recorded,
    responderPort: recorded,
    request: site.flow(initiator, responder, protocol, recorded, typed ? packed(request) : 0),
    reply: site.flow(responder, initiator, protocol, recorded, typed ? packed(reply) : 0),
  });
}

/** The flow in which a host or router sends ICMP errors to another. */
export function errorFlow(site: Site, from: Party, to: Party, type: number, code: number): Flow {
  const protocol = isV4(from.address) ? ICMP : ICMPV6;
  return site.flow(from, to, protocol, 0, site.setup.icmp === 'typed' ? packed(type, code) : 0);
}

function add(
  site: Site,
  connection: SiteConnection,
  rest: Omit<Conversation, 'id' | 'scenario' | 'connection' | 'tallies'>,
): Conversation {
  connection.users++;
  const id = site.setup.count.conversations++;
  const conversation = { id, scenario: site.scenario, connection, tallies: [], ...rest };
  site.conversations.push(conversation);
  return conversation;
}
