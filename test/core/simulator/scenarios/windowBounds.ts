import { landscape } from '../network/landscape';
import { lateConversation } from './lateAfterClose';
import { ordinaryConversation } from './ordinary';
import { pushAfterIdle } from './serverPushAfterIdle';
import type { Scenario } from './scenario';

export const windowBounds: Scenario = {
  name: 'window-bounds',
  breaks: 'start and end are first and last packet: here they are the window, the same for all',
  play(site, conversations) {
    const { random } = site.setup;
    const capture = { times: 'window', endsWithin: random.chance(0.5) } as const;
    const behindAcl = landscape(site, { capture });
    const open = landscape(site, { capture, acl: 'none' });
    const share = Math.floor(conversations / 4);
    pushAfterIdle(site, share, { capture });
    for (let i = share; i < conversations; i++) {
      if (random.chance(0.7)) ordinaryConversation(site, behindAcl);
      else lateConversation(site, open);
    }
  },
};
