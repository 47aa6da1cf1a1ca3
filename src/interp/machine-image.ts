/**
 * A machine as it was at one moment, to be put back into that moment: a program can begin on it at once, where a fresh machine has to boot first. A
 * machine that was put back gives the same bytes as one that has just booted: addresses, counters, identities, everything.
 *
 * What the program saw and what it could change lies in four places: the memory, the code space, the fields of the machine's parts, and the strategy.
 */
import { ObjectState } from '../base/object-state.ts';
import { MemoryImage } from '../heap/memory.ts';
import type { Machine } from './machine.ts';
import { CACHE, CODE, rememberCodeSpace } from './runtime/code-space.ts';
import { type Runtime, TYPE_VERSIONS } from './runtime/runtime.ts';
import type { TypeInfo } from './runtime/type-info.ts';
import { clearBottomRecord, FRAMES } from './vm/frame-record.ts';

/** Parts of a machine that hold what a program cannot change, and long lists that have a way of their own below. */
const CONSTANT = new Set([
  'context',
  'getsets',
  'hooks',
  'instructions',
  'interned',
  'memory',
  'namesOfBuiltins',
  'natives',
  'options',
  'specs',
  'stderr',
  'stdout',
  'typeInfos',
  'types',
  'unit',
]);

export class MachineImage {
  private readonly memory: MemoryImage;
  private readonly restoreCode: () => void;
  private readonly state: ObjectState;
  private readonly restoreTypes: () => void;
  private readonly restoreLists: () => void;

  /** Nothing must run on the machine, and its strategy must hold its state in fields, not in what functions close over. */
  constructor(machine: Machine) {
    const { rt, vm, model, loader, clock, strategy } = machine;
    this.restoreTypes = rememberTypes(rt);
    this.restoreLists = rememberLists(rt);
    const constant = new Set<object>([
      CODE,
      CACHE,
      FRAMES,
      TYPE_VERSIONS,
      rt.M,
      rt.U8,
      rt.F64,
      machine.context,
      machine.memory,
      machine.memory.touched,
    ]);
    for (const holder of [machine, rt, vm, model, loader]) {
      for (const [key, value] of Object.entries(holder))
        if (CONSTANT.has(key) && typeof value === 'object') constant.add(value);
    }
    // Compiled code is shared by all machines that run it, and nobody writes to it.
    for (const code of rt.codes) if (code !== undefined) constant.add(code.unit);
    const leaf = (value: object): boolean => constant.has(value) || isTypeInfo(value);
    this.state = new ObjectState([machine, rt, vm, model, loader, clock, strategy, ...rt.codes], leaf);
    this.restoreCode = rememberCodeSpace();
    this.memory = new MemoryImage(machine.memory);
  }

  /** The machine is as it was. Whatever machine was alive in this thread is not any more. */
  restore(): void {
    this.state.restore();
    this.restoreTypes();
    this.restoreLists();
    this.restoreCode();
    this.memory.restore();
    clearBottomRecord();
  }
}

function isTypeInfo(value: object): value is TypeInfo {
  return 'typeIndex' in value && 'mro' in value;
}

/** Of a built-in type the version can change, the names its instances share, and who derives from it; of classes anything. */
function rememberTypes(rt: Runtime): () => void {
  const infos = [...rt.typeInfos];
  const versions = infos.map((info) => info.version);
  const usable = infos.map(({ shape }) => shape.usable);
  const names = infos.map(({ shape }) => [...shape.names]);
  const subclasses = infos.map((info) => new Set(info.subclasses));
  const fields = infos.map((info) => (info.heap ? { ...info } : null));
  const types = new Set(Object.keys(rt.types));
  return () => {
    rt.typeInfos.length = infos.length;
    for (let index = 0; index < infos.length; index++) {
      const info = infos[index];
      rt.typeInfos[index] = info!;
      if (info === undefined) continue;
      const own = fields[index]!;
      if (own !== null) Object.assign(info, own);
      info.version = versions[index]!;
      const { shape } = info;
      shape.usable = usable[index]!;
      if (shape.names.length !== names[index]!.length) shape.names.splice(0, shape.names.length, ...names[index]!);
      restoreSet(info.subclasses, subclasses[index]!);
    }
    for (const name of Object.keys(rt.types)) if (!types.has(name)) delete rt.types[name];
  };
}

/** Puts the members back, in their order. */
function restoreSet<T>(set: Set<T>, before: ReadonlySet<T>): void {
  if (set.size === before.size && [...set].every((member) => before.has(member))) return;
  set.clear();
  for (const member of before) set.add(member);
}

/** Lists and tables that only grow. */
function rememberLists(rt: Runtime): () => void {
  const natives = rt.natives.length;
  const getsets = rt.getsets.length;
  const interned = rt.interned.size;
  return () => {
    rt.natives.length = natives;
    rt.getsets.length = getsets;
    let place = 0;
    // A Map is visited in the order in which its entries were made.
    for (const text of rt.interned.keys()) if (place++ >= interned) rt.interned.delete(text);
  };
}
