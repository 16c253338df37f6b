/**
 * Destination ports that Tencent Cloud does not support, whatever the security groups say
 * (Virtual Private Cloud, FAQ on ports and security groups, 2024-12-24).
 */
export const platformBlockedPorts: Readonly<Record<6 | 17, readonly number[]>> = {
  6: [
    42, 135, 137, 138, 139, 445, 593, 1025, 1068, 1434, 3127, 3128, 3129, 3130, 4444, 5554, 5800,
    5900, 9996,
  ],
  17: [135, 136, 137, 138, 139, 1026, 1027, 1028, 1068, 1433, 1434, 5554, 9996],
};

/** Blocked on the way out until the user lifts it in the console; the same page. */
export const outboundBlockedPorts: Readonly<Record<6 | 17, readonly number[]>> = {
  6: [25],
  17: [],
};

/** The platform may drop packets to this port, in any direction or only on the way out. */
export function platformBlockOf(
  protocol: number,
  destinationPort: number,
): 'always' | 'outbound' | undefined {
  if (protocol !== 6 && protocol !== 17) return undefined;
  if (platformBlockedPorts[protocol].includes(destinationPort)) return 'always';
  return outboundBlockedPorts[protocol].includes(destinationPort) ? 'outbound' : undefined;
}
