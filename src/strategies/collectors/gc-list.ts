/**
 * Doubly linked circular lists of objects, threaded through the 16-byte GC headers in the buffer.
 *
 * ```
 *  word a-4  next      word a-3  spare
 *  word a-2  previous  word a-1  scratch: the copy of the count that a collection works on
 * ```
 * A list is named by its head: the address that an object would have behind a header of its own in the static region. All links are
 * addresses of objects, not of headers. Links of an object in no list are 0.
 */
import { GC_NEXT, GC_PREV } from '../../heap/layout.ts';
import { type Address, type Memory, WORDS } from '../../heap/memory.ts';

// Constants of this module: the engine folds their addresses into the code (heap/memory.ts).
const W = WORDS;

/** Distance from an object down to the word for a collection's copy of its count. */
export const GC_REFS = 1;

export class GcLists {
  /** A new empty list; returns its head. */
  static newHead(memory: Memory): Address {
    const head = memory.allocateStatic(16) + 4;
    memory.words[head - GC_NEXT] = head;
    memory.words[head - GC_PREV] = head;
    return head;
  }

  isEmpty(head: Address): boolean {
    return W[head - GC_NEXT] === head;
  }

  append(head: Address, object: Address): void {
    const last = W[head - GC_PREV];
    W[last - GC_NEXT] = object;
    W[object - GC_PREV] = last;
    W[object - GC_NEXT] = head;
    W[head - GC_PREV] = object;
  }

  /** Takes an object out of whatever list it is in and clears its links. */
  remove(object: Address): void {
    const next = W[object - GC_NEXT];
    const previous = W[object - GC_PREV];
    W[previous - GC_NEXT] = next;
    W[next - GC_PREV] = previous;
    W[object - GC_NEXT] = 0;
    W[object - GC_PREV] = 0;
  }

  move(object: Address, head: Address): void {
    const next = W[object - GC_NEXT];
    const previous = W[object - GC_PREV];
    W[previous - GC_NEXT] = next;
    W[next - GC_PREV] = previous;
    this.append(head, object);
  }

  /** Appends all of `from` to `to`; `from` is empty then. */
  merge(from: Address, to: Address): void {
    const first = W[from - GC_NEXT];
    if (first === from) return;
    const last = W[from - GC_PREV];
    const tail = W[to - GC_PREV];
    W[tail - GC_NEXT] = first;
    W[first - GC_PREV] = tail;
    W[last - GC_NEXT] = to;
    W[to - GC_PREV] = last;
    W[from - GC_NEXT] = from;
    W[from - GC_PREV] = from;
  }

  size(head: Address): number {
    let members = 0;
    for (let object = W[head - GC_NEXT]; object !== head; object = W[object - GC_NEXT]) members++;
    return members;
  }

  /** Members in order. */
  members(head: Address): Address[] {
    const members: Address[] = [];
    for (let object = W[head - GC_NEXT]; object !== head; object = W[object - GC_NEXT]) members.push(object);
    return members;
  }
}
