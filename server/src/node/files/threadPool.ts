import { Worker } from 'node:worker_threads';
import { buffersOf } from '../../core/summary/partial';
import type {
  Answer,
  Finished,
  FinishTask,
  PiecesRead,
  PiecesTask,
  Step,
  StretchResult,
  StretchTask,
  Task,
} from './messages';

/** A thread that has had nothing to do for so long is ended, in milliseconds. */
const KEPT_IDLE = 20_000;
/** The same of one of those that make summaries: who looks at one may well look closer after a while. */
const FINISHER_KEPT_IDLE = 300_000;
/**
 * Megabytes for what a thread throws away at once: reading a log is nearly all typed arrays, and
 * with the engine's own choice each thread would hold some 30 MB of garbage.
 */
const YOUNG_MEGABYTES = 2;
/**
 * Megabytes for what stays: far more than a thread needs, but the less it may have, the less the engine
 * lets grow from one look for garbage to the next.
 */
const MOST_OLD_MEGABYTES = 512;

/** A thread was ended by something else than its work; the next task gets a new one. */
export class ThreadEnded extends Error {
  constructor(reason: string) {
    super(`a thread ended before its work was done (${reason}); try again`);
  }
}

/** A thread without a task; `release` ends the wait for its next one. */
interface Idle {
  readonly worker: Worker;
  readonly release: () => void;
}

/** Threads that run one script, kept from task to task: a new one takes longer than a small file. */
export class ThreadPool {
  private static readonly pools = new Map<string, ThreadPool>();
  private readonly idle: Idle[] = [];
  /** Threads that have not ended. */
  private threads = 0;
  /** Threads whose engine has compiled what makes a summary. */
  private readonly finishers = new WeakSet<Worker>();

  private constructor(private readonly script: string) {}

  /** The threads of a script. */
  static of(script: string): ThreadPool {
    const pool = this.pools.get(script) ?? new ThreadPool(script);
    this.pools.set(script, pool);
    return pool;
  }

  /** Whether no thread was started yet, or all of them have ended. */
  get isUnused(): boolean {
    return this.threads === 0;
  }

  /** Whether a thread waits for a task. */
  get hasIdle(): boolean {
    return this.idle.length > 0;
  }

  /** Gives a task to a thread; rejects with what went wrong there, or {@link ThreadEnded}. */
  run(task: StretchTask, onStep: (step: Step) => void): Promise<StretchResult>;
  run(task: FinishTask): Promise<Finished>;
  run(task: PiecesTask): Promise<PiecesRead>;
  run(
    task: Task,
    onStep: (step: Step) => void = () => undefined,
  ): Promise<StretchResult | Finished | PiecesRead> {
    const worker = this.take(task);
    if (finishes(task)) this.finishers.add(worker);
    return new Promise((resolve, reject) => {
      const onMessage = (answer: Answer) => {
        if (answer.kind === 'read' || answer.kind === 'picture') {
          onStep(answer);
          return;
        }
        letGo();
        this.put(worker);
        if (answer.kind === 'done') resolve(answer.done);
        else reject(new Error(answer.message));
      };
      const onError = (error: Error) => {
        letGo();
        reject(new ThreadEnded(error.message));
      };
      const onExit = (code: number) => {
        letGo();
        reject(new ThreadEnded(`exit code ${code}`));
      };
      const letGo = () => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(task, task.kind === 'finish' ? buffersOf(task) : []);
    });
  }

  /** Starts what is missing of the threads for so many tasks: they take a while until they can begin. */
  prepare(tasks: number): void {
    while (this.idle.length < tasks) this.put(this.start());
  }

  private take(task: Task): Worker {
    const isWanted = ({ worker }: Idle) => this.finishers.has(worker) === finishes(task);
    // For a stretch any will do, that which became idle last.
    const wanted = task.kind === 'stretch' && !finishes(task) ? -1 : this.idle.findIndex(isWanted);
    const [kept] = this.idle.splice(wanted, 1);
    if (!kept) return this.start();
    kept.release();
    kept.worker.ref();
    return kept.worker;
  }

  private start(): Worker {
    const resourceLimits = {
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      maxOldGenerationSizeMb: MOST_OLD_MEGABYTES,
    };
    const worker = new Worker(this.script, { resourceLimits });
    this.threads++;
    worker.once('exit', () => this.threads--);
    // What comes from a thread that has no task is of no use to anybody.
    return worker.on('error', () => undefined);
  }

  /** Keeps a thread for a while; the process need not wait for it. */
  private put(worker: Worker): void {
    const drop = () => {
      kept.release();
      this.idle.splice(this.idle.indexOf(kept), 1);
      void worker.terminate();
    };
    const isFinisher = (one: Worker) => this.finishers.has(one);
    const isOnly = isFinisher(worker) && !this.idle.some(({ worker }) => isFinisher(worker));
    const patience = isOnly ? FINISHER_KEPT_IDLE : KEPT_IDLE;
    const timer = setTimeout(drop, patience).unref();
    const release = () => {
      clearTimeout(timer);
      worker.off('exit', drop);
    };
    const kept: Idle = { worker, release };
    worker.on('exit', drop);
    worker.unref();
    this.idle.push(kept);
  }
}

/** Whether a summary is made in the thread of a task: in it, after it, or on its way. */
function finishes(task: Task): boolean {
  if (task.kind === 'stretch') return task.merged === 'here' || task.pictures;
  return task.kind === 'finish';
}
