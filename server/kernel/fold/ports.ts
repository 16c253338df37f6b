// Sums by destination port of TCP and UDP: four doubles a port, TCP's first, then UDP's.

import { portSums, rejectedPortSums } from './memory';
import { addSums } from './names';

const TCP: u32 = 6;
const UDP: u32 = 17;

/** Whether records of the protocol are counted here. */
// @ts-ignore: decorator
@inline
export function hasPortSums(protocol: u32): bool {
  return protocol == TCP || protocol == UDP;
}

// @ts-ignore: decorator
@inline
export function addToPort(
  protocol: u32, port: u32, isRejected: bool, packets: f64, bytes: f64, line: f64,
): void {
  const at = <usize>(port + (protocol == UDP ? 65536 : 0)) << 5;
  addSums(portSums + at, packets, bytes, line);
  if (isRejected) addSums(rejectedPortSums + at, packets, bytes, line);
}
