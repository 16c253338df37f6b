/** What became of a packet at an observation point, and which layer decided it. */
export type Fate = 'passed' | 'security-group' | 'network-acl' | 'platform' | 'bandwidth';

/** Packets by fate. */
export type Fates = Record<Fate, number>;

export function noFates(): Fates {
  return { passed: 0, 'security-group': 0, 'network-acl': 0, platform: 0, bandwidth: 0 };
}

export const FATES = Object.keys(noFates()) as readonly Fate[];

export function packetsIn(fates: Fates): number {
  return FATES.reduce((sum, fate) => sum + fates[fate], 0);
}

/** The fate that all of them shared; undefined where they did not, or where there are none. */
export function onlyFate(fates: Fates): Fate | undefined {
  const found = FATES.filter(fate => fates[fate] > 0);
  return found.length === 1 ? found[0] : undefined;
}
