import assert from 'node:assert/strict';
import type { Draft } from './aggregation/draft';
import { explain, type WholeStory } from './engine';
import { isIcmp } from './packets/protocol';
import { simulate, type Simulation } from './simulate';

const SEEDS = [1, 2, 3, 4, 5];
const CONVERSATIONS = 60;
/** Bytes of a packet that surely carries data. */
const DATA = 100;

/** Every story of some logs of a scenario. */
function told(scenario: string): (readonly [WholeStory, Simulation])[] {
  return SEEDS.flatMap(seed => {
    const simulation = simulate(seed, scenario, CONVERSATIONS);
    return explain(simulation).map(story => [story, simulation] as const);
  });
}

/** What was refused of a story. */
function refusedOf({ requestLines, replyLines }: WholeStory, { lines }: Simulation): Draft[] {
  return [...requestLines, ...replyLines].flatMap(line => {
    const draft = lines[line];
    return draft && !draft.accepted ? [draft] : [];
  });
}

describe('What explanations say without proof', () => {
  it('is not that packets are late which a new rule stops, of connections in use', () => {
    const stories = told('rules-underway').filter(
      ([{ code }]) => code === 'late-packets-rejected' || code === 'action-changed',
    );
    assert.ok(stories.some(([{ code }]) => code === 'late-packets-rejected'));
    assert.ok(stories.some(([{ code }]) => code === 'action-changed'));
    for (const [story, simulation] of stories) {
      if (story.code === 'action-changed' || story.certainty !== 'likely') continue;
      const stopped = refusedOf(story, simulation).filter(
        ({ fates, bytes, packets }) => fates['network-acl'] > 0 && bytes > packets * DATA,
      );
      assert.deepEqual(
        stopped.map(draft => draft.line),
        [],
        story.summary,
      );
    }
  });

  it('is not that echo requests are late', () => {
    for (const [story, simulation] of told('rules-underway')) {
      if (story.code !== 'late-packets-rejected' || story.certainty !== 'likely') continue;
      const asks = refusedOf(story, simulation).filter(({ roles }) => roles.request > 0);
      assert.ok(!asks.some(({ flow }) => isIcmp(flow.protocol)), story.summary);
    }
  });

  it('names the other end only where it is one', () => {
    let named = 0;
    for (const scenario of ['namesakes', 'clock-skew', 'same-subnet']) {
      for (const [story, { lines }] of told(scenario)) {
        const line = / refused .* at the other end \(line (\d+)\)/.exec(story.summary)?.[1];
        if (line === undefined) continue;
        named++;
        const there = lines[Number(line) - 1]!.hop.point;
        const here = lines[story.requestLines[0]!]!.hop.point;
        assert.ok(there.kind === 'eni' && here.kind === 'eni');
        const own = new Set(here.addresses.map(({ text }) => text));
        assert.ok(!there.addresses.some(({ text }) => own.has(text)), story.summary);
      }
    }
    assert.ok(named > 0);
  });
});
