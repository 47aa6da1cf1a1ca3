/**
 * Machines that have booted and wait for a program. Booting takes many times longer than a short program, so a machine is kept with an image of itself, and
 * put back into it for the next run (interp/machine-image.ts).
 */
import type { Address } from '../heap/memory.ts';
import type { Strategy, StrategyOptions } from '../heap/strategy.ts';
import { Tracer } from '../heap/trace.ts';
import { Machine } from '../interp/machine.ts';
import { MachineImage } from '../interp/machine-image.ts';
import type { Output } from '../interp/runtime/runtime.ts';
import { Books } from './books.ts';
import type { Contestant } from './contestant.ts';
import { type RunConfig, STEP_LIMIT } from './fuzz-config.ts';

const STACK_BYTES = 2 * 1024 * 1024;

/** Machines kept in a thread; the one that was used longest ago goes first. */
const KEPT_MOST = 96;

/**
 * Modules that generated programs import. Making them takes longer than most programs do, so a machine has those of its program from the start. A program gets the
 * first set that has all it asks for: a set for each combination would be more machines than a worker can keep.
 */
const MODULE_SETS = [['gc'], ['gc', 'weakref'], ['gc', 'weakref', 'collections', 'functools', 'itertools', 'types']] as const;
const KNOWN = MODULE_SETS[MODULE_SETS.length - 1];
const IMPORTED = KNOWN.map((name) => new RegExp(`^import ${name}$`, 'm'));

/** Stress that is never due: for what runs before the program. */
const NO_STRESS = 2 ** 30;

/** Who looks on while a program runs. */
export interface MachineWatch {
  /** A collection has ended; callbacks and finalizers it found have not run yet. */
  onCollection(): void;
  /** A finalizer is about to run. */
  onFinalize(object: Address, type: string): void;
  /** The callback of a weak reference is about to run. */
  onCallback(weakref: Address): void;
}

export class BootedMachine {
  readonly machine: Machine;
  /** Null for a strategy whose costs nobody vouches for. */
  readonly books: Books | null;
  private readonly options: StrategyOptions;
  private readonly image: MachineImage | null;
  readonly tracer: Tracer;
  private watch: MachineWatch | null = null;
  private used = false;
  /** Allocations up to and with the one that finds no room. */
  private failsIn = 0;

  constructor(contestant: Contestant, { heapBytes, stress }: RunConfig, path: string, modules: readonly string[]) {
    this.options = {
      stress: stress > 0 ? NO_STRESS : 0,
      poison: true,
      trackObjects: true,
      verify: () => this.watch?.onCollection(),
    };
    const machine = new Machine({
      memory: { heapBytes, stackBytes: STACK_BYTES },
      limits: { stepLimit: STEP_LIMIT, engine: 'loop' },
      stdout: nowhere,
      stderr: nowhere,
      stdin: null,
      argv: [path],
      readNeighbour: () => null,
      strategy: (context) => {
        // The options that the strategy reads are the ones that `halveStress` writes.
        return contestant.create({ ...context, options: this.options });
      },
      strategyOptions: this.options,
    });
    this.machine = machine;
    for (const name of modules) machine.rt.release(machine.rt.importModule(name));
    this.tracer = new Tracer(machine.context);
    this.books = contestant.booksBalance ? new Books(machine) : null;
    const { model } = machine;
    const finalize = model.finalize.bind(model);
    const runCallback = model.runCallback.bind(model);
    model.finalize = (object) => {
      this.watch?.onFinalize(object, model.describe(object).replace(/ object$/, ''));
      finalize(object);
    };
    model.runCallback = (weakref) => {
      this.watch?.onCallback(weakref);
      runCallback(weakref);
    };
    // Fields of its own, so that a run in which an allocation fails finds the machine of the others, and the image puts them back.
    const { strategy } = machine;
    const { allocate, allocateGc, allocateBuffer } = strategy;
    Object.assign(strategy, { allocate, allocateGc, allocateBuffer });
    this.image = contestant.restorable ? new MachineImage(machine) : null;
  }

  /** Can another program run on it? */
  get again(): boolean {
    return this.image !== null;
  }

  /** Makes it ready for one run. */
  begin({ engine, stress, thresholds, failAt }: RunConfig, watch: MachineWatch, stdout: Output, stderr: Output): void {
    const { machine } = this;
    const { rt } = machine;
    if (this.used) this.image?.restore();
    this.books?.open();
    this.used = true;
    this.watch = watch;
    this.options.stress = stress;
    this.failsIn = failAt;
    if (failAt > 0) this.letAllocationsFail(machine.strategy);
    rt.stdout = stdout;
    rt.stderr = stderr;
    machine.useEngine(engine);
    machine.strategy.gc.thresholds = [...thresholds];
  }

  /** From now on a collection comes half as often under stress. */
  halveStress(): void {
    this.options.stress *= 2;
  }

  /** Runs in which none fails do not pay for the count. */
  private letAllocationsFail(strategy: Strategy): void {
    const { allocate, allocateGc, allocateBuffer } = strategy;
    const fails = (): boolean => --this.failsIn === 0;
    strategy.allocate = (bytes, freeList) => (fails() ? 0 : allocate.call(strategy, bytes, freeList));
    strategy.allocateGc = (bytes, preBytes, freeList) => (fails() ? 0 : allocateGc.call(strategy, bytes, preBytes, freeList));
    strategy.allocateBuffer = (bytes, freeList) => (fails() ? 0 : allocateBuffer.call(strategy, bytes, freeList));
  }

  /** Do roots and static objects lead to it? What the strategy itself holds does not count. */
  isReachable(object: Address): boolean {
    const { audit } = this.machine.strategy;
    this.tracer.trace(audit === undefined ? {} : { audit: withoutPending(audit) });
    return this.tracer.reached.has(object);
  }
}

function withoutPending(audit: NonNullable<Strategy['audit']>): Parameters<Tracer['trace']>[0]['audit'] & object {
  return { pendingReferences: () => {}, staticOwners: (visit) => audit.staticOwners(visit) };
}

const nowhere: Output = { write: () => {} };

/** By what a machine has from its making, in the order in which they were used last. */
const kept = new Map<string, BootedMachine>();

/** Takes a machine out of those that wait: after a crash of the host's code nobody knows what of it, or of what looks at it, was left half-way. */
export function discardMachine(machine: BootedMachine): void {
  for (const [key, each] of kept) if (each === machine) kept.delete(key);
}

/** A machine for a run of this source under this configuration; `begin` makes it ready. */
export function bootedMachine(contestant: Contestant, config: RunConfig, path: string, source: string): BootedMachine {
  const asked = KNOWN.filter((_, index) => IMPORTED[index].test(source));
  const modules = MODULE_SETS.find((set: readonly string[]) => asked.every((name) => set.includes(name))) ?? KNOWN;
  if (!contestant.restorable) return new BootedMachine(contestant, config, path, modules);
  const key = [contestant.name, contestant.variant, config.heapBytes, config.stress > 0, path, ...modules].join(' ');
  const machine = kept.get(key) ?? new BootedMachine(contestant, config, path, modules);
  kept.delete(key);
  kept.set(key, machine);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest);
  return machine;
}
