import type { IcmpOrder } from '../conversation/icmpRole';
import type { Cloud } from '../explain/cloud';
import type { Code } from './code';

/** What a user may say about the network beside the log. */
export interface ReachabilitySettings {
  /** Addresses that belong to an interface, by its id. */
  readonly eniAddresses: Readonly<Record<string, readonly string[]>>;
  /** Subnets in CIDR form. */
  readonly subnets: readonly string[];
  /** Whether a network ACL is bound, by interface id or by CIDR of the local address. */
  readonly aclBound: Readonly<Record<string, boolean>>;
  /**
   * Seconds for which a security group certainly remembers a request without a reply. Short on
   * purpose: no vendor gives a figure.
   */
  readonly idleTimeouts: { readonly tcp: number; readonly udp: number; readonly icmp: number };
  readonly icmpOrder: IcmpOrder;
  /** How long after a request's window its reply's may begin, in seconds; absent: as the file has it. */
  readonly pairingWindow?: number | undefined;
  /** Codes whose stories are not shown. */
  readonly codesOff: readonly Code[];
  /** Whether the network ACLs of a cloud are stateless; absent: not known. */
  readonly statelessAcl: Readonly<Partial<Record<Cloud, boolean>>>;
}

/**
 * Stateless: Tencent Cloud Flow Logs, Features (2023-09-04); AWS VPC User Guide, Network ACLs.
 * Stateful: Huawei Cloud and Open Telekom Cloud, Virtual Private Cloud, Network ACL.
 */
export const DEFAULT_SETTINGS: ReachabilitySettings = {
  eniAddresses: {},
  subnets: [],
  aclBound: {},
  idleTimeouts: { tcp: 60, udp: 30, icmp: 30 },
  icmpOrder: 'auto',
  codesOff: [],
  statelessAcl: { tencent: true, aws: true, huawei: false },
};
