import { landscape, SERVICES } from '../network/landscape';
import { CLIENT_GROUP, serverGroup } from '../rules/policies';
import { pushAfterIdle } from './serverPushAfterIdle';
import { lateConversation } from './lateAfterClose';
import { ordinaryConversation } from './ordinary';
import type { Scenario } from './scenario';

export const noAclBound: Scenario = {
  name: 'no-acl-bound',
  breaks: 'a subnet has a network ACL',
  play(site, conversations) {
    const { random } = site.setup;
    const share = Math.floor(conversations / 3);
    const groups = random.pick([[serverGroup(SERVICES)], [CLIENT_GROUP]]);
    pushAfterIdle(site, share, { acl: 'none', groups });
    const place = landscape(site, { acl: 'none', groups });
    for (let i = share; i < conversations; i++) {
      if (random.chance(0.5)) lateConversation(site, place);
      else ordinaryConversation(site, place);
    }
  },
};
