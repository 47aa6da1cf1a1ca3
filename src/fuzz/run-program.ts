/**
 * Runs one program under one strategy with every oracle that looks at the heap: the whole-heap verifier after collections and at the end,
 * poison, the finalizer and weak reference protocol, and a leak check once the program has dropped everything.
 */
import { createHash } from 'node:crypto';
import { FLAGS, WEAK_REFERENT } from '../heap/layout.ts';
import { type Address, WORDS } from '../heap/memory.ts';

import { verifyHeap } from '../heap/verify.ts';
import type { Compiled } from '../interp/bytecode/compile.ts';
import type { Machine } from '../interp/machine.ts';
import { type BootedMachine, bootedMachine, discardMachine, type MachineWatch } from './booted-machine.ts';
import type { Contestant } from './contestant.ts';
import { type RunConfig, STEP_LIMIT } from './fuzz-config.ts';
import { checkLeaks } from './leaks.ts';
import { type Failure, failureOf, OracleFault, type Phase } from './signature.ts';

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

const W = WORDS;

/** Where all are to be verified: collections that are; from there on every 4th, then every 16th, and so on. */
const VERIFIED_COLLECTIONS = 128;
/** After as many collections, and again after each so many more, stress comes half as often: a long program ends in time. */
const DENSE_COLLECTIONS = 6;
const SPARSE_COLLECTIONS = 3;
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

/**
 * Never throws for what the program or the strategy does: that is in the result. `compiled`: the source as `compileModule` gave it, for many runs of one program.
 * `stepLimit`: bytecodes after which it counts as a runaway.
 */
export function runProgram(
  source: string,
  path: string,
  contestant: Contestant,
  config: RunConfig,
  compiled: Compiled | null = null,
  stepLimit = STEP_LIMIT,
): ProgramRun {
  return new ProgramRunner(source, path, contestant, config, compiled, stepLimit).run();
}

class ProgramRunner implements MachineWatch {
  private readonly stdout = new Sink();
  private readonly stderr = new Sink();
  private readonly journal: string[] = [];
  private readonly source: string;
  private readonly path: string;
  private readonly contestant: Contestant;
  private readonly config: RunConfig;
  private readonly compiled: Compiled | null;
  private readonly stepLimit: number;
  private booted: BootedMachine | null = null;
  private phase: Phase = 'run';
  private collections = 0;
  /** Code of the program that a collection set off has run in it: what it finds reachable since may be so by right. */
  private programRan = false;

  constructor(
    source: string,
    path: string,
    contestant: Contestant,
    config: RunConfig,
    compiled: Compiled | null,
    stepLimit: number,
  ) {
    this.source = source;
    this.path = path;
    this.contestant = contestant;
    this.config = config;
    this.compiled = compiled;
    this.stepLimit = stepLimit;
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
    const result = this.result(status, failure);
    if (failure?.oracle === 'X' && this.booted !== null) discardMachine(this.booted);
    return result;
  }

  private execute(): ProgramRun['status'] {
    const { contestant, config, path } = this;
    const booted = bootedMachine(contestant, config, path, this.source);
    this.booted = booted;
    booted.begin(config, this, this.stdout, this.stderr);
    booted.machine.rt.limits = { ...booted.machine.rt.limits, stepLimit: this.stepLimit };
    const { machine } = booted;
    const outcome = machine.run(this.source, path, this.compiled);
    this.phase = 'exit';
    if (outcome.kind === 'limit') return 'limit';
    this.verify(machine);
    checkLeaks(machine, booted.tracer);
    // Where an allocation fails, what was counted for it has nothing beside it.
    if (config.failAt === 0) booted.books?.check();
    machine.clock.fold();
    if (outcome.kind === 'oom') return 'oom';
    return outcome.exitCode === 0 ? 'ok' : 'error';
  }

  private result(status: ProgramRun['status'], failure: Failure | null): ProgramRun {
    const strategy = this.booted?.machine.strategy;
    const bytecodes = this.booted?.machine.rt.steps ?? 0;
    const hash = createHash('sha256');
    hash.update(JSON.stringify([this.stdout.text, status, bytecodes]));
    if (failure === null && this.booted !== null && strategy !== undefined) {
      hash.update(this.booted.machine.clock.total);
      for (const { eventsStart, eventsEnd, ...record } of strategy.collections) {
        hash.update(eventsStart).update(eventsEnd).update(JSON.stringify(record));
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
    const details = `no end after ${this.stepLimit} bytecodes`;
    return { oracle: 'T', strategy: this.contestant.name, phase: this.phase, object: '-', cause: 'step limit', details };
  }

  private phaseNow(): Phase {
    const strategy = this.booted?.machine.strategy as { readonly collecting?: boolean } | undefined;
    return strategy?.collecting === true ? 'collect' : this.phase;
  }

  /** After each collection. */
  onCollection(): void {
    const { machine } = this.booted!;
    const number = ++this.collections;
    if (number >= DENSE_COLLECTIONS && number % SPARSE_COLLECTIONS === 0) this.booted!.halveStress();
    this.programRan = false;
    const record = machine.strategy.collections.at(-1);
    if (record !== undefined)
      this.note(`collection ${record.kind}, ${record.trigger}: ${record.usedBefore} bytes, then ${record.usedAfter}`);
    if (!isVerified(number, this.config.verify)) return;
    const before = this.phase;
    this.phase = 'collect';
    this.verify(machine);
    this.booted!.books?.checkCollection();
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

  /** The F oracle: before a finalizer runs. */
  onFinalize(object: Address, type: string): void {
    this.note(`finalizer of ${type}`);
    if ((W[object + FLAGS] & FLAG_SEEN_FINALIZED) !== 0) throw new OracleFault('F', type, 'an object is finalized twice');
    // Outside of collections a count says when an object dies, and the verifier recounts.
    if (this.inCollection() && !this.programRan && this.booted!.isReachable(object)) {
      throw new OracleFault('F', type, 'an object is finalized that the roots reach');
    }
    W[object + FLAGS] |= FLAG_SEEN_FINALIZED;
    this.programRan = this.inCollection();
  }

  /** The F oracle: before the callback of a weak reference runs. */
  onCallback(weakref: Address): void {
    this.note('callback of a weak reference');
    if (W[weakref + WEAK_REFERENT] !== 0)
      throw new OracleFault('F', 'weakref', 'a callback runs before its weak reference is cleared');
    if ((W[weakref + FLAGS] & FLAG_SEEN_CALLED) !== 0) throw new OracleFault('F', 'weakref', 'a callback runs twice');
    W[weakref + FLAGS] |= FLAG_SEEN_CALLED;
    this.programRan = this.inCollection();
  }

  private inCollection(): boolean {
    return (this.booted?.machine.strategy as { readonly collecting?: boolean } | undefined)?.collecting === true;
  }
}

/** Is the collection of this number followed by the verifier? With `some`: the 8th, 32nd, 128th and so on; the heap is verified at the end too. */
function isVerified(number: number, which: RunConfig['verify']): boolean {
  if (which === 'some') return number >= 8 && (number & (number - 1)) === 0 && Math.clz32(number) % 2 === 0;
  let every = 1;
  for (let bound = VERIFIED_COLLECTIONS; number > bound; bound *= 2) every *= 4;
  return number % every === 0;
}
