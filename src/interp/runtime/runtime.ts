/**
 * The state of one interpreter: memory, strategy, the root table, the operand stack's top, types and natives. Everything in
 * interp/ receives it as `rt`. It holds addresses only in root slots and in caches that `ObjectModel.moved` drops.
 */

import { LabBug } from '../../base/errors.ts';
import { hostStackLevels } from '../../base/host-stack.ts';
import type { Clock } from '../../heap/clock.ts';
import { FLAGS, IMMORTAL, REFCOUNT, REP, TYPE } from '../../heap/layout.ts';
import { type Address, type Memory, ofThread, WORDS } from '../../heap/memory.ts';
import type { ObjectModel } from '../../heap/object-model.ts';
import type { Roots } from '../../heap/roots.ts';
import type { Strategy } from '../../heap/strategy.ts';
import type { CodeUnit } from '../bytecode/code-unit.ts';
import type { Engine } from '../engine.ts';
import { DEFAULT_PYTHON, type VersionFacts, versionFacts } from '../python-version.ts';
import type { CodeEntry } from './code-table.ts';
import { LookupCache } from './lookup.ts';
import type { NativeEntry } from './native.ts';
import type { TypeInfo } from './type-info.ts';

const M = WORDS;

/** Thrown while a Python exception is pending in the root slot `pending`. The only thing natives throw. */
export const RAISED: { readonly raised: true } = Object.freeze({ raised: true });

/** Thrown when the bytecode step limit is reached; no Python handler sees it. */
/** Levels of recursion through natives: Py_C_RECURSION_LIMIT of CPython 3.13. The limit that sys.setrecursionlimit sets counts Python frames alone. */
const NATIVE_LIMIT = 10_000;

export class StepLimit extends Error {}
/** CPython recurses deeper than this thread's stack bears: the program is to be run again on a deeper one. */
export class HostStackShort extends Error {}

/** Words of the root table: 2 a slot. */
const ROOT_SLOTS = 16384;

/** Slots kept free above the top for natives and for handling the overflow itself. */
const STACK_HEADROOM_WORDS = 4096;

/** No heap can hold an object of more. */
const MAX_OBJECT_BYTES = 0x7fffff00;

/** Versions by type index, of the thread's machine; 0 for none. */
export const TYPE_VERSIONS: Int32Array = ofThread(new Int32Array(65536));

export interface RuntimeLimits {
  readonly stepLimit: number;
  /** Default `auto`. */
  readonly engine?: Engine;
  /** Somebody catches HostStackShort and runs the program again in a thread with a deeper stack. Default false: recursion ends where this one's does. */
  readonly rerunsDeeper?: boolean;
}

interface GetSet {
  readonly name: string;
  readonly get: (rt: Runtime, self: Address) => Address;
  readonly set?: (rt: Runtime, self: Address, value: Address) => void;
}

export interface Output {
  write(text: string): void;
}

export class Runtime implements Roots {
  readonly memory: Memory;
  readonly M: Int32Array;
  readonly U8: Uint8Array;
  readonly F64: Float64Array;
  readonly clock: Clock;
  heap!: Strategy;
  /** Hands out static memory: what boot and interning use. */
  staticHeap!: Strategy & { /** Makes everything it handed out immortal. */ seal(): void };
  /** Words from an object down to its managed dict slot; 2 + the strategy's GC header. The weak list slot is 2 further down. */
  preDict = 2;

  // --- roots and stack
  readonly tableStart: Address;
  private tableTop: Address;
  private readonly freeRoots: Address[] = [];
  readonly stackStart: Address;
  readonly stackLimit: Address;
  /** First free slot of the operand stack (the VM keeps its own copy in a local and writes it here before it calls anything). */
  sp: Address;
  /** Above 0: tracing collections wait, because some native holds raw addresses. */
  pinned = 0;

  // --- types and natives
  /** By type index. */
  readonly typeInfos: TypeInfo[] = [];
  readonly freeTypeIndices: number[] = [];
  /** Types ever made. */
  typesMade = 0;
  /** During boot: type objects whose dicts wait until every type they need exists. */
  deferredTypes: (() => void)[] | null = null;
  /** Built-in types by name. */
  readonly types: Record<string, TypeInfo> = Object.create(null);
  readonly natives: NativeEntry[] = [];
  /** Computed attributes of built-in types; a getset descriptor holds its index. */
  readonly getsets: GetSet[] = [];
  readonly codes: CodeEntry[] = [];
  readonly freeCodeIndices: number[] = [];
  /** The next value of any version number. */
  versionCounter = 1;
  typeVersionCounter = 1;
  /** Interned strings, all in the static region: they never move and never die. */
  readonly interned = new Map<string, Address>();

  // --- types that hot code makes instances of
  objectInfo!: TypeInfo;
  typeInfo!: TypeInfo;
  intInfo!: TypeInfo;
  boolInfo!: TypeInfo;
  floatInfo!: TypeInfo;
  complexInfo!: TypeInfo;
  strInfo!: TypeInfo;
  bytesInfo!: TypeInfo;
  bytearrayInfo!: TypeInfo;
  tupleInfo!: TypeInfo;
  listInfo!: TypeInfo;
  dictInfo!: TypeInfo;
  setInfo!: TypeInfo;
  frozensetInfo!: TypeInfo;
  functionInfo!: TypeInfo;
  methodInfo!: TypeInfo;
  builtinInfo!: TypeInfo;
  generatorInfo!: TypeInfo;
  cellInfo!: TypeInfo;
  codeInfo!: TypeInfo;
  exceptionInfo!: TypeInfo;
  sliceInfo!: TypeInfo;
  rangeInfo!: TypeInfo;
  moduleInfo!: TypeInfo;
  listIteratorInfo!: TypeInfo;
  tupleIteratorInfo!: TypeInfo;
  rangeIteratorInfo!: TypeInfo;
  longRangeIteratorInfo!: TypeInfo;
  setIteratorInfo!: TypeInfo;
  dictKeyIteratorInfo!: TypeInfo;
  dictValueIteratorInfo!: TypeInfo;
  dictItemIteratorInfo!: TypeInfo;
  dictKeysInfo!: TypeInfo;
  dictValuesInfo!: TypeInfo;
  dictItemsInfo!: TypeInfo;

  // --- constants
  none: Address = 0;
  true: Address = 0;
  false: Address = 0;
  ellipsis: Address = 0;
  notImplemented: Address = 0;
  emptyTuple: Address = 0;
  emptyStr: Address = 0;
  emptyBytes: Address = 0;
  /** Address of int -5; the cached ints lie 8 words apart. */
  smallInts: Address = 0;
  /** Address of chr(0); one-character latin-1 strings lie `charStride` words apart (see objects/str.ts). */
  readonly chars: Int32Array = new Int32Array(256);
  readonly byteChars: Int32Array = new Int32Array(256);

  readonly lookupCache = new LookupCache();

  // --- results of functions that have two
  hashLow = 0;
  hashHigh = 0;

  // --- root slots
  /** The exception that is travelling. */
  readonly pending: Address;
  /** What the StopIteration of the iterator that ended last would carry, or 0: the result of a generator, the value that a class's `__next__` raised. */
  readonly stop: Address;
  /** The exception being handled (sys.exception()). */
  readonly handled: Address;
  readonly modules: Address;
  readonly builtinsDict: Address;

  // --- run state
  limits: RuntimeLimits;
  /** The Python that the machine is. */
  version: VersionFacts = versionFacts(DEFAULT_PYTHON);
  stdout: Output;
  stderr: Output;
  /** Text that input() and sys.stdin may read; null: reading is refused. */
  stdin: string | null = null;
  stdinOffset = 0;
  argv: readonly string[] = [];
  recursionLimit = 1000;
  /** sys.get_int_max_str_digits(); 0 is no limit. */
  maxStrDigits = 4300;
  /** Python frames on the stack. */
  depth = 0;
  /** Frames that CPython has besides (SHIM in vm/frame-record.ts). */
  shims = 0;
  /** Levels of recursion through natives, on the host's stack: repr, comparison, Python functions that natives call (CPython: c_recursion_remaining). */
  nativeDepth = 0;
  /** The program has ended and its modules are being taken apart. */
  finalizing = false;
  readonly nativeLimit: number;
  /** Bytecodes executed so far, without those of the hot loop that still runs. */
  steps = 0;
  virtualSeconds = 0;

  // --- joined at boot, so that lower files can call higher ones
  /** Hash of any object into hashLow/hashHigh; raises TypeError if it has none. */
  hashOf!: (rt: Runtime, object: Address) => void;
  /** `left == right` for two keys of equal hash; `held` as in `equals`. */
  keysEqual!: (rt: Runtime, left: Address, right: Address, held: number) => boolean;
  /** Tracks a dict when a trackable key or value goes in. */
  trackContainer!: (container: Address, key: Address, value: Address) => void;
  /** Raises RuntimeError: dict mutated during update. */
  dictChanged!: () => never;
  /**
   * Calls the object in stack slot `base` with the `count` arguments in the slots above it (the last ones named by the tuple `kwnames`, borrowed, 0 = none).
   * The slots must be the top of the stack; they are consumed. Returns an owned reference. Runs Python.
   */
  call!: (base: Address, count: number, kwnames: Address) => Address;
  /** tuple(iterable), owned. */
  tupleFromIterable!: (rt: Runtime, iterable: Address) => Address;
  /** Tuple of the keys of `**mapping` (owned; strings, or TypeError naming `what`); 0 when it is empty. The mapping in its stack slot has been replaced by a dict; `callee` is the slot of what is called. */
  keywordNames!: (rt: Runtime, mapping: Address, callee: Address, what: () => string) => Address;
  /** A global of the innermost running Python frame, borrowed, or 0. */
  callerGlobal!: (rt: Runtime, name: string) => Address;
  /** Descriptor for `__dict__` or `__weakref__` of a heap class's instances, owned. */
  newInstanceGetter!: (rt: Runtime, owner: TypeInfo, name: string) => Address;
  /** weakref.ref(object, callback); 0 = no callback. Owned. */
  newWeakref!: (rt: Runtime, object: Address, callback: Address) => Address;
  listAppendOwned!: (rt: Runtime, list: Address, value: Address) => void;
  newDictObject!: (rt: Runtime) => Address;
  /** Adds a note to the pending exception (PEP 678). */
  addNote!: (rt: Runtime, thrown: unknown, text: string) => void;
  /** types.MappingProxyType(mapping), owned. */
  newMappingProxy!: (rt: Runtime, mapping: Address) => Address;
  newIntObject!: (rt: Runtime, value: number) => Address;
  /** `object.__dict__`, borrowed, made if need be; 0 when its class gives none. */
  ensureDict!: (rt: Runtime, object: Address) => Address;
  /** `object.__dict__ = dict`. */
  replaceDict!: (rt: Runtime, object: Address, dict: Address) => void;
  /** Slot that heads the object's weak references, or 0. */
  weakListSlot!: (object: Address) => Address;
  /** What super() without arguments means here: [class, first argument of the running function], borrowed. */
  superArguments!: (rt: Runtime) => [Address, Address];
  /** Set by the machine: what the `__class__` cell of the running function holds; 0 without one. */
  classOfMethod!: (rt: Runtime) => Address;
  /** References that frames hold to a function or a code object in CPython and not here. */
  frameReferences!: (object: Address) => number;
  /** gi_frame: frame object of a generator that has not ended, or None; owned. */
  generatorFrame!: (rt: Runtime, generator: Address) => Address;
  /** list(iterable), owned. */
  listFromIterable!: (rt: Runtime, iterable: Address) => Address;
  /** Bytes of an object by its type's `__sizeof__`: without GC header and pre-header. */
  sizeOf!: (object: Address) => number;
  /** The exception being handled in the running frame, borrowed, or 0. */
  currentHandled: () => Address = () => 0;
  /** dict.update(mapping) for ** in displays. */
  dictUpdate!: (rt: Runtime, dict: Address, mapping: Address) => void;
  /** dict.update(mapping) for ** in calls: TypeError naming `what` where a key comes twice. */
  dictMergeUnique!: (rt: Runtime, dict: Address, mapping: Address, what: () => string) => void;
  /** Binds a function, method descriptor or slot wrapper found on a type to `self`; owned. */
  bindMethod!: (rt: Runtime, callable: Address, self: Address) => Address;
  /** Has the class abstract methods left? Then object() refuses it. */
  isAbstract!: (rt: Runtime, type: Address) => boolean;
  /** A generator goes on: its frame object shows the live frame again. */
  attachFrame!: (rt: Runtime, frame: Address, fp: Address) => void;
  /** A generator rests: its frame object shows what the generator saved. */
  suspendFrame!: (rt: Runtime, frame: Address, generator: Address) => void;
  /** staticmethod(callable); takes over the reference. */
  newStaticMethod!: (rt: Runtime, callable: Address) => Address;
  /** iter() of an object that only has `__getitem__`. */
  newSequenceIterator!: (rt: Runtime, sequence: Address) => Address;
  /** `cls[key]` through `__class_getitem__`; 0 when the class has none. */
  getClassItem!: (rt: Runtime, cls: Address, key: Address) => Address;
  /** types.GenericAlias(origin, parameters): what `list[int]` makes. */
  newGenericAlias!: (rt: Runtime, origin: Address, parameters: Address) => Address;
  /** What modules keep for this machine on the host's side, each under a key of its own. */
  readonly moduleState = new Map<string, object>();
  /** Containers whose repr is under way; natives are pinned meanwhile, so the addresses hold (see repr-guard.ts). */
  readonly reprStack: Address[] = [];
  /** Imports a module by its dotted name; owned. */
  /** Reachable memoryviews of a bytearray, found by a trace. */
  liveViews!: (exporter: Address) => number;
  importModule!: (name: string) => Address;
  /** The built-in `__import__`: in the static region. */
  importFunction: Address = 0;
  /** Makes and runs a module that is not loaded yet; 0 when there is none of that name. Owned. */
  loadModule!: (rt: Runtime, name: string) => Address;
  /** Is the body of this module still running? */
  isLoading!: (name: string) => boolean;
  hasBuiltinModule!: (name: string) => boolean;
  canLoadModule!: (name: string) => boolean;
  /** The text of a file below the program's folder, or null. */
  readNeighbour!: (path: string) => string | null;
  /** Why heaplab does not have a module that CPython has; null when it never heard of it. */
  refusedModule!: (name: string) => string | null;
  /** A loaded module, borrowed, or 0. */
  loadedModule!: (name: string) => Address;
  /** dir(object) as a list, owned. */
  dirOf!: (rt: Runtime, object: Address) => Address;
  frameLocals!: (rt: Runtime, frame: Address) => Address;
  /** Lines of a source file of the program, or null. */
  sourceLines!: (filename: string) => readonly string[] | null;
  /** locals() and globals() of the innermost Python frame: locals owned, globals borrowed. */
  currentLocals!: (rt: Runtime) => Address;
  currentGlobals!: (rt: Runtime) => Address;
  buildClass!: (rt: Runtime, args: Address, count: number, kwnames: Address) => Address;
  execute!: (rt: Runtime, args: Address, mode: 'exec' | 'eval') => Address;
  /** The syntax tree of a text as plain Python objects, owned. */
  syntaxTree!: (rt: Runtime, args: Address) => Address;
  compileSource!: (rt: Runtime, args: Address) => Address;
  /** A code object, owned. */
  newCode!: (rt: Runtime, unit: CodeUnit) => Address;
  /** Issues a warning the compiler gave. */
  compileWarning!: (rt: Runtime, warning: { category: string; message: string; filename: string; line: number }) => void;
  /** Lines of the program's files by name. */
  readonly sources = new Map<string, readonly string[]>();
  /** Keeps the text of a source file for tracebacks. */
  rememberSource(filename: string, text: string): void {
    this.sources.set(filename, text.split(/\r\n|\r|\n/));
  }
  /** Bytes of GC header and pre-header that sys.getsizeof adds. */
  gcOverhead!: (object: Address) => number;
  /** Blocks in use, as sys.getallocatedblocks counts them. */
  allocatedBlocks!: () => number;
  /** sys.unraisablehook's own behaviour. */
  defaultUnraisable!: (rt: Runtime, argument: Address) => void;
  builtinModuleNames!: () => readonly string[];
  newFloatObject!: (rt: Runtime, value: number) => Address;
  /** Writes to sys.stderr, the program's own object where it has put one there. */
  report!: (text: string) => void;
  /** Runs something; an error is printed as ignored `what` ("on ..."). */
  ignoring!: (what: string, work: () => void) => void;
  /** Puts the frame that runs in front of the pending exception's traceback. */
  traceHere!: () => void;
  /** Calls with two arguments; what it raises goes to sys.unraisablehook. */
  callUnraisable!: (rt: Runtime, callable: Address, a: Address, b: Address) => void;
  /** What the collector knows of objects. */
  model!: ObjectModel;
  /** Is the thrown value a pending exception of this built-in type? */
  pendingIs!: (rt: Runtime, thrown: unknown, type: string) => boolean;
  raiseNamed!: (rt: Runtime, type: string, message: string) => never;
  /** Issues a warning through the warnings filter. */
  warn!: (rt: Runtime, category: string, message: string) => void;

  constructor(memory: Memory, clock: Clock, limits: RuntimeLimits, stdout: Output, stderr: Output) {
    this.memory = memory;
    this.M = memory.words;
    this.U8 = memory.bytes;
    this.F64 = memory.doubles;
    this.clock = clock;
    this.limits = limits;
    this.nativeLimit = Math.min(NATIVE_LIMIT, hostStackLevels());
    this.stdout = stdout;
    this.stderr = stderr;
    this.tableStart = memory.stackStart;
    this.tableTop = this.tableStart;
    this.stackStart = this.tableStart + ROOT_SLOTS * 2;
    this.stackLimit = memory.stackEnd - STACK_HEADROOM_WORDS;
    this.sp = this.stackStart;
    this.pending = this.newRoot(0);
    this.stop = this.newRoot(0);
    this.handled = this.newRoot(0);
    this.modules = this.newRoot(0);
    this.builtinsDict = this.newRoot(0);
  }

  // --- Roots
  tableEnd(): Address {
    return this.tableTop;
  }
  stackEnd(): Address {
    return this.sp;
  }
  /** A new root slot that owns `value`. */
  newRoot(value: Address): Address {
    const free = this.freeRoots.pop();
    const slot = free ?? this.tableTop;
    if (free === undefined) this.tableTop += 2;
    if (this.tableTop > this.stackStart && this.stackStart !== undefined) throw new LabBug('root table is full');
    M[slot] = value;
    return slot;
  }
  /** Is half of the root table free? The rest is kept for what the machine itself cannot do without. */
  hasFreeRoots(): boolean {
    return this.tableTop < this.tableStart + ROOT_SLOTS;
  }
  /** Gives a root slot back and releases what is in it. */
  dropRoot(slot: Address): void {
    const value = M[slot];
    M[slot] = 0;
    this.freeRoots.push(slot);
    this.heap.release(value);
  }
  /** Puts an owned reference into a root slot and releases the old one. */
  setRoot(slot: Address, value: Address): void {
    const old = M[slot];
    M[slot] = value;
    this.heap.release(old);
  }

  /** Takes the value out of `stop`: owned, or 0. */
  takeStop(): Address {
    const value = M[this.stop];
    M[this.stop] = 0;
    return value;
  }

  /** The iterator has ended, and nobody asks with which value. */
  dropStop(): void {
    if (M[this.stop] !== 0) this.setRoot(this.stop, 0);
  }

  // --- operand stack, for natives
  /** Pushes an owned reference (0 is allowed); returns the slot. */
  push(value: Address): Address {
    const slot = this.sp;
    M[slot] = value;
    M[slot + 1] = 0;
    this.sp = slot + 2;
    if (slot > this.stackLimit) this.stackOverflow();
    return slot;
  }
  /**
   * Pushes a reference to what slots of the caller's hold, for natives that let Python run and use the object afterwards: it may have moved. Where nothing moves the
   * slot stays empty, for a program would see the count; `movable` reads it.
   */
  pushMovable(object: Address): Address {
    return this.push(this.heap.capabilities.moves === 'never' ? 0 : this.retain(object));
  }
  /** Where the `object` that was pushed at `slot` is now. */
  movable(slot: Address, object: Address): Address {
    return M[slot] === 0 ? object : M[slot];
  }
  /** Takes the top off; the caller owns it. */
  pop(): Address {
    this.sp -= 2;
    return M[this.sp];
  }
  /** Releases the `count` topmost slots, the lowest first: so CPython drops the operands of an instruction. */
  drop(count: number): void {
    const first = this.sp - 2 * count;
    this.releaseSlots(first, this.sp);
    this.sp = first;
  }
  /** Empties the slots from `first` up to `end`, the lowest first; they stay on the stack. */
  releaseSlots(first: Address, end: Address): void {
    for (let slot = first; slot < end; slot += 2) {
      const value = M[slot];
      M[slot] = 0;
      this.heap.release(value);
    }
  }
  /** Releases the slots from `base` up, the lowest first, while an owned value keeps a slot above them, for finalizers may collect; returns it. */
  dropKeeping(base: Address, value: Address): Address {
    const kept = this.push(value);
    this.releaseSlots(base, kept);
    const result = M[kept];
    M[kept] = 0;
    this.sp = base;
    return result;
  }
  /**
   * Roots two operands for as long as something between may run Python and move them: read them from the slots `root` and `root + 2` afterwards, then
   * `unwind(root)`. 0 where the strategy moves nothing: their addresses hold.
   */
  rootPair(left: Address, right: Address): Address {
    if (this.heap.capabilities.moves === 'never') return 0;
    const root = this.push(this.retain(left));
    this.push(this.retain(right));
    return root;
  }
  /** Releases everything above `mark`, as after a caught exception. */
  unwind(mark: Address): void {
    while (this.sp > mark) {
      this.sp -= 2;
      const value = M[this.sp];
      M[this.sp] = 0;
      this.heap.release(value);
    }
  }
  /** Set by exceptions.ts: raises RecursionError. */
  stackOverflow: () => never = () => {
    throw new LabBug('operand stack overflow before boot');
  };

  // --- references
  /** Makes one more reference; returns the object. */
  retain(object: Address): Address {
    this.heap.retain(object);
    return object;
  }
  release(object: Address): void {
    this.heap.release(object);
  }
  /** Releases references that nobody takes over any more: there was no memory for what was to hold them. */
  releaseAll(objects: readonly Address[]): void {
    for (const object of objects) this.heap.release(object);
  }
  /** Stores an owned reference into a slot of `owner` and releases what was there. */
  replace(owner: Address, slot: Address, value: Address): void {
    const old = M[slot];
    this.heap.store(owner, slot, value);
    this.heap.release(old);
  }

  // --- allocation
  /** A block for an exact instance of a static type without references; header written. */
  newPlain(info: TypeInfo, rep: number, bytes: number, freeList = 0): Address {
    const object = this.heap.allocate(bytes, freeList);
    if (object === 0) this.outOfMemory(bytes);
    M[object + REFCOUNT] = 1;
    M[object + FLAGS] = 0;
    M[object + TYPE] = info.address;
    M[object + REP] = rep;
    return object;
  }
  /** A collectable block with its header written; the caller fills the fields and then tracks it. Retains a heap type. */
  newCollectable(info: TypeInfo, rep: number, bytes: number, preBytes = 0, freeList = 0): Address {
    const object = this.heap.allocateGc(bytes, preBytes, freeList);
    if (object === 0) this.outOfMemory(bytes);
    M[object + REFCOUNT] = 1;
    M[object + TYPE] = info.address;
    M[object + REP] = rep;
    if (info.heap) this.heap.retain(info.address);
    return object;
  }
  newBuffer(bytes: number, freeList = 0): Address {
    const buffer = this.heap.allocateBuffer(bytes, freeList);
    if (buffer === 0) this.outOfMemory(bytes);
    return buffer;
  }
  resizeBuffer(buffer: Address, oldBytes: number, newBytes: number): Address {
    const moved = this.heap.resizeBuffer(buffer, oldBytes, newBytes);
    if (moved === 0) this.outOfMemory(newBytes);
    return moved;
  }
  /** Raises MemoryError for more bytes than an object can have, before host memory is taken for them. */
  checkBytes(bytes: number): void {
    if (bytes > MAX_OBJECT_BYTES) this.outOfMemory(MAX_OBJECT_BYTES);
  }
  /** Set by exceptions.ts: raises MemoryError. */
  outOfMemory: (bytes: number) => never = () => {
    throw new LabBug('out of memory before boot');
  };

  // --- types
  /** Versions by type index, for inline caches; equal to TypeInfo.version. */
  readonly typeVersions = TYPE_VERSIONS.fill(0);
  /** Gives a type (not its subclasses) a new version: inline caches about it are void. */
  bumpTypeVersion(info: TypeInfo): void {
    info.version = ++this.typeVersionCounter;
    this.typeVersions[info.typeIndex] = info.version;
  }
  typeOf(object: Address): TypeInfo {
    const info = this.typeInfos[M[object + REP] >>> 16];
    if (info === undefined) throw new LabBug(`object at 0x${object.toString(16)} has no type: freed or damaged memory`);
    return info;
  }
  /** TypeInfo of a type object. */
  infoOfType(type: Address): TypeInfo {
    const info = this.typeInfos[M[type + 5]];
    if (info === undefined)
      throw new LabBug(`type object at 0x${type.toString(16)} has no type index: freed or damaged memory`);
    return info;
  }
  bool(value: boolean): Address {
    return value ? this.true : this.false;
  }
  isImmortal(object: Address): boolean {
    return M[object] === IMMORTAL;
  }
}
