import * as assert from 'node:assert/strict';
import { formsOf } from '../../server/src/core/table/forms';
import { checkSample } from './checkSample';

/** Each sample without a fault, and the form of its records. */
const clean: Record<string, string> = {
  'eni-positional.log': 'ENI positional',
  'eni-key-value.log': 'key:value',
  'eni-header.log': 'declared columns (12)',
  'eni-fields-line.log': 'declared columns (13)',
  'nodata-skipdata.log': 'ENI positional',
  'ccn-order-a.log': 'CCN positional (order A)',
  'ccn-order-b.log': 'CCN positional (order B)',
  'ccn-key-value.log': 'key:value',
  'ping-allowed.log': 'ENI positional',
  'ping-allowed-with-types.log': 'ENI positional',
  'ping-reply-blocked.log': 'ENI positional',
  'ping-reply-blocked-with-types.log': 'ENI positional',
  'ping-request-blocked.log': 'ENI positional',
  'ping-request-blocked-with-types.log': 'ENI positional',
};

for (const [name, form] of Object.entries(clean)) {
  describe(`The sample ${name}`, () => {
    it('has no problem', () => {
      assert.deepEqual(checkSample(name).problems, []);
    });

    it(`is read as ${form} throughout`, () => {
      const { table } = checkSample(name);
      assert.deepEqual(formsOf(table), [{ title: form, records: table.records }]);
    });
  });
}
