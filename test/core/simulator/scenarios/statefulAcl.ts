import { landscape } from '../network/landscape';
import { lateConversation } from './lateAfterClose';
import { ordinaryConversation } from './ordinary';
import { pushAfterIdle } from './serverPushAfterIdle';
import type { Scenario } from './scenario';

export const statefulAcl: Scenario = {
  name: 'stateful-acl',
  breaks: 'network ACLs are stateless: those of Huawei and Open Telekom are not',
  setup: setup => ({ ...setup, cloud: 'huawei', form: 'positional' }),
  play(site, conversations) {
    const { random } = site.setup;
    const share = Math.floor(conversations / 4);
    pushAfterIdle(site, share, {});
    const place = landscape(site);
    for (let i = share; i < conversations; i++) {
      if (random.chance(0.7)) ordinaryConversation(site, place);
      else lateConversation(site, place);
    }
  },
};
