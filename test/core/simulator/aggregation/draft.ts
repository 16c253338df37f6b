import { noFates, type Fate, type Fates } from '../network/fate';
import type { Hop } from '../network/hop';
import type { Flow, Packet, Role } from '../packets/flow';
import type { Conversation } from '../packets/conversation';
import { ACK, FIN, RST, SYN } from '../packets/protocol';

/** A record in the making, and beside it what no record says. */
export class Draft {
  packets = 0;
  bytes = 0;
  end: number;
  /** FIN, SYN and RST as seen, and ACK only where it came with a SYN. */
  tcpFlags = 0;
  /** The line it stands on once written; -1 if it never is. */
  line = -1;

  readonly fates: Fates = noFates();
  readonly roles: Record<Role, number> = {
    ...{ request: 0, reply: 0, fragment: 0, error: 0, stray: 0 },
  };
  readonly conversations: Conversation[] = [];

  constructor(
    readonly hop: Hop,
    readonly flow: Flow,
    readonly accepted: boolean,
    /** Number of the capture window. */
    readonly window: number,
    readonly start: number,
    /** At its first packet the security group knew the connection. */
    readonly firstTracked: boolean,
  ) {
    this.end = start;
  }

  add({ bytes, tcp, role, conversation }: Packet, time: number, fate: Fate): void {
    this.packets++;
    this.bytes += bytes;
    this.end = time;
    this.tcpFlags |= (tcp & (FIN | SYN | RST)) | (tcp & SYN ? tcp & ACK : 0);
    this.fates[fate]++;
    this.roles[role]++;
    const { conversations } = this;
    if (conversations.at(-1) !== conversation && !conversations.includes(conversation)) {
      conversations.push(conversation);
    }
  }
}
