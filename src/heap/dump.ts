/** Readable pictures of memory, for messages about broken invariants. */
import { FLAGS, POISON, REFCOUNT, REP, TYPE } from './layout.ts';
import type { Address, Memory } from './memory.ts';
import type { ObjectModel } from './object-model.ts';

const FLAG_NAMES = ['finalized', 'tracked', 'collectable', 'mark', 'collecting', 'identity', 'dying', 'preheader'] as const;

export function hexWord(address: Address): string {
  return `0x${(address >>> 0).toString(16)}`;
}

/** Names of the bits set in an object's FLAGS word. */
export function flagNames(flags: number): string {
  if (flags === POISON) return 'poison';
  const names = FLAG_NAMES.filter((_, bit) => (flags & (1 << bit)) !== 0);
  return names.length === 0 ? 'none' : names.join('|');
}

/**
 * The words around `address`, four a line, the line of `address` marked; `before` and `after` in words. Lines of nothing but poison say so.
 */
export function dumpAround(memory: Memory, address: Address, before = 16, after = 32): string {
  const { words } = memory;
  const from = Math.max(0, (address & ~3) - before);
  const to = Math.min(words.length, (address & ~3) + after);
  const lines: string[] = [`region: ${regionOf(memory, address)}`];
  for (let line = from; line < to; line += 4) {
    const cells = [...words.subarray(line, Math.min(line + 4, to))];
    const text = cells.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
    const note = cells.every((word) => word === POISON) ? '  poison' : '';
    lines.push(`${line === (address & ~3) ? '>' : ' '} ${hexWord(line).padStart(10)}: ${text}${note}`);
  }
  return lines.join('\n');
}

/** The header of an object in words, what the model says of it, then the bytes. */
export function dumpObject(memory: Memory, model: ObjectModel, object: Address): string {
  const { words } = memory;
  let described: string;
  try {
    described = model.describe(object);
  } catch (error) {
    described = `not describable: ${error instanceof Error ? error.message : String(error)}`;
  }
  return [
    `object ${hexWord(object)}: ${described}`,
    `  count ${words[object + REFCOUNT]}  flags ${flagNames(words[object + FLAGS])}  type ${hexWord(words[object + TYPE])}  rep ${hexWord(words[object + REP])}`,
    dumpAround(memory, object),
  ].join('\n');
}

function regionOf(memory: Memory, address: Address): string {
  if (address < 64) return 'null page';
  if (address < memory.staticEnd) return address < memory.staticTop ? 'static' : 'static, not handed out';
  if (address < memory.stackEnd) return 'root table and stack';
  return address < memory.heapEnd ? 'heap' : 'outside the machine';
}
