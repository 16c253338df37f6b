import { columnsOf, type Layout } from './layout';

/** ENI, NAT gateway and Direct Connect gateway records in the value format. */
export const eniLayout: Layout = {
  id: 'eni',
  form: 'positional',
  title: 'ENI positional',
  columns: columnsOf(
    'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
  ),
  source: 'Tencent Cloud Flow Logs, Features, "Other types of flow log records"',
};
