/**
 * From moments to scenes: which objects of a moment get a card, what the card says and where its arrows go. No sizes and no colours yet.
 *
 * Whatever is left out of a scene stays in its sums: a card with a reference count shows as many arrows and named references as it counts.
 */
import type { FrameView, HiddenReferences, Moment, MomentEvent, ObjectView } from '../cell/moment.ts';

/** A box that holds a reference: a variable, an item, an attribute. */
export interface Field {
  readonly label: string;
  /** `id` of the card that the arrow goes to; null when the value is written in the box. */
  readonly to: string | null;
  /** What is written in the box; empty with an arrow. */
  readonly text: string;
}

export interface FrameBox {
  /** Of the activation; 0 is the module after its end. */
  readonly number: number;
  /** Place on the stack, from 0. */
  readonly depth: number;
  readonly name: string;
  readonly line: number;
  readonly isCurrent: boolean;
  /** Its variables; what it is about to return comes last, with the label `return`. */
  readonly fields: readonly Field[];
}

/**
 * - `live`, `new`: since the scene before.
 * - `unreachable`: nothing leads to it, and it has not been freed.
 * - `freed`: since the scene before; it is no more.
 * - `left`: a collector has copied it since the scene before; this is where it was.
 */
export type CardState = 'live' | 'new' | 'unreachable' | 'freed' | 'left';

export interface Card {
  /** Key and address: an object that moves has two. */
  readonly id: string;
  readonly key: string;
  readonly address: number;
  readonly type: string;
  readonly bytes: number;
  /** Its value, when that is worth writing beside its fields. */
  readonly value: string;
  readonly fields: readonly Field[];
  /** Fields that are not drawn. */
  readonly moreFields: number;
  readonly refcount: number | null;
  readonly immortal: boolean;
  /** References that are no arrows. */
  readonly hidden: readonly HiddenReferences[];
  readonly state: CardState;
  /** Made with the machine, never freed. */
  readonly shelf: boolean;
  /** `id` of the card where it was, when it has moved since the scene before. */
  readonly movedFrom: string | null;
}

export interface Scene {
  readonly step: number;
  readonly event: MomentEvent;
  readonly file: string;
  readonly line: number;
  readonly hit: number;
  readonly frames: readonly FrameBox[];
  /** In address order; the shelf last. */
  readonly cards: readonly Card[];
  /** Unreachable objects without a card. */
  readonly leftOut: { readonly objects: number; readonly bytes: number };
  /** Objects that had a card in the scene before, have been freed since, and are not drawn. */
  readonly freedLeftOut: number;
  /** There are more objects that variables lead to than have a card. */
  readonly isCut: boolean;
  readonly moment: Moment;
}

export interface SceneOptions {
  readonly hideFunctions?: boolean;
  readonly hideClasses?: boolean;
  /** Write values that were made with the machine in the boxes, instead of drawing a shelf of them. Undefined: when there are too many for a shelf. */
  readonly hideShelf?: boolean;
  /** Do not show what has been freed since the scene before. */
  readonly hideFreed?: boolean;
  /** Fields of one card that are drawn. */
  readonly mostFields?: number;
  /** Cards of one scene; the objects nearest to the running frame get them. */
  readonly mostCards?: number;
  /** Unreachable objects among them, the newest first; and what only they lead to. */
  readonly mostGarbage?: number;
}

/** Values on a shelf; with more the shelf is left out, unless the caller wants it. */
const MOST_ON_SHELF = 8;
const MOST_FIELDS = 8;
const MOST_CARDS = 60;
const MOST_GARBAGE = 24;
const MOST_FREED = 16;

/** Kinds that a program's text defines; they are held by each other and by the compiler, and say little of its memory. */
const codeKinds = new Set(['function', 'type', 'code', 'getset', 'member', 'wrapper', 'builtin', 'methodDescriptor', 'module']);
const functionKinds = new Set(['function', 'builtin', 'staticmethod', 'classmethod']);
/** Values that are known everywhere and need no card. */
const plainKinds = new Set(['none', 'bool', 'ellipsis', 'notimplemented']);
const codeHolders = /^(attribute of|constant of|held by the compiler|class of|global of)/;

/**
 * The scenes of `moments`, which follow each other; `earlier` is the moment before the first, from which that one tells what is new. All of them have a shelf or
 * none has.
 */
export function scenesOf(moments: readonly Moment[], earlier: Moment | null, options: SceneOptions = {}): Scene[] {
  const named = new Set<string>();
  const all = earlier === null ? moments : [earlier, ...moments];
  const chosen = all.map((moment) => choose(moment, named, options));
  const shelf = new Set(chosen.flatMap((choice) => [...choice.shelf]));
  const hasShelf = options.hideShelf === undefined ? shelf.size <= MOST_ON_SHELF : !options.hideShelf;
  let before = new Map<string, Card>();
  const scenes = chosen.map((choice) => {
    const scene = sceneOf(choice, hasShelf, before, options);
    before = new Map(scene.cards.filter(({ state }) => state !== 'freed' && state !== 'left').map((card) => [card.key, card]));
    return scene;
  });
  return earlier === null ? scenes : scenes.slice(1);
}

interface Choice {
  readonly moment: Moment;
  readonly isCut: boolean;
  /** Keys of the objects on the heap that get a card. */
  readonly heap: ReadonlySet<string>;
  /** Keys of those that could stand on the shelf. */
  readonly shelf: ReadonlySet<string>;
}

/** Objects that a variable leads to are chosen, garbage that a reader can know, and what is under way. `named` are the keys chosen so far. */
function choose(moment: Moment, named: Set<string>, options: SceneOptions): Choice {
  const objects = new Map(moment.objects.map((object) => [object.key, object]));
  const heap = new Set<string>();
  const shelf = new Set<string>();
  const work: string[] = [];
  const most = options.mostCards ?? MOST_CARDS;
  let { isCut } = moment;
  const reach = (key: string): void => {
    const object = objects.get(key);
    if (object === undefined || heap.has(key) || shelf.has(key) || isHidden(object, options) || plainKinds.has(object.kind))
      return;
    if (heap.size >= most) {
      isCut ||= object.state === 'live';
      return;
    }
    (object.interned || object.immortal ? shelf : heap).add(key);
    work.push(key);
  };
  const follow = (): void => {
    for (const key of work) for (const { to } of objects.get(key)!.references) reach(to);
    work.length = 0;
  };
  for (const { variables, returns } of moment.frames.toReversed()) {
    if (returns !== null) reach(returns);
    for (const { to } of variables) reach(to);
  }
  follow();
  // Of the garbage the newest, as a reader has just seen it become that.
  const others = moment.objects.filter((object) => !heap.has(object.key) && !object.interned && isWorthShowing(object, named));
  const garbage = others.filter(({ state }) => state === 'unreachable').sort((a, b) => allocationOf(b) - allocationOf(a));
  for (const { key, state } of others) if (state === 'live') reach(key);
  for (const { key } of garbage.slice(0, options.mostGarbage ?? MOST_GARBAGE)) reach(key);
  follow();
  for (const key of heap) named.add(key);
  return { moment, isCut, heap, shelf };
}

/** The number of an object on the heap in the order of allocation. */
function allocationOf({ key }: ObjectView): number {
  return Number(key.slice(1)) || 0;
}

function isWorthShowing({ key, kind, state, hidden, immortal, references }: ObjectView, named: ReadonlySet<string>): boolean {
  if (immortal) return false;
  if (state === 'unreachable') {
    return named.has(key) || !(codeKinds.has(kind) || references.some(({ label }) => label === "['__firstlineno__']"));
  }
  return (
    !codeKinds.has(kind) &&
    hidden.length > 0 &&
    !hidden.every(({ what }) => codeHolders.test(what) || what.startsWith('part of a tuple'))
  );
}

function isHidden({ kind }: ObjectView, { hideFunctions, hideClasses }: SceneOptions): boolean {
  return (hideFunctions === true && functionKinds.has(kind)) || (hideClasses === true && kind === 'type');
}

function sceneOf(
  { moment, isCut, heap, shelf }: Choice,
  hasShelf: boolean,
  before: ReadonlyMap<string, Card>,
  options: SceneOptions,
): Scene {
  const objects = new Map(moment.objects.map((object) => [object.key, object]));
  const drawn = new Set(hasShelf ? [...heap, ...shelf] : heap);
  const idOf = (key: string): string => cardId(key, objects.get(key)!.address);
  const field = (label: string, key: string): Field => {
    if (drawn.has(key)) return { label, to: idOf(key), text: '' };
    return { label, to: null, text: objects.get(key)?.text ?? '…' };
  };
  const frames = framesOf(moment, objects, field, options);
  const cards: Card[] = [];
  const most = options.mostFields ?? MOST_FIELDS;
  // References that the scene leaves out, by key of their target.
  const undrawn = new Map<string, Map<string, number>>();
  const leaveOut = (to: string, what: string): void => {
    const byWhat = undrawn.get(to) ?? new Map<string, number>();
    byWhat.set(what, (byWhat.get(what) ?? 0) + 1);
    undrawn.set(to, byWhat);
  };
  for (const object of moment.objects) {
    const references = orderedReferences(object);
    const shownFields = drawn.has(object.key) ? most : 0;
    for (const { label, to } of references.slice(shownFields)) {
      leaveOut(
        to,
        drawn.has(object.key)
          ? `${label} of a ${object.type}, not drawn`
          : `held by ${codeKinds.has(object.kind) ? object.text : object.type}, not drawn`,
      );
    }
  }
  for (const frame of moment.frames)
    if (!isOwnFrame(frame) && frame.returns !== null) leaveOut(frame.returns, `returned by ${frame.name}`);
  let leftOutObjects = moment.garbageLeftOut.objects;
  let leftOutBytes = moment.garbageLeftOut.bytes;
  for (const object of moment.objects) {
    if (!drawn.has(object.key)) {
      if (object.state === 'unreachable') {
        leftOutObjects++;
        leftOutBytes += object.bytes;
      }
      continue;
    }
    const past = before.get(object.key);
    const hasMoved = past !== undefined && past.address !== object.address;
    cards.push({
      ...cardOf(object, field, most),
      hidden: object.immortal ? [] : mergeHidden(object.hidden, undrawn.get(object.key)),
      state: object.state === 'unreachable' ? 'unreachable' : object.fresh && past === undefined ? 'new' : 'live',
      shelf: shelf.has(object.key),
      movedFrom: hasMoved ? past.id : null,
    });
    if (hasMoved) cards.push({ ...past, fields: emptied(past.fields), hidden: [], state: 'left', movedFrom: null });
  }
  let freedLeftOut = 0;
  if (options.hideFreed !== true) {
    const gone = moment.freed.flatMap(({ key }) => before.get(key) ?? []);
    for (const past of gone.slice(0, MOST_FREED)) {
      cards.push({ ...past, fields: emptied(past.fields), hidden: [], state: 'freed', movedFrom: null });
    }
    freedLeftOut = Math.max(0, gone.length - MOST_FREED);
  }
  cards.sort((a, b) => Number(a.shelf) - Number(b.shelf) || a.address - b.address || (a.id < b.id ? -1 : 1));
  const { step, event, file, line, hit } = moment;
  return {
    step,
    event,
    file,
    line,
    hit,
    frames,
    cards,
    leftOut: { objects: leftOutObjects, bytes: leftOutBytes },
    freedLeftOut,
    isCut,
    moment,
  };
}

function cardId(key: string, address: number): string {
  return `${key}@${address.toString(16)}`;
}

/** What is freed or has left refers to nothing. */
function emptied(fields: readonly Field[]): Field[] {
  return fields.map(({ label, text }) => ({ label, to: null, text }));
}

function mergeHidden(
  hidden: readonly HiddenReferences[],
  undrawn: ReadonlyMap<string, number> | undefined,
): HiddenReferences[] {
  return [...hidden, ...[...(undrawn ?? [])].map(([what, count]) => ({ what, count }))];
}

function cardOf(
  object: ObjectView,
  field: (label: string, key: string) => Field,
  most: number,
): Omit<Card, 'state' | 'shelf' | 'movedFrom' | 'hidden'> {
  const references = orderedReferences(object);
  const shown = Math.min(references.length, most);
  const { key, address, type, bytes, refcount, immortal } = object;
  return {
    id: cardId(key, address),
    key,
    address,
    type,
    bytes,
    value: shown > 0 || object.text === type ? '' : object.text,
    fields: references.slice(0, shown).map(({ label, to }) => field(label, to)),
    moreFields: references.length - shown,
    refcount,
    immortal,
  };
}

/** Items of sequences in their own order; the machine gives the slots of a list from the last to the first. */
function orderedReferences({ references }: ObjectView): ObjectView['references'] {
  return references.every(({ label }) => /^\[\d+\]$/.test(label))
    ? references.toSorted((a, b) => Number(a.label.slice(1, -1)) - Number(b.label.slice(1, -1)))
    : references;
}

/** Frames of the program; those of the library have no variables to show. */
function framesOf(
  { frames }: Moment,
  objects: ReadonlyMap<string, ObjectView>,
  field: (label: string, key: string) => Field,
  options: SceneOptions,
): FrameBox[] {
  const own = frames.filter(isOwnFrame);
  return own.map(({ number, name, line, variables, returns }, depth) => ({
    number,
    depth,
    name,
    line,
    isCurrent: depth === own.length - 1,
    fields: [
      ...variables
        .map(({ name: label, to }, index) => ({
          // A comprehension in a module has its variables beside the globals.
          label: variables.findIndex((other) => other.name === label) === index ? label : `${label} (inner)`,
          to,
        }))
        .filter(({ to }) => !isHiddenKey(to, objects, options))
        .map(({ label, to }) => field(label, to)),
      ...(returns === null ? [] : [field('return', returns)]),
    ],
  }));
}

function isOwnFrame({ file }: FrameView): boolean {
  return !file.startsWith('<');
}

function isHiddenKey(key: string, objects: ReadonlyMap<string, ObjectView>, options: SceneOptions): boolean {
  const object = objects.get(key);
  return object !== undefined && isHidden(object, options);
}
