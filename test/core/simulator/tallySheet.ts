import { whyFalse } from './claims';
import type { WholeStory } from './engine';
import type { Simulation } from './simulate';
import { claimsOf } from './storyClaims';
import type { Truth } from './truth/truth';

/** Counts of one scenario. */
export interface Row {
  conversations: number;
  /** Claims, and false ones among them, that are called proved. */
  proved: number;
  falseClaims: number;
  /** Replies dropped by an ACL, alone on their five-tuple, and those that got the code. */
  dropped: number;
  coded: number;
  /** Those that meet P1 to P7, and those that are proved. */
  provable: number;
  provedDrops: number;
}

/** Something that is not as it should be, with what it takes to see it again. */
export interface Finding {
  readonly kind: 'false claim' | 'code missed' | 'proof missed';
  readonly scenario: string;
  readonly seed: number;
  readonly says: string;
  /** The lines it rests on, with their numbers. */
  readonly lines: readonly string[];
}

/** Findings kept of each kind and scenario. */
const KEPT = 5;
const ACL_CODE = 'reply-rejected-by-acl';

/** Holds what an explanation says against what happened, and counts. */
export class TallySheet {
  readonly rows: Record<string, Row> = {};
  readonly findings: Finding[] = [];

  add(simulation: Simulation, stories: readonly WholeStory[]): void {
    const { seed, lines } = simulation;
    const storyOfLine = new Map<number, WholeStory>();
    const seen = new Set<number>();
    for (const truth of simulation.truth) {
      if (!seen.has(truth.conversation)) this.row(truth.scenario).conversations++;
      seen.add(truth.conversation);
    }
    for (const story of stories) {
      for (const line of [...story.requestLines, ...story.replyLines]) storyOfLine.set(line, story);
      if (story.certainty !== 'proved') continue;
      for (const claim of claimsOf(story, simulation)) {
        const numbers = [...claim.requestLines, ...claim.replyLines];
        const scenario = lines[numbers[0] ?? -1]?.conversations[0]?.scenario ?? 'no data';
        const row = this.row(scenario);
        row.proved++;
        const why = whyFalse(claim, simulation);
        if (why === undefined) continue;
        row.falseClaims++;
        const says = `${claim.code}: ${why}`;
        this.note({ kind: 'false claim', scenario, seed, says }, simulation, numbers);
      }
    }
    for (const truth of simulation.truth) this.addDrop(truth, simulation, storyOfLine);
  }

  private addDrop(
    truth: Truth,
    simulation: Simulation,
    storyOfLine: ReadonlyMap<number, WholeStory>,
  ): void {
    const { scenario, requestLines, replyLines } = truth;
    if (truth.kind !== 'eni' || !truth.aclDroppedReplies || !truth.windowsTouch) return;
    const stories = replyLines.map(line => storyOfLine.get(line));
    const codes = stories.map(story => story && `${story.code} ${story.certainty}`).join(', ');
    const numbers = [...requestLines, ...replyLines];
    const { seed } = simulation;
    const row = this.row(scenario);
    if (truth.aloneOnFiveTuple) {
      row.dropped++;
      if (stories.some(story => story?.code === ACL_CODE)) row.coded++;
      else this.note({ kind: 'code missed', scenario, seed, says: codes }, simulation, numbers);
    }
    if (!truth.meetsP1toP7) return;
    row.provable++;
    if (stories.some(story => story?.code === ACL_CODE && story.certainty === 'proved')) {
      row.provedDrops++;
    } else {
      const failures = stories.flatMap(story => story?.failures ?? []);
      const says = `${codes} ${JSON.stringify(failures)}`;
      this.note({ kind: 'proof missed', scenario, seed, says }, simulation, numbers);
    }
  }

  private row(scenario: string): Row {
    return (this.rows[scenario] ??= {
      ...{ conversations: 0, proved: 0, falseClaims: 0 },
      ...{ dropped: 0, coded: 0, provable: 0, provedDrops: 0 },
    });
  }

  private note(
    finding: Omit<Finding, 'lines'>,
    { log }: Simulation,
    numbers: readonly number[],
  ): void {
    const { kind, scenario } = finding;
    const alike = this.findings.filter(known => known.kind === kind && known.scenario === scenario);
    if (alike.length >= KEPT) return;
    const texts = log.split('\n');
    const lines = numbers.slice(0, 12).map(line => `${line}: ${texts[line]}`);
    this.findings.push({ ...finding, lines });
  }
}
