import { doesNotMatch } from 'node:assert/strict';
import { explainField } from '../../../server/src/core/explain/explainField';
import { explainValue } from '../../../server/src/core/explain/explainValue';
import { PLAIN, recordOf } from './hover';

/** CCN records in every form, of every action and status, with and without ports. */
const RECORDS = [
  '0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 40000 443 6 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 REJECT OK',
  '0001_0001 ap-guangzhou ccn-abcd1234 10.0.0.1 10.1.0.1 40000 445 6 ap-guangzhou na-siliconvalley 10 1000 1655104384 1655104400 ACCEPT OK',
  '0001_0001 1 ccn-abcd1234 10.0.0.1 10.1.0.1 - - 1 1 15 10 1000 1655104384 1655104400 REJECT OK',
  '10.0.0.1 na-siliconvalley 25 1655104384 10.1.0.1 0001_0001 10 ccn-abcd1234 6 ap-guangzhou 1000 REJECT ap-guangzhou 40000 1655104400 OK',
  '0001_0001 ap-guangzhou ccn-abcd1234 - - - - - ap-guangzhou na-siliconvalley -1 -1 1655104384 1655104400 - NODATA',
  '0001_0001 ap-guangzhou ccn-abcd1234 - - - - - ap-guangzhou na-siliconvalley -1 -1 1655104384 1655104400 - SKIPDATA',
  'srcaddr:10.0.0.1 dstregionid:na-siliconvalley dstport:445 start:1655104384 dstaddr:10.1.0.1 version:0001_0001 packets:1 ccnid:ccn-abcd1234 protocol:6 srcregionid:ap-guangzhou bytes:60 action:REJECT region-id:ap-guangzhou srcport:40000 end:1655104384 log-status:OK',
  'srcaddr:10.0.0.1 dstregionid:x dstport:70000 start:y dstaddr:z version:? packets:-1 ccnid:q protocol:999 srcregionid:-9 bytes:a action:reject region-id:! srcport:-1 end:- log-status:ok',
];

describe('hovers on CCN records', () => {
  for (const text of RECORDS) {
    it(`never name a security group or an ACL: ${text.slice(0, 60)}…`, () => {
      const record = recordOf(text);
      for (const value of record.values) {
        for (const { headline, details } of [
          explainValue(record, value, PLAIN),
          explainField(value.field, record.layout, record.observation),
        ]) {
          doesNotMatch([headline, ...details].join('\n'), /security|\bSG\b|\bACLs?\b/i);
        }
      }
    });
  }
});
