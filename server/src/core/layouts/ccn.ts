import { columnsOf, type Layout } from './layout';

/** Cross-region CCN records in the order of the older documents. */
export const ccnOlderLayout: Layout = {
  id: 'ccn-a',
  form: 'positional',
  title: 'CCN positional (order A)',
  columns: columnsOf(
    'srcaddr dstregionid dstport start dstaddr version packets ccn-id protocol srcregionid bytes action region-id srcport end log-status',
  ),
  source: 'Tencent Cloud Flow Logs, Features (2022), "CCN cross-region traffic"',
};

/** Cross-region CCN records in the order of the newer documents. */
export const ccnNewerLayout: Layout = {
  id: 'ccn-b',
  form: 'positional',
  title: 'CCN positional (order B)',
  columns: columnsOf(
    'version region-id ccn-id srcaddr dstaddr srcport dstport protocol srcregionid dstregionid packets bytes start end action log-status',
  ),
  source: 'Tencent Cloud Flow Logs, Features (2023-09-04), "CCN cross-region traffic"',
};
