import type { Draft } from '../aggregation/draft';
import type { Address } from '../packets/address';
import { hasPorts } from '../packets/protocol';

/** For each endpoint of a log, the ports that its peers use. */
export class PeerPorts {
  private readonly ports = new Map<string, Set<number>>();

  constructor(lines: readonly (Draft | undefined)[]) {
    for (const draft of lines) {
      if (!draft || !hasPorts(draft.flow.protocol)) continue;
      const { source, destination, srcPort, dstPort, protocol } = draft.flow;
      if (srcPort <= 0 || dstPort <= 0) continue;
      this.add(keyOf(source, protocol, srcPort), dstPort);
      this.add(keyOf(destination, protocol, dstPort), srcPort);
    }
  }

  count(of: Address, protocol: number, port: number): number {
    return this.ports.get(keyOf(of, protocol, port))?.size ?? 0;
  }

  private add(key: string, port: number): void {
    const known = this.ports.get(key);
    if (known) known.add(port);
    else this.ports.set(key, new Set([port]));
  }
}

function keyOf({ text }: Address, protocol: number, port: number): string {
  return `${text} ${protocol} ${port}`;
}
