import type { Capture } from '../aggregation/capture';
import type { Address, AddressRange } from '../packets/address';
import type { RuleSet } from '../rules/rule';
import type { Schedule } from '../rules/schedule';
import type { Tracking } from '../tracking/tracking';
import type { Cloud } from './logSetup';
import type { RateLimit } from './rateLimit';

/** A network ACL belongs to a subnet and works at its edge. */
export interface Subnet {
  readonly range: AddressRange;
  /** No ACL is bound where this says undefined. */
  readonly acl: Schedule<RuleSet | undefined>;
  /** Of a cloud whose ACLs are stateful. */
  readonly aclTracking?: Tracking;
}

/** Where packets are seen and recorded. */
export type ObservationPoint = NetworkInterface | Gateway | CrossRegionLink;

interface Point {
  readonly id: string;
  readonly capture: Capture;
}

export interface NetworkInterface extends Point {
  readonly kind: 'eni';
  readonly cloud: Cloud;
  /** Its own; what it forwards carries others. */
  readonly addresses: readonly Address[];
  readonly subnet: Subnet;
  /** Security groups in the order of binding. */
  readonly groups: Schedule<readonly RuleSet[]>;
  readonly tracking: Tracking;
  /** ICMP errors about a tracked connection pass without a rule of their own. */
  readonly admitsRelatedErrors: boolean;
  /** Services of the provider whose packets the security groups are not asked about on arrival. */
  readonly unasked?: AddressRange;
}

/** A NAT gateway or a Direct Connect gateway. */
export interface Gateway extends Point {
  readonly kind: 'nat' | 'dcg';
  readonly limit: RateLimit;
}

/** Traffic between two regions over a Cloud Connect Network, as one of them records it. */
export interface CrossRegionLink extends Point {
  readonly kind: 'ccn';
  readonly region: string;
  readonly sourceRegion: string;
  readonly destinationRegion: string;
  readonly limit: RateLimit;
}
