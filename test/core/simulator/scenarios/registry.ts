import { clockSkew } from './clockSkew';
import { crossRegion } from './crossRegion';
import { forwardingInterface } from './forwardingInterface';
import { fragments } from './fragments';
import { gateways } from './gateways';
import { icmpErrors } from './icmpErrors';
import { ipv6 } from './ipv6';
import { lateAfterClose } from './lateAfterClose';
import { lateEchoReplies } from './lateEchoReplies';
import { lostWindows } from './lostWindows';
import { midConnection } from './midConnection';
import { namesakes } from './namesakes';
import { noAclBound } from './noAclBound';
import { oddPorts } from './oddPorts';
import { oneSided } from './oneSided';
import { ordinary } from './ordinary';
import { otherSideOpens } from './otherSideOpens';
import { pings } from './pings';
import { platformBlocks } from './platformBlocks';
import { portReuse } from './portReuse';
import { providerServices } from './providerServices';
import { resetAfterIdle } from './resetAfterIdle';
import { ruleChanges } from './ruleChanges';
import { rulesUnderway } from './rulesUnderway';
import { sameSubnet } from './sameSubnet';
import { scanners } from './scanners';
import type { Scenario } from './scenario';
import { serverPushAfterIdle } from './serverPushAfterIdle';
import { severalAddresses } from './severalAddresses';
import { statefulAcl } from './statefulAcl';
import { tunnels } from './tunnels';
import { windowBounds } from './windowBounds';

/** Every scenario there is; a new one is a file and a line here. */
export const scenarios: readonly Scenario[] = [
  ordinary,
  pings,
  icmpErrors,
  lateAfterClose,
  serverPushAfterIdle,
  resetAfterIdle,
  lateEchoReplies,
  portReuse,
  otherSideOpens,
  sameSubnet,
  noAclBound,
  forwardingInterface,
  severalAddresses,
  namesakes,
  fragments,
  windowBounds,
  oddPorts,
  midConnection,
  ruleChanges,
  rulesUnderway,
  lostWindows,
  oneSided,
  clockSkew,
  providerServices,
  platformBlocks,
  scanners,
  tunnels,
  ipv6,
  gateways,
  crossRegion,
  statefulAcl,
];

/** The scenario of that name. */
export function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find(known => known.name === name);
  if (!scenario) throw new Error(`There is no scenario "${name}".`);
  return scenario;
}
