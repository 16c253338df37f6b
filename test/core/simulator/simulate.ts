import type { Draft } from './aggregation/draft';
import { writeLog, type LogOrder } from './aggregation/writeLog';
import { hasHeader, type LogForm } from './aggregation/forms';
import type { LogSetup } from './network/logSetup';
import { Site } from './network/site';
import { Random } from './random';
import { scenarioNamed, scenarios } from './scenarios/registry';
import type { Scenario } from './scenarios/scenario';
import { PeerPorts } from './truth/peerPorts';
import { everythingAbout, type Told } from './truth/told';
import { truthOf, type Truth } from './truth/truth';

/** A log and what it is about. */
export interface Simulation {
  readonly seed: number;
  readonly log: string;
  readonly truth: readonly Truth[];
  /** What each line counts; undefined for a line that carries no data. */
  readonly lines: readonly (Draft | undefined)[];
  /** What the user may be taken to have told the tool. */
  readonly told: Told;
  readonly cloud: LogSetup['cloud'];
  readonly form: LogForm;
  readonly order: LogOrder;
}

/** Conversations of one site; scenarios that share a log have one each. */
const SITE_CONVERSATIONS = 200;
const EPOCH = 1_700_000_000;
const ORDERS = ['oldest-first', 'newest-first', 'by-window', 'shuffled'] as const;

/** Sends packets through networks with known rules, and records them as a cloud would. */
export function simulate(seed: number, name?: string, conversations = 2000): Simulation {
  const random = new Random(seed);
  const first = name ? scenarioNamed(name) : random.pick(scenarios);
  const drawn = drawSetup(random);
  const setup = first.setup?.(drawn) ?? drawn;
  const sites: Site[] = [];
  for (let left = conversations; left > 0; left -= SITE_CONVERSATIONS) {
    const scenario = name || first.setup ? first : nextScenario(random);
    const site = new Site(setup, scenario.name);
    scenario.play(site, Math.min(left, SITE_CONVERSATIONS));
    sites.push(site);
  }
  return record(seed, setup, sites);
}

/** Any that can share its log. */
function nextScenario(random: Random): Scenario {
  return random.pick(scenarios.filter(scenario => !scenario.setup));
}

function drawSetup(random: Random): LogSetup {
  const cloud = random.chance(0.75) ? 'tencent' : 'aws';
  const window = random.pick([60, 300, 300, 600]);
  return {
    random,
    cloud,
    window,
    windows: random.whole(6, 12),
    origin: EPOCH + random.whole(0, 1_000_000) * 60,
    icmp: cloud === 'aws' || random.chance(0.25) ? 'zeros' : 'typed',
    fragmentPort: random.chance(0.5) ? 0 : -1,
    form: random.pick(
      cloud === 'aws' ? ['positional', 'header', 'directed'] : POSITIONAL_AND_KEYED,
    ),
    count: { conversations: 0, sites: 0, points: 0 },
  };
}

const POSITIONAL_AND_KEYED = ['positional', 'key-value', 'header'] as const;

function record(seed: number, setup: LogSetup, sites: readonly Site[]): Simulation {
  const { random, form, cloud } = setup;
  const points = sites.flatMap(site => site.points);
  const order = random.pick(ORDERS);
  const { text, lines } = writeLog(setup, points, form, order);
  const everything = everythingAbout(points);
  const told = random.chance(0.6)
    ? {}
    : random.chance(0.5)
      ? everything
      : { localAddresses: everything.localAddresses };
  let ports: PeerPorts | undefined;
  const truth = truthOf(
    sites.flatMap(site => site.conversations),
    {
      setup,
      flagsOnRecord: hasHeader(form),
      told,
      peerPorts: () => (ports ??= new PeerPorts(lines)),
    },
  );
  return { seed, log: text, truth, lines, told, cloud, form, order };
}
