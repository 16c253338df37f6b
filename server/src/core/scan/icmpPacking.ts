import { isRegisteredIcmp, type IcmpProtocol } from '../tables/icmp';

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

const answers: Record<IcmpProtocol, Uint8Array> = {
  1: new Uint8Array(65_536),
  58: new Uint8Array(65_536),
};

/** Whether a destination port, read as type × 256 + code, is a registered pair; remembered. */
export function isRegisteredPacking(protocol: IcmpProtocol, dstPort: number): boolean {
  const known = answers[protocol];
  if (known[dstPort] === UNKNOWN) {
    known[dstPort] = isRegisteredIcmp(protocol, dstPort >>> 8, dstPort & 255) ? YES : NO;
  }
  return known[dstPort] === YES;
}
