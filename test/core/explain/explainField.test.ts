import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { explainField } from '../../../server/src/core/explain/explainField';
import { ccnNewerLayout, ccnOlderLayout } from '../../../server/src/core/layouts/ccn';
import { declaredLayout } from '../../../server/src/core/layouts/declared';
import { eniLayout } from '../../../server/src/core/layouts/eni';
import {
  CORE_FIELDS,
  coreField,
  fieldNamed,
  unknownField,
} from '../../../server/src/core/layouts/fields';
import { OTHER_FIELDS } from '../../../server/src/core/layouts/otherFields';
import { keyValueLayout } from '../../../server/src/core/layouts/keyValue';
import { hover } from './hover';

describe('hover on a field’s name', () => {
  it('says what the field holds, what is legal, and where that is written', () => {
    const { headline, details } = explainField(coreField('start'), eniLayout);
    equal(headline, 'start – Start of the capture window, in Unix seconds');
    deepEqual(details, [
      'Some exports have the time of the first packet.',
      'Legal: Unix seconds, 10 digits.',
      `Source: ${eniLayout.source}.`,
    ]);
  });

  it('says what the field holds in CCN records', () => {
    equal(
      explainField(coreField('start'), ccnNewerLayout).headline,
      'start – Time of the first packet in the capture window, in Unix seconds',
    );
    const port = explainField(coreField('srcport'), ccnOlderLayout);
    match(port.details.join('\n'), /0–65535; - for any other protocol and under NODATA/);
    doesNotMatch(port.details.join('\n'), /ICMP/);
    const action = explainField(coreField('action'), ccnNewerLayout);
    match(action.details.join('\n'), /throttled by a bandwidth limit/);
  });

  it('gives both where the layout does not tell the observation point', () => {
    const { details } = explainField(coreField('start'), keyValueLayout);
    match(details.join('\n'), /In CCN records: time of the first packet/);
  });

  it('stands on the key of a key:value token', () => {
    equal(
      hover(
        'srcaddr:192.63.197.94 dst|port:22 account-id:1251762227 start:1655104384 dstaddr:10.0.3.4 version:0001_0001 packets:2 protocol:6 bytes:108 action:ACCEPT srcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis',
      ).headline,
      'dstport – Destination port',
    );
  });

  it('names the source of another cloud’s field', () => {
    const layout = declaredLayout(['version', 'tcp-flags', 'vswitch-id', 'whatever']);
    match(explainField(fieldNamed('tcp-flags')!, layout).details.join('\n'), /AWS VPC User Guide/);
    match(explainField(fieldNamed('vswitch-id')!, layout).details.join('\n'), /Alibaba Cloud/);
    equal(explainField(unknownField('whatever'), layout).headline, 'whatever – unknown field');
  });

  it('gives Tencent Cloud’s meaning as its own', () => {
    const text = (name: 'account-id' | 'dstport' | 'version') =>
      explainField(coreField(name), keyValueLayout, 'eni').details.join('\n');
    match(text('account-id'), /In Tencent Cloud’s logs: its APPID/);
    match(text('dstport'), /For ICMP in Tencent Cloud’s logs: type × 256 \+ code; AWS writes 0/);
    match(text('version'), /other clouds: 1 to 11/);
  });

  it('knows every field of the tables in few lines', () => {
    for (const field of [...CORE_FIELDS, ...OTHER_FIELDS]) {
      for (const layout of [eniLayout, ccnNewerLayout, keyValueLayout]) {
        const { headline, details } = explainField(field, layout);
        match(headline, new RegExp(`^${field.name} – .+`));
        doesNotMatch(headline, /undefined|unknown field/);
        equal(details.length >= 2 && details.length <= 5, true, field.name);
      }
    }
  });
});
