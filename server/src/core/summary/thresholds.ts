/** From when on something is worth a finding; each is a setting. */
export interface Thresholds {
  /** Different addresses that one source has to try. */
  readonly scanAddresses: number;
  /** Different ports of one address that one source has to try. */
  readonly scanPorts: number;
  /** Share of all records below which a protocol is hardly ever used. */
  readonly rareProtocolShare: number;
  /** Share of all bytes, or of all packets, that one interface has to carry. */
  readonly interfaceShare: number;
  /** Fewer interfaces than this are too few for one to stand out. */
  readonly leastInterfaces: number;
}

/**
 * Defaults. Zeek's scan detection raises its notice at 25 addresses or 15 ports within 5 minutes
 * (policy/misc/scan.zeek), counting failed attempts only; a log is longer and counts all attempts.
 */
export const DEFAULT_THRESHOLDS: Thresholds = {
  scanAddresses: 100,
  scanPorts: 50,
  rareProtocolShare: 0.001,
  interfaceShare: 0.5,
  leastInterfaces: 4,
};

/** The thresholds in what a user wrote; whatever is not a positive number keeps its default. */
export function readThresholds(sent: unknown): Thresholds {
  const given = (typeof sent === 'object' && sent !== null ? sent : {}) as Record<string, unknown>;
  const read = (name: keyof Thresholds, most: number) => {
    const value = given[name];
    const isGood = typeof value === 'number' && value > 0 && value <= most;
    return isGood ? value : DEFAULT_THRESHOLDS[name];
  };
  return {
    scanAddresses: read('scanAddresses', Infinity),
    scanPorts: read('scanPorts', Infinity),
    rareProtocolShare: read('rareProtocolShare', 1),
    interfaceShare: read('interfaceShare', 1),
    leastInterfaces: read('leastInterfaces', Infinity),
  };
}
