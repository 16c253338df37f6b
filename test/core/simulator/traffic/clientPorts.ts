import type { Random } from '../random';

/** A port that an operating system of today would choose for a client. */
export function clientPort(random: Random): number {
  return random.chance(0.6) ? random.whole(32768, 60999) : random.whole(49152, 65535);
}

/** A port that a device translating addresses, or an old system, may choose. */
export function translatedPort(random: Random): number {
  return random.whole(1024, 65535);
}
