import { NO_PROTOCOL } from '../../filter/conversation';
import { shortForm } from '../../filter/pointName';
import type { RecordFilter } from '../../filter/recordFilter';
import { ACTION, STATUS } from '../../scan/columns';
import { END, type BlockTally } from '../fold/blockTally';
import type { Tally } from '../fold/tally';
import { ACTIONS, type Totals } from '../fold/totals';
import { POINT_KINDS } from '../group/nameBook';
import type {
  Counts,
  FormRow,
  GroupRow,
  Metric,
  ObservationRow,
  ProtocolRow,
  Row,
} from '../summary';
import { protocolOrNull } from './keyText';
import { sorted } from './rankings';

export const ACTION_NAMES = ['none', 'ACCEPT', 'REJECT'] as const;
export const STATUS_NAMES = ['none', 'OK', 'NODATA', 'SKIPDATA'] as const;

export const NOTHING: Counts = { records: 0, packets: 0, bytes: 0 };

/** The sum of some groups of a tally. */
export function sumOf(tally: Tally, groups: readonly number[]): Counts & { line: number } {
  let [records, packets, bytes, line] = [0, 0, 0, Infinity];
  for (const group of groups) {
    records += tally.records(group);
    packets += tally.packets(group);
    bytes += tally.bytes(group);
    line = Math.min(line, tally.line(group));
  }
  return { records, packets, bytes, line };
}

/** Just the figures. */
export function countsIn({ records, packets, bytes }: Counts): Counts {
  return { records, packets, bytes };
}

const numbersBelow = (end: number) => Array.from({ length: end }, (_, number) => number);

/** Whether any record says what became of its traffic. */
export function anyAction({ outcomes }: Totals): boolean {
  const groups = numbersBelow(STATUS_NAMES.length * ACTIONS);
  return groups.some(group => group % ACTIONS !== ACTION.none && outcomes.records(group) > 0);
}

export function actionRows({ outcomes }: Totals, by: Metric): Row[] {
  const rows = Object.values(ACTION).map(action => {
    const groups = numbersBelow(STATUS_NAMES.length).map(status => status * ACTIONS + action);
    const key = ACTION_NAMES[action];
    return { key, ...sumOf(outcomes, groups), filter: { action: key } };
  });
  return present(rows, by);
}

export function statusRows({ outcomes }: Totals, by: Metric): Row[] {
  const rows = Object.values(STATUS).map(status => {
    const groups = numbersBelow(ACTIONS).map(action => status * ACTIONS + action);
    const key = STATUS_NAMES[status];
    return { key, ...sumOf(outcomes, groups), filter: { status: key } };
  });
  return present(rows, by);
}

export function observationRows({ kinds }: Totals, by: Metric): ObservationRow[] {
  const rows = POINT_KINDS.map((observation, kind) => ({
    key: observation,
    observation,
    ...sumOf(
      kinds,
      numbersBelow(ACTIONS).map(action => kind * ACTIONS + action),
    ),
    rejected: countsIn(sumOf(kinds, [kind * ACTIONS + ACTION.reject])),
    filter: { observation },
  }));
  return present(rows, by);
}

export function formRows({ layouts, layoutNames }: Totals, by: Metric): FormRow[] {
  const rows = layoutNames.map(({ id, title }, number) => {
    const key = shortForm(id);
    return { key, title, ...sumOf(layouts, [number]), filter: { form: key } };
  });
  return present(rows, by);
}

export function protocolRows({ protocols }: Totals, records: number, by: Metric): ProtocolRow[] {
  const rows = numbersBelow(NO_PROTOCOL + 1).map(number => {
    const figures = sumOf(protocols, [number]);
    const key = number === NO_PROTOCOL ? 'none' : String(number);
    const filter: RecordFilter = { protocol: number === NO_PROTOCOL ? 'none' : number };
    const share = records > 0 ? figures.records / records : 0;
    return { key, protocol: protocolOrNull(number), share, ...figures, filter };
  });
  return present(rows, by);
}

export function groupRows({ labels, figures }: BlockTally, by: Metric): GroupRow[] {
  const rows = labels.map((key, label) => ({
    key,
    ...sumOf(figures, [label * 3 + END.either]),
    asSource: countsIn(sumOf(figures, [label * 3 + END.source])),
    asDestination: countsIn(sumOf(figures, [label * 3 + END.destination])),
    filter: { group: key },
  }));
  return present(rows, by);
}

function present<R extends Row>(rows: readonly R[], by: Metric): R[] {
  return sorted(
    rows.filter(({ records }) => records > 0),
    by,
  );
}
