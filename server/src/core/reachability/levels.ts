import type { FlowLogSettings, RuleLevel } from '../requests';
import { CODES, type Code } from './code';
import { DEFAULT_SETTINGS, type ReachabilitySettings } from './settings';

/** Codes whose stories are problems unless a setting says otherwise. */
const REPORTED: readonly Code[] = ['reply-rejected-by-acl', 'action-changed', 'throttled'];

/** How a story with that code is reported where no setting says anything. */
export function defaultLevel(code: Code): RuleLevel {
  return REPORTED.includes(code) ? 'information' : 'off';
}

const LEVELS: readonly unknown[] = ['error', 'warning', 'information', 'hint', 'off'];

/** How a story with that code is reported among the problems. */
export function levelOf(code: Code, rules: FlowLogSettings['rules']): RuleLevel {
  const level = Object.hasOwn(rules, code) ? rules[code] : undefined;
  return level !== undefined && LEVELS.includes(level) ? level : defaultLevel(code);
}

/** What the engine goes by. A code that is switched off by a setting is shown nowhere. */
export function engineSettings({
  rules,
  icmpByteOrder,
  reachability,
}: Pick<FlowLogSettings, 'rules' | 'icmpByteOrder' | 'reachability'>): ReachabilitySettings {
  const { interfaceAddresses, subnets, aclBound, trackingTimeouts, pairingWindow } = reachability;
  return {
    ...DEFAULT_SETTINGS,
    eniAddresses: interfaceAddresses,
    subnets,
    aclBound,
    idleTimeouts: trackingTimeouts,
    icmpOrder: icmpByteOrder,
    codesOff: CODES.filter(code => Object.hasOwn(rules, code) && rules[code] === 'off'),
    ...(pairingWindow === null ? {} : { pairingWindow }),
  };
}
