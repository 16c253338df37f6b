import { landscape } from '../network/landscape';
import { lateConversation } from './lateAfterClose';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const oneSided: Scenario = {
  name: 'one-sided',
  breaks: 'both actions are collected',
  play(site, conversations) {
    const { random } = site.setup;
    const collects = random.pick(['accepted', 'refused'] as const);
    const behindAcl = landscape(site, { capture: { collects } });
    const open = landscape(site, { capture: { collects }, acl: 'none' });
    for (let i = 0; i < conversations; i++) {
      if (random.chance(0.7)) ordinaryConversation(site, behindAcl);
      else lateConversation(site, open);
    }
  },
};
