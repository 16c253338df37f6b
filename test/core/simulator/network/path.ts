import type { Party } from '../packets/conversation';
import type { Hop } from './hop';
import type { ObservationPoint, Subnet } from './observationPoint';

/** Where on the way the interfaces that forward stand. */
const NEAR_SOURCE = 0.3;
const NEAR_DESTINATION = 0.7;

interface Station {
  readonly point: ObservationPoint;
  readonly delayShare: number;
  readonly passes: readonly Hop['direction'][];
}

/** The hops of the packets from one party to another. */
export function pathBetween(source: Party, destination: Party): Hop[] {
  const stations: Station[] = [];
  if (source.point) stations.push({ point: source.point, delayShare: 0, passes: ['egress'] });
  for (const point of source.via ?? []) stations.push(forwarding(point, NEAR_SOURCE, 'egress'));
  for (const point of [...(destination.via ?? [])].reverse()) {
    stations.push(forwarding(point, NEAR_DESTINATION, 'ingress'));
  }
  if (destination.point) {
    stations.push({ point: destination.point, delayShare: 1, passes: ['ingress'] });
  }
  return stations.flatMap(({ point, delayShare, passes }, i) =>
    passes.map(direction => ({
      point,
      direction,
      atSubnetEdge: !sameSubnet(point, stations[direction === 'ingress' ? i - 1 : i + 1]?.point),
      delayShare,
      accepted: undefined,
      refused: undefined,
    })),
  );
}

/** An interface that forwards is passed twice, in and out; a gateway records once. */
function forwarding(
  point: ObservationPoint,
  delayShare: number,
  direction: Hop['direction'],
): Station {
  return { point, delayShare, passes: point.kind === 'eni' ? ['ingress', 'egress'] : [direction] };
}

function sameSubnet(point: ObservationPoint, neighbour: ObservationPoint | undefined): boolean {
  const subnet = subnetOf(point);
  return subnet !== undefined && neighbour !== undefined && subnetOf(neighbour) === subnet;
}

function subnetOf(point: ObservationPoint): Subnet | undefined {
  return point.kind === 'eni' ? point.subnet : undefined;
}
