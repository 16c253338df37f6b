import assert from 'node:assert/strict';
import { ACTION } from '../../../server/src/core/scan/columns';
import { readTable } from '../../../server/src/core/table/flowTable';
import { hasHeader } from './aggregation/forms';
import { scenarios } from './scenarios/registry';
import { simulate, type Simulation } from './simulate';
import type { Truth } from './truth/truth';

const SEEDS = [1, 2, 3];

describe('The simulator, in any scenario', () => {
  it('writes the same log and the same truth for the same seed', () => {
    const [one, other] = [simulate(7, undefined, 400), simulate(7, undefined, 400)];
    assert.equal(one.log, other.log);
    assert.deepEqual(one.truth, other.truth);
    assert.notEqual(one.log, simulate(8, undefined, 400).log);
  });

  for (const { name } of scenarios) {
    it(`writes logs that read without a fault: ${name}`, () => {
      for (const seed of SEEDS) {
        const { log, form, lines } = simulate(seed, name, 200);
        const table = readTable(new TextEncoder().encode(log), Infinity);
        assert.equal(table.records, lines.length - (hasHeader(form) ? 1 : 0));
        lines.forEach((draft, line) => {
          if (!draft) return;
          const { chunk, row } = table.locate(line)!;
          const { packets, bytes, protocol, action } = chunk.columns;
          assert.deepEqual(
            [packets[row], bytes[row], protocol[row], action[row]],
            [
              draft.packets,
              draft.bytes,
              draft.flow.protocol,
              draft.accepted ? ACTION.accept : ACTION.reject,
            ],
          );
        });
      }
    });
  }

  it('names in its truth the lines that hold the conversation', () => {
    for (const seed of SEEDS) {
      const simulation = simulate(seed, 'ordinary', 400);
      const texts = simulation.log.split('\n');
      for (const truth of simulation.truth) {
        for (const line of [...truth.requestLines, ...truth.replyLines]) {
          assert.ok(texts[line]!.includes(truth.initiator.address));
          assert.ok(texts[line]!.includes(truth.responder.address));
          assert.ok(texts[line]!.includes(truth.observationPoint));
        }
      }
    }
  });
});

/** What a scenario must bring about, over a few seeds, to be worth its name. */
const BROUGHT_ABOUT: Readonly<Record<string, (truth: Truth, simulation: Simulation) => boolean>> = {
  'late-after-close': refusedAfterPassing,
  'server-push-after-idle': refusedAfterPassing,
  'reset-after-idle': truth => refusedAfterPassing(truth) && truth.requestLines.length > 1,
  'late-echo-replies': truth => truth.requests.passed > 0 && truth.replies['security-group'] > 0,
  'port-reuse': truth => !truth.aloneOnFiveTuple,
  'other-side-opens': truth => !truth.aloneOnFiveTuple && truth.requests['security-group'] > 0,
  'same-subnet': truth => truth.replies['security-group'] > 0,
  'no-acl-bound': truth => truth.replies['security-group'] > 0,
  'forwarding-interface': truth => truth.conditions?.P1 === false,
  'window-bounds': truth => truth.conditions?.P3 === false,
  'mid-connection': truth => truth.conditions?.P5 === false,
  'rule-changes': truth => truth.replies['network-acl'] > 0 && truth.replies.passed > 0,
  'rules-underway': truth => truth.requests['network-acl'] > 0 && truth.replies.passed > 0,
  'lost-windows': truth => truth.conditions?.P5 === false,
  'clock-skew': truth => truth.conditions?.P6 === false,
  'provider-services': truth => truth.replies['security-group'] > 0 && truth.requests.passed > 0,
  'platform-blocks': truth => truth.replies.platform > 0,
  'cross-region': truth => truth.requests.bandwidth > 0,
  'stateful-acl': truth => truth.requests['network-acl'] > 0,
};

function refusedAfterPassing({ replies, repliesWereTracked }: Truth): boolean {
  return replies.passed > 0 && replies['security-group'] > 0 && repliesWereTracked;
}

describe('A scenario', () => {
  for (const [name, happens] of Object.entries(BROUGHT_ABOUT)) {
    it(`brings about what it is there for: ${name}`, () => {
      const found = SEEDS.some(seed => {
        const simulation = simulate(seed, name);
        return simulation.truth.some(truth => happens(truth, simulation));
      });
      assert.ok(found);
    });
  }
});
