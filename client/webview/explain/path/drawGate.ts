import { svg } from '../../common/element';
import { cloudPath } from './cloud';
import type { Box, Label } from './layout';
import type { Gate, GateKind } from './pathModel';

const LINE = 15;

const NAMES: Readonly<Record<GateKind, readonly [string, string]>> = {
  'security-group': ['security', 'group'],
  'network-acl': ['network', 'ACL'],
  either: ['security group', 'network ACL'],
  'bandwidth-limit': ['bandwidth', 'limit'],
};

/** What stands between the ends; a cloud where nobody knows what part it has. */
export function drawGate({ kind, isUnsure }: Gate, box: Box, label: Label): SVGGElement {
  return svg(
    'g',
    { class: `gate gate-${kind}${isUnsure ? ' unsure' : ''}` },
    isUnsure ? svg('path', { d: cloudPath(box) }) : svg('rect', { ...box, rx: 4 }),
    ...NAMES[kind].map((name, i) =>
      svg(
        'text',
        { x: label.x, y: label.y + i * LINE, 'text-anchor': label.anchor },
        isUnsure ? `${name}\u00a0?` : name,
      ),
    ),
  );
}
