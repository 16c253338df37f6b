import type { Explanation } from './explanation';
import { shortened } from './quoted';
import type { Subject } from './subject';

/** The Cloud Connect Network that carried the traffic between regions. */
export function explainCcn({ value }: Subject): Explanation {
  const name = shortened(value.text);
  if (!value.text.startsWith('ccn-')) {
    return {
      headline: `${name}: not a Cloud Connect Network id`,
      details: ['Legal: ccn- and 8 characters.'],
    };
  }
  const details = ['Tencent Cloud’s network between regions; its limits are bandwidth limits.'];
  if (!/^ccn-[a-z0-9]{8}$/.test(value.text)) {
    details.push('Such ids have 8 characters (a–z, 0–9) after the dash.');
  }
  return { headline: `Cloud Connect Network ${name}`, details };
}
