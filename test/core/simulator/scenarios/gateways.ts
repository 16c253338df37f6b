import { addressIn } from '../packets/address';
import { landscape, SERVICES } from '../network/landscape';
import { RateLimit } from '../network/rateLimit';
import { converse, ping } from '../traffic/converse';
import type { Scenario } from './scenario';

export const gateways: Scenario = {
  name: 'gateways',
  breaks: 'records come from interfaces: NAT and Direct Connect gateways write the same form',
  play(site, conversations) {
    const { random } = site.setup;
    const place = landscape(site, { peers: 20, ...(random.chance(0.5) && { acl: 'none' }) });
    const limit = (): RateLimit => new RateLimit(random.pick([80, 400, 1e9]), 20_000);
    const via = [site.gateway(random.pick(['nat', 'dcg']), limit())];
    const behind = Array.from({ length: 10 }, (_, i) => ({
      address: addressIn(place.block, 50_000 + i),
      via,
    }));
    const hosts = [...behind, ...place.clients.map(client => ({ ...client, via }))];
    for (let i = 0; i < conversations; i++) {
      const from = random.pick(hosts);
      const to = random.pick(place.peers);
      if (random.chance(0.2)) ping(site, from, to);
      else if (random.chance(0.8)) converse(site, from, to, random.pick(SERVICES));
      else converse(site, to, from, random.pick(SERVICES));
    }
  },
};
