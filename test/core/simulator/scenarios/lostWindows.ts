import { landscape } from '../network/landscape';
import { lateConversation } from './lateAfterClose';
import { ordinaryConversation } from './ordinary';
import { pushAfterIdle } from './serverPushAfterIdle';
import type { Scenario } from './scenario';

export const lostWindows: Scenario = {
  name: 'lost-windows',
  breaks: 'what happened is on record: windows are missing, or skipped and marked so',
  play(site, conversations) {
    const { random, windows } = site.setup;
    const lost = new Map<number, 'silently' | 'skipdata'>();
    for (let i = random.whole(1, 3); i > 0; i--) {
      lost.set(random.whole(0, windows - 1), random.pick(['silently', 'skipdata']));
    }
    const capture = { lost };
    const share = Math.floor(conversations / 4);
    pushAfterIdle(site, share, { capture });
    const behindAcl = landscape(site, { capture });
    const open = landscape(site, { capture, acl: 'none' });
    for (let i = share; i < conversations; i++) {
      if (random.chance(0.6)) ordinaryConversation(site, behindAcl);
      else lateConversation(site, open);
    }
  },
};
