/**
 * Remembers the state of host objects and puts it back in place: the objects stay the same ones, so whoever holds one (a closure, code that the engine has
 * optimised) goes on holding it.
 *
 * What is followed: own fields of objects, items of arrays, entries of maps and sets, contents of typed arrays. What functions close over cannot be seen.
 */
import { LabBug } from './errors.ts';

type Numbers = Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array;
type Fields = Record<string, unknown>;

/** Name of the method of an object that remembers itself in a better way than field by field: it returns what puts the state back. */
export const REMEMBER: unique symbol = Symbol('remember');

/** Says of a field's value that it is not followed; the field itself is remembered. */
export type Leaf = (value: object) => boolean;

/** The state of everything that can be reached from some objects, as it was when this was made. */
export class ObjectState {
  private readonly objects: {
    readonly object: Fields;
    readonly keys: readonly string[];
    readonly values: unknown[];
    readonly all: ReadonlySet<string>;
  }[] = [];
  private readonly lists: { readonly list: unknown[]; readonly items: readonly unknown[] }[] = [];
  private readonly maps: { readonly map: Map<unknown, unknown>; readonly entries: readonly [unknown, unknown][] }[] = [];
  private readonly sets: { readonly set: Set<unknown>; readonly items: readonly unknown[] }[] = [];
  private readonly others: (() => void)[] = [];

  /** Throws a LabBug for an object whose state cannot be read (a WeakMap, say). */
  constructor(roots: readonly object[], leaf: Leaf) {
    const seen = new Set<object>();
    const waiting: object[] = [];
    const follow = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value) || leaf(value)) return;
      seen.add(value);
      waiting.push(value);
    };
    for (const root of roots) follow(root);
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) this.remember(object, follow);
  }

  restore(): void {
    for (const { object, keys, values, all } of this.objects) {
      // Most fields are as they were, and a field that is never written is one that V8 may take for a constant.
      for (let index = 0; index < keys.length; index++) {
        const key = keys[index]!;
        if (!Object.is(object[key], values[index])) object[key] = values[index];
      }
      const now = Object.keys(object);
      if (now.length > all.size) for (const key of now) if (!all.has(key)) delete object[key];
    }
    for (const { list, items } of this.lists) {
      list.length = items.length;
      for (let index = 0; index < items.length; index++) {
        if (index in items) list[index] = items[index];
        else delete list[index];
      }
    }
    for (const { map, entries } of this.maps) {
      map.clear();
      for (const [key, value] of entries) map.set(key, value);
    }
    for (const { set, items } of this.sets) {
      set.clear();
      for (const item of items) set.add(item);
    }
    for (const restore of this.others) restore();
  }

  private remember(object: object, follow: (value: unknown) => void): void {
    if (REMEMBER in object) this.others.push((object as { [REMEMBER](): () => void })[REMEMBER]());
    else if (Array.isArray(object)) {
      const items = object.slice();
      this.lists.push({ list: object, items });
      items.forEach(follow);
    } else if (object instanceof Map) {
      const entries = [...object] as [unknown, unknown][];
      this.maps.push({ map: object, entries });
      for (const entry of entries) entry.forEach(follow);
    } else if (object instanceof Set) {
      const items = [...object] as unknown[];
      this.sets.push({ set: object, items });
      items.forEach(follow);
    } else if (isNumbers(object)) this.others.push(rememberNumbers(object));
    else if (
      object instanceof WeakMap ||
      object instanceof WeakSet ||
      object instanceof Promise ||
      ArrayBuffer.isView(object)
    ) {
      throw new LabBug(`the state of a ${object.constructor.name} cannot be remembered`);
    } else {
      const fields = object as Fields;
      const all = new Set(Object.keys(fields));
      const keys = [...all].filter((key) => isPlainField(fields, key));
      const values = keys.map((key) => fields[key]);
      if (!Object.isFrozen(fields)) this.objects.push({ object: fields, keys, values, all });
      values.forEach(follow);
    }
  }
}

/** Remembers the contents of a typed array up to the last that is not 0; what it returns puts them back. */
export function rememberNumbers(array: Numbers): () => void {
  let end = array.length;
  while (end > 0 && Object.is(array[end - 1], 0)) end--;
  const contents = array.slice(0, end);
  return () => {
    array.set(contents);
    if (end < array.length) array.fill(0, end);
  };
}

function isNumbers(value: object): value is Numbers {
  return (
    value instanceof Int32Array ||
    value instanceof Uint8Array ||
    value instanceof Uint16Array ||
    value instanceof Uint32Array ||
    value instanceof Float64Array
  );
}

/** A field that holds a value: neither computed nor constant. */
function isPlainField(object: Fields, key: string): boolean {
  const field = Object.getOwnPropertyDescriptor(object, key);
  return field !== undefined && 'value' in field && field.writable === true;
}
