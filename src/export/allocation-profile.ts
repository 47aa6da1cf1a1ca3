/**
 * Bytes allocated by call stack and source line, exact: every allocation is charged to the stack that made it, growing buffers with what they grow by. The sum
 * is clock A at the end less clock A when the program began.
 */
import type { CellWatch } from '../cell/run-cell.ts';
import type { Strategy } from '../heap/strategy.ts';
import type { CodeUnit } from '../interp/bytecode/code-unit.ts';
import type { Machine } from '../interp/machine.ts';
import { FRAMES, R_CODE, R_PC, RECORD } from '../interp/vm/frame-record.ts';

/** A function at a line. */
export interface StackFrame {
  /** `__qualname__`; `<module>` for a file; `(interpreter)` where no Python code runs. */
  readonly name: string;
  /** Empty for the interpreter. */
  readonly file: string;
  readonly line: number;
}

export interface StackBytes {
  /** Outermost first. */
  readonly stack: readonly StackFrame[];
  readonly bytes: number;
}

/** A calling context: a place under the context of its caller. */
interface Context {
  readonly frame: StackFrame;
  readonly parent: Context | null;
  readonly children: Map<string, Context>;
  bytes: number;
}

export class AllocationProfile implements CellWatch {
  /** Bytes charged so far. */
  total = 0;
  private readonly top: Context = {
    frame: { name: '(interpreter)', file: '', line: 0 },
    parent: null,
    children: new Map(),
    bytes: 0,
  };
  /** By depth; those below the innermost frame stay as they are while it runs. */
  private readonly contexts: Context[] = [this.top];
  /** Contexts in the order of their first allocation. */
  private readonly charged: Context[] = [];
  private machine: Machine | null = null;
  private seen = 0;
  private depth = 0;
  private current: Context = this.top;

  begin(machine: Machine): void {
    this.machine = machine;
    const { vm, strategy } = machine;
    this.seen = strategy.allocatedBytes;
    vm.exactPlaces = true;
    vm.onInstruction = () => this.instruction();
    const { allocate, allocateGc, allocateBuffer, resizeBuffer } = strategy;
    // Own methods of the strategy, before those of its class.
    Object.assign(strategy, {
      allocate: (bytes, freeList) => this.charge(allocate.call(strategy, bytes, freeList)),
      allocateGc: (bytes, pre, freeList) => this.charge(allocateGc.call(strategy, bytes, pre, freeList)),
      allocateBuffer: (bytes, freeList) => this.charge(allocateBuffer.call(strategy, bytes, freeList)),
      resizeBuffer: (address, old, bytes) => this.charge(resizeBuffer.call(strategy, address, old, bytes)),
    } satisfies Pick<Strategy, 'allocate' | 'allocateGc' | 'allocateBuffer' | 'resizeBuffer'>);
  }

  end(): void {
    this.current = this.contextNow();
    this.settle();
  }

  /** In the order of the first allocation of each. */
  stacks(): StackBytes[] {
    return this.charged.map((context) => {
      const stack: StackFrame[] = [];
      for (let at: Context | null = context; at !== null; at = at.parent) if (at !== this.top) stack.unshift(at.frame);
      return { stack: stack.length === 0 ? [this.top.frame] : stack, bytes: context.bytes };
    });
  }

  /** Whatever is not yet charged belongs to the instruction before. */
  private instruction(): void {
    this.settle();
    const { depth } = this.machine!.rt;
    for (let below = Math.min(this.depth, depth - 1) || 1; below < depth; below++) this.contexts[below] = this.contextAt(below);
    this.depth = depth;
    this.current = this.contextAt(depth);
  }

  private charge(block: number): number {
    if (this.machine!.strategy.allocatedBytes !== this.seen) {
      this.current = this.contextNow();
      this.settle();
    }
    return block;
  }

  private contextNow(): Context {
    const { depth } = this.machine!.rt;
    // A frame that has been entered and has not run an instruction yet is its caller's doing.
    return depth === 0 ? this.top : this.contextAt(Math.min(depth, this.depth));
  }

  private settle(): void {
    const { allocatedBytes } = this.machine!.strategy;
    const bytes = allocatedBytes - this.seen;
    if (bytes === 0) return;
    this.seen = allocatedBytes;
    if (this.current.bytes === 0) this.charged.push(this.current);
    this.current.bytes += bytes;
    this.total += bytes;
  }

  private contextAt(depth: number): Context {
    if (depth <= 0) return this.top;
    const { vm } = this.machine!;
    const record = depth * RECORD;
    const unit = vm.codes[FRAMES[record + R_CODE]!]?.unit;
    const parent = this.contexts[depth - 1] ?? this.top;
    if (unit === undefined) return parent;
    const line = unit.positions[4 * Math.max(0, FRAMES[record + R_PC]! - 1)]!;
    return childOf(parent, unit, line);
  }
}

function childOf(parent: Context, { filename, qualname, firstLine }: CodeUnit, at: number): Context {
  // Instructions of the compiler's own making have no line.
  const line = at > 0 ? at : firstLine;
  const key = `${line} ${qualname} ${filename}`;
  let child = parent.children.get(key);
  if (child === undefined) {
    child = { frame: { name: qualname, file: filename, line }, parent, children: new Map(), bytes: 0 };
    parent.children.set(key, child);
  }
  return child;
}
