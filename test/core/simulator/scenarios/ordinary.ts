import { landscape, SERVICES, type Landscape } from '../network/landscape';
import type { Site } from '../network/site';
import { converse, ping } from '../traffic/converse';
import type { Scenario } from './scenario';

export const ordinary: Scenario = {
  name: 'ordinary',
  breaks: 'nothing: TCP, UDP and pings through ordered rules of every kind',
  play(site, conversations) {
    const place = landscape(site);
    for (let i = 0; i < conversations; i++) ordinaryConversation(site, place);
  },
};

/** A conversation between inside and outside, begun by either. */
export function ordinaryConversation(site: Site, place: Landscape): void {
  const { random } = site.setup;
  const peer = random.pick(place.peers);
  if (random.chance(0.2)) {
    const local = random.pick([...place.servers, ...place.clients]);
    if (random.chance(0.6)) ping(site, peer, local);
    else ping(site, local, peer);
    return;
  }
  const service = random.pick(SERVICES);
  if (random.chance(0.7)) converse(site, peer, random.pick(place.servers), service);
  else converse(site, random.pick(place.clients), peer, service);
}
