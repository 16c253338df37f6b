import { addressIn, range } from '../packets/address';
import { ESP, GRE } from '../packets/protocol';
import { SERVICES } from '../network/landscape';
import { interfaceId } from '../network/identifiers';
import type { CrossRegionLink } from '../network/observationPoint';
import { RateLimit } from '../network/rateLimit';
import { converse, ping } from '../traffic/converse';
import type { Scenario } from './scenario';

const REGIONS = ['ap-guangzhou', 'ap-shanghai', 'na-siliconvalley', 'eu-frankfurt'] as const;

export const crossRegion: Scenario = {
  name: 'cross-region',
  breaks: 'REJECT is a rule: between regions it is the bandwidth limit',
  setup: setup => ({
    ...setup,
    cloud: 'tencent',
    window: 60,
    form: setup.random.pick(['ccn-a', 'ccn-b', 'ccn-key-value']),
  }),
  play(site, conversations) {
    const { random } = site.setup;
    const [near, far] = [random.pick(REGIONS), random.pick(REGIONS)];
    const limit = new RateLimit(random.pick([300, 1500, 1e9]), 30_000);
    const lost = new Map(random.chance(0.2) ? [[random.whole(0, 5), 'silently' as const]] : []);
    const link: CrossRegionLink = {
      kind: 'ccn',
      id: interfaceId(site.setup, 'ccn'),
      ...{ region: near, sourceRegion: near, destinationRegion: far },
      limit,
      capture: site.capture({ lost }),
    };
    site.points.push(link);
    const here = Array.from({ length: 12 }, (_, i) => ({
      address: addressIn(range(`10.${site.number + 16}.3.0/24`), 4 + i),
      via: [link],
    }));
    const there = Array.from({ length: 12 }, (_, i) => ({
      address: addressIn(range(`172.${16 + (site.number % 16)}.9.0/24`), 4 + i),
    }));
    for (let i = 0; i < conversations; i++) {
      const outbound = random.chance(0.7);
      const [a, b] = [random.pick(here), random.pick(there)];
      const [from, to] = outbound ? [a, b] : [b, a];
      if (random.chance(0.15)) ping(site, from, to);
      else if (random.chance(0.1)) {
        converse(site, from, to, { protocol: random.pick([GRE, ESP]), port: 0 }, undefined, 0);
      } else converse(site, from, to, random.pick(SERVICES));
    }
  },
};
