/**
 * What a program's memory looks like at one point of its run: the stack with its frames, the objects the program knows, who refers to whom. Plain data, for
 * figures, the stepper and lessons.
 *
 * Objects have a **key**: `#12` is the twelfth object allocated since the program began, which is the same object under every strategy for as long as the
 * program does not see the difference, and which stays the same when a collector moves it. `=` and a text name an object that was there before:
 * small ints, None, built-in functions.
 */
export type MomentEvent =
  /** The first line of a function is about to run. */
  | 'call'
  /** A line is about to run. */
  | 'line'
  /** A function is about to return; the frame's `returns` says what. */
  | 'return'
  /** A collection is about to begin, in the middle of a line. */
  | 'collection'
  /** That collection is over. */
  | 'collected'
  /** The program's last line has run; its globals are still there. */
  | 'end';

export interface Variable {
  readonly name: string;
  /** Key of the object it is bound to. */
  readonly to: string;
}

export interface FrameView {
  /** Counts the activations from the start of the program, from 1: the same frame at another moment has the same number. */
  readonly number: number;
  /** `__qualname__`; `<module>` for a file. */
  readonly name: string;
  readonly file: string;
  /** Line that runs, or the one that called. */
  readonly line: number;
  readonly variables: readonly Variable[];
  /** Key of what it is about to return. */
  readonly returns: string | null;
}

export interface Reference {
  /** `[0]`, `['key']`, `.next`, `contents`, ... */
  readonly label: string;
  readonly to: string;
}

/** References to an object that are not drawn as arrows, by what holds them. */
export interface HiddenReferences {
  /** `constant of f`, `operand of f`, `part of a module`, ... */
  readonly what: string;
  readonly count: number;
}

export interface ObjectView {
  readonly key: string;
  /** What `id()` shows; null where objects move and the program has not asked. */
  readonly id: number | null;
  /** Where it lies now, in bytes. */
  readonly address: number;
  readonly type: string;
  /** Layout kind: `int`, `list`, `instance`, `function`, ... */
  readonly kind: string;
  /** A short text for its value. */
  readonly text: string;
  /** Bytes of the object as `sys.getsizeof` counts them, with header and buffers. */
  readonly bytes: number;
  /** Reference count; null where the strategy keeps none, or the object is immortal. */
  readonly refcount: number | null;
  readonly immortal: boolean;
  /** Not on the heap: made with the machine, never freed. The interned shelf of a figure. */
  readonly interned: boolean;
  /** `live`: a root leads to it. `unreachable`: none does, and it has not been freed. */
  readonly state: 'live' | 'unreachable';
  /** It was allocated after the moment before. */
  readonly fresh: boolean;
  readonly references: readonly Reference[];
  /** Arrows to it at this moment, from variables and from objects shown, and the rest; with a count, `arrows + hidden = refcount`. Immortal objects have no `hidden`. */
  readonly arrows: number;
  readonly hidden: readonly HiddenReferences[];
}

/** What happened to the heap since the moment before, in order. */
export interface HeapEvent {
  readonly kind: 'alloc' | 'free' | 'move' | 'gc-begin' | 'gc-end';
  /** Key of the object, or what the collection is: `cycle 0, threshold`. */
  readonly what: string;
  /** Its type; for a move, the address it left and the one it has now, in hexadecimal. */
  readonly type: string;
  readonly bytes: number;
}

/** What granules of the heap hold, 16 bytes each; of several the first that applies. */
export const GRANULE = ['unmapped', 'free', 'live', 'unreachable', 'new'] as const;

/** 16 KiB of the heap, of which something is mapped. */
export interface HeapMapPage {
  /** Address of its first byte. */
  readonly address: number;
  /** Runs of equal granules: index in GRANULE and number of granules, in turn. */
  readonly runs: readonly number[];
  /** Bytes of every cell in it, where all are alike; else 0. */
  readonly cellBytes: number;
}

export interface Moment {
  /** From 1; see ProgramPoint. */
  readonly step: number;
  readonly event: MomentEvent;
  readonly file: string;
  readonly line: number;
  /** How often this line has been about to run, from 1. */
  readonly hit: number;
  /** Outermost first. */
  readonly frames: readonly FrameView[];
  /** In address order; interned ones last. */
  readonly objects: readonly ObjectView[];
  /** Objects of the moment before that have been freed since, as they were; their `state` and counts are those of then. */
  readonly freed: readonly ObjectView[];
  readonly events: readonly HeapEvent[];
  /** Unreachable objects that are not among those shown because there are too many. */
  readonly garbageLeftOut: { readonly objects: number; readonly bytes: number };
  /** There are more objects that variables lead to than are shown: references to those name keys that are not among `objects`. */
  readonly isCut: boolean;
  /** Where in the heap the bytes are that are in use; null unless the recorder was asked for it. */
  readonly map: readonly HeapMapPage[] | null;
  /** Events that were left out because there were too many. */
  readonly eventsLeftOut: number;
  /** Characters of standard output so far. */
  readonly printed: number;
  /** Clock A: bytes allocated so far. */
  readonly allocatedBytes: number;
  readonly usedBytes: number;
  readonly footprintBytes: number;
  readonly collections: number;
}
