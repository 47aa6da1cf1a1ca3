/**
 * Runs one program under one strategy with every oracle that looks at the heap: the whole-heap verifier after collections and at the end,
 * poison, the finalizer and weak reference protocol, and a leak check once the program has dropped everything.
 */
import { createHash } from 'node:crypto';
import { EVENTS } from '../heap/clock.ts';
import { FLAGS, WEAK_REFERENT } from '../heap/layout.ts';
import type { Address } from '../heap/memory.ts';
import type { Capabilities, Strategy, StrategyContext, StrategyOptions } from '../heap/strategy.ts';
import { Tracer } from '../heap/trace.ts';
import { verifyHeap } from '../heap/verify.ts';
import { Machine } from '../interp/machine.ts';
import { type RunConfig, STEP_LIMIT } from './fuzz-config.ts';
import { checkLeaks } from './leaks.ts';
import { type Failure, failureOf, OracleFault, type Phase } from './signature.ts';

/** A strategy as the fuzzer needs it: an entry of the catalogue, one with a planted fault, or one of a user's own. */
export interface Contestant {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly create: (context: StrategyContext) => Strategy;
}

export interface ProgramRun {
  readonly strategy: string;
  readonly status: 'ok' | 'error' | 'oom' | 'limit' | 'bug';
  readonly stdout: string;
  readonly stderr: string;
  /** Set exactly when the status is `bug` or `limit`. */
  readonly failure: Failure | null;
  readonly bytecodes: number;
  readonly allocatedBytes: number;
  readonly allocatedObjects: number;
  readonly collections: number;
  /** Hash over every counter, every collection and the output: equal on replay. */
  readonly metrics: string;
  /** What happened on the heap, a line an event. */
  readonly journal: readonly string[];
}

const STACK_BYTES = 2 * 1024 * 1024;
/** Collections that are all verified; from there on every 4th, then every 16th, and so on. */
const VERIFIED_COLLECTIONS = 128;
/** After as many collections stress comes half as often, so that a long program ends in time. */
const STRESSED_COLLECTIONS = 256;
const JOURNAL_LINES_MOST = 400;
const OUTPUT_CHARACTERS_MOST = 1_000_000;

/** Bits of the FLAGS word that neither collectors nor the interpreter use. */
const FLAG_SEEN_FINALIZED = 1 << 14;
const FLAG_SEEN_CALLED = 1 << 15;

class Sink {
  text = '';
  write(piece: string): void {
    if (this.text.length < OUTPUT_CHARACTERS_MOST) this.text += piece;
  }
}

/** Never throws for what the program or the strategy does: that is in the result. */
export function runProgram(source: string, path: string, contestant: Contestant, config: RunConfig): ProgramRun {
  return new ProgramRunner(source, path, contestant, config).run();
}

class ProgramRunner {
  private readonly stdout = new Sink();
  private readonly stderr = new Sink();
  private readonly journal: string[] = [];
  private readonly source: string;
  private readonly path: string;
  private readonly contestant: Contestant;
  private readonly config: RunConfig;
  private machine: Machine | null = null;
  private tracer: Tracer | null = null;
  private phase: Phase = 'run';
  private collections = 0;
  /** Code of the program that a collection set off has run in it: what it finds reachable since may be so by right. */
  private programRan = false;

  constructor(source: string, path: string, contestant: Contestant, config: RunConfig) {
    this.source = source;
    this.path = path;
    this.contestant = contestant;
    this.config = config;
  }

  run(): ProgramRun {
    let status: ProgramRun['status'] = 'bug';
    let failure: Failure | null = null;
    try {
      status = this.execute();
      if (status === 'limit') failure = this.runaway();
    } catch (thrown) {
      failure = failureOf(thrown, this.contestant.name, this.phaseNow());
    }
    return this.result(status, failure);
  }

  private execute(): ProgramRun['status'] {
    const { contestant, config } = this;
    const options: StrategyOptions = {
      stress: config.stress,
      poison: true,
      trackObjects: true,
      verify: () => {
        this.collected();
        if (this.collections % STRESSED_COLLECTIONS === 0) options.stress *= 2;
      },
      thresholds: config.thresholds,
    };
    const machine = new Machine({
      memory: { heapBytes: config.heapBytes, stackBytes: STACK_BYTES },
      limits: { stepLimit: STEP_LIMIT, engine: config.engine },
      stdout: this.stdout,
      stderr: this.stderr,
      stdin: null,
      argv: [this.path],
      readNeighbour: () => null,
      strategy: (context) => contestant.create(context),
      strategyOptions: options,
    });
    this.machine = machine;
    this.watchProtocol(machine);
    if (config.failAt > 0) failAllocation(machine.strategy, config.failAt);
    const outcome = machine.run(this.source, this.path);
    this.phase = 'exit';
    if (outcome.kind === 'limit') return 'limit';
    this.verify(machine);
    if (config.failAt === 0) checkLeaks(machine);
    machine.clock.fold();
    if (outcome.kind === 'oom') return 'oom';
    return outcome.exitCode === 0 ? 'ok' : 'error';
  }

  private result(status: ProgramRun['status'], failure: Failure | null): ProgramRun {
    const strategy = this.machine?.strategy;
    const bytecodes = this.machine?.rt.steps ?? 0;
    const hash = createHash('sha256');
    hash.update(JSON.stringify([this.stdout.text, status, bytecodes]));
    if (failure === null && this.machine !== null && strategy !== undefined) {
      hash.update(JSON.stringify(EVENTS.map((_, index) => this.machine!.clock.total[index])));
      for (const record of strategy.collections) {
        hash.update(JSON.stringify({ ...record, eventsStart: [...record.eventsStart], eventsEnd: [...record.eventsEnd] }));
      }
    }
    return {
      strategy: this.contestant.name,
      status,
      stdout: this.stdout.text,
      stderr: this.stderr.text,
      failure,
      bytecodes,
      allocatedBytes: failure === null ? (strategy?.allocatedBytes ?? 0) : 0,
      allocatedObjects: failure === null ? (strategy?.allocatedObjects ?? 0) : 0,
      collections: this.collections,
      metrics: hash.digest('hex'),
      journal: this.journal,
    };
  }

  private runaway(): Failure {
    const details = `no end after ${STEP_LIMIT} bytecodes`;
    return { oracle: 'T', strategy: this.contestant.name, phase: this.phase, object: '-', cause: 'step limit', details };
  }

  private phaseNow(): Phase {
    const strategy = this.machine?.strategy as { readonly collecting?: boolean } | undefined;
    return strategy?.collecting === true ? 'collect' : this.phase;
  }

  /** After each collection. */
  private collected(): void {
    const machine = this.machine!;
    const number = ++this.collections;
    this.programRan = false;
    const record = machine.strategy.collections.at(-1);
    if (record !== undefined)
      this.note(`collection ${record.kind}, ${record.trigger}: ${record.usedBefore} bytes, then ${record.usedAfter}`);
    let every = 1;
    for (let bound = VERIFIED_COLLECTIONS; number > bound; bound *= 2) every *= 4;
    if (number % every !== 0) return;
    const before = this.phase;
    this.phase = 'collect';
    this.verify(machine);
    this.phase = before;
  }

  /** An operation that an allocation failed in may leave references behind: the heap is sound then, and counts may be too high. */
  private verify(machine: Machine): void {
    const tolerant = this.config.failAt > 0;
    if (tolerant) machine.rt.pinned++;
    verifyHeap(machine.context, machine.strategy);
    if (tolerant) machine.rt.pinned--;
  }

  private note(line: string): void {
    if (this.journal.length < JOURNAL_LINES_MOST) this.journal.push(line);
  }

  /** Puts the F oracle in front of the model's two ways into the program. */
  private watchProtocol(machine: Machine): void {
    const { model } = machine;
    const W = machine.memory.words;
    const finalize = model.finalize.bind(model);
    const runCallback = model.runCallback.bind(model);
    this.tracer = new Tracer(machine.context);
    model.finalize = (object: Address): void => {
      const type = model.describe(object).replace(/ object$/, '');
      this.note(`finalizer of ${type}`);
      if ((W[object + FLAGS] & FLAG_SEEN_FINALIZED) !== 0) throw new OracleFault('F', type, 'an object is finalized twice');
      // Outside of collections a count says when an object dies, and the verifier recounts.
      if (this.inCollection() && !this.programRan && this.isReachable(object)) {
        throw new OracleFault('F', type, 'an object is finalized that the roots reach');
      }
      W[object + FLAGS] |= FLAG_SEEN_FINALIZED;
      this.programRan = this.inCollection();
      finalize(object);
    };
    model.runCallback = (weakref: Address): void => {
      this.note('callback of a weak reference');
      if (W[weakref + WEAK_REFERENT] !== 0)
        throw new OracleFault('F', 'weakref', 'a callback runs before its weak reference is cleared');
      if ((W[weakref + FLAGS] & FLAG_SEEN_CALLED) !== 0) throw new OracleFault('F', 'weakref', 'a callback runs twice');
      W[weakref + FLAGS] |= FLAG_SEEN_CALLED;
      this.programRan = this.inCollection();
      runCallback(weakref);
    };
  }

  private inCollection(): boolean {
    return (this.machine?.strategy as { readonly collecting?: boolean } | undefined)?.collecting === true;
  }

  /** Do roots and static objects lead to it? What the strategy itself holds does not count. */
  private isReachable(object: Address): boolean {
    const { strategy } = this.machine!;
    const audit = strategy.audit;
    const rooted = audit === undefined ? strategy : { audit: { ...bound(audit), pendingReferences: () => {} } };
    this.tracer!.trace(rooted as Strategy);
    return this.tracer!.reached.has(object);
  }
}

/** The methods of an audit as plain functions. */
function bound(audit: NonNullable<Strategy['audit']>): NonNullable<Strategy['audit']> {
  return {
    pendingReferences: (visit) => audit.pendingReferences(visit),
    gcListHeads: () => audit.gcListHeads(),
    keptBlocks: (visit) => audit.keptBlocks(visit),
    staticOwners: (visit) => audit.staticOwners(visit),
  };
}

/** Lets the k-th allocation from now find no room. */
function failAllocation(strategy: Strategy, k: number): void {
  let left = k;
  const { allocate, allocateGc, allocateBuffer } = strategy;
  strategy.allocate = (bytes, freeList) => (--left === 0 ? 0 : allocate.call(strategy, bytes, freeList));
  strategy.allocateGc = (bytes, preBytes, freeList) =>
    --left === 0 ? 0 : allocateGc.call(strategy, bytes, preBytes, freeList);
  strategy.allocateBuffer = (bytes) => (--left === 0 ? 0 : allocateBuffer.call(strategy, bytes));
}
