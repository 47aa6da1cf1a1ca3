/**
 * Regular expressions as programs of a backtracking machine (matcher.ts): one array of int32, an opcode and its operands after another.
 *
 * ```
 *  CHAR c                     the character c                     ANY / ANY_LINE         any character / any but newline
 *  SET s                      a member of sets[s]                 PLACE p ascii          a position
 *  SPLIT other                go on; on failure at `other`        JUMP target
 *  SAVE r                     registers[r] = position             MATCH                  the end
 *  RUN kind arg min max next  greedy run of one-character items; `next` a character that must follow, or -1
 *  RUN_LAZY kind arg min max  the same, as short as possible      RUN_ALL kind arg min max   and never giving back
 *  INIT r                     loop registers r (count) and r + 1 (start of the round) are set
 *  LOOP r min max body lazy   start of a round or end of the loop; what follows is the way out
 *  LOOK negative back end     look-around: the program up to `end` must (not) match `back` characters before
 *  ATOMIC end                 the program up to `end` matches once and for all
 *  REFERENCE g ignore         what group g matched               CONDITION g no         jumps to `no` unless group g has matched
 *  FAIL
 * ```
 */
import type { CharSet } from './char-set.ts';
import { MANY, type Node, type Place, widthOf } from './syntax-tree.ts';

export const OP = {
  MATCH: 0,
  CHAR: 1,
  ANY: 2,
  ANY_LINE: 3,
  SET: 4,
  PLACE: 5,
  SPLIT: 6,
  JUMP: 7,
  SAVE: 8,
  RUN: 9,
  RUN_LAZY: 10,
  RUN_ALL: 11,
  INIT: 12,
  LOOP: 13,
  LOOK: 14,
  ATOMIC: 15,
  REFERENCE: 16,
  CONDITION: 17,
  FAIL: 18,
  GROUP_END: 19,
} as const;

export const PLACES: readonly Place[] = [
  'start',
  'end',
  'string-start',
  'string-end',
  'line-start',
  'line-end',
  'boundary',
  'not-boundary',
];

/** Bounds beyond this are none: positions fit int32. */
const UNBOUNDED = 0x7fffffff;

export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  readonly groups: number;
  /** Registers: two for each group (start, end), then those of loops. */
  readonly registers: number;
  /** Every match starts with this character; -1: unknown. */
  readonly firstChar: number;
  /** Every match starts with a member; null: unknown. */
  readonly firstSet: CharSet | null;
  readonly minWidth: number;
  /** A match can only begin at the start of the text. */
  readonly anchored: boolean;
}

class Emitter {
  readonly code: number[] = [];
  readonly sets: CharSet[] = [];
  registers: number;

  constructor(groups: number) {
    this.registers = 2 * (groups + 1);
  }

  private setIndex(set: CharSet): number {
    const known = this.sets.indexOf(set);
    return known >= 0 ? known : this.sets.push(set) - 1;
  }

  /** Kind and operand of a node that matches exactly one character, or null. */
  private single(node: Node): readonly [kind: number, operand: number] | null {
    if (node.kind === 'char') return [OP.CHAR, node.point];
    if (node.kind === 'set') return [OP.SET, this.setIndex(node.set)];
    if (node.kind === 'any') return [node.newline ? OP.ANY : OP.ANY_LINE, 0];
    if (node.kind === 'sequence' && node.items.length === 1) return this.single(node.items[0]!);
    return null;
  }

  /** `next` is the character that must follow the node, -1 when that is not known. */
  emit(node: Node, next: number): void {
    const { code } = this;
    switch (node.kind) {
      case 'char':
        code.push(OP.CHAR, node.point);
        return;
      case 'set':
        code.push(OP.SET, this.setIndex(node.set));
        return;
      case 'any':
        code.push(node.newline ? OP.ANY : OP.ANY_LINE);
        return;
      case 'place':
        code.push(OP.PLACE, PLACES.indexOf(node.place), node.ascii ? 1 : 0);
        return;
      case 'sequence':
        node.items.forEach((item, index) => {
          const after = node.items[index + 1];
          this.emit(item, after === undefined ? next : firstCharOf(after));
        });
        return;
      case 'branch':
        this.branch(node.items, next);
        return;
      case 'group':
        code.push(OP.SAVE, 2 * node.group);
        this.emit(node.body, next);
        code.push(OP.GROUP_END, 2 * node.group + 1);
        return;
      case 'repeat':
        this.repeat(node, next);
        return;
      case 'atomic':
        this.nested(OP.ATOMIC, [], node.body);
        return;
      case 'look':
        this.nested(OP.LOOK, [node.negative ? 1 : 0, node.behind ? widthOf(node.body, [])[0] : 0], node.body);
        return;
      case 'reference':
        code.push(OP.REFERENCE, node.group, node.ignoreCase ? 1 : 0);
        return;
      case 'condition': {
        code.push(OP.CONDITION, node.group, 0);
        const no = code.length - 1;
        this.emit(node.yes, -1);
        if (node.no === null) code[no] = code.length;
        else {
          code.push(OP.JUMP, 0);
          const out = code.length - 1;
          code[no] = code.length;
          this.emit(node.no, -1);
          code[out] = code.length;
        }
        return;
      }
      case 'fail':
        code.push(OP.FAIL);
    }
  }

  private nested(op: number, operands: readonly number[], body: Node): void {
    this.code.push(op, ...operands, 0);
    const end = this.code.length - 1;
    this.emit(body, -1);
    this.code.push(OP.MATCH);
    this.code[end] = this.code.length;
  }

  private branch(items: readonly Node[], next: number): void {
    const { code } = this;
    const exits: number[] = [];
    items.forEach((item, index) => {
      if (index === items.length - 1) {
        this.emit(item, next);
        return;
      }
      code.push(OP.SPLIT, 0);
      const other = code.length - 1;
      this.emit(item, next);
      code.push(OP.JUMP, 0);
      exits.push(code.length - 1);
      code[other] = code.length;
    });
    for (const exit of exits) code[exit] = code.length;
  }

  private repeat(node: Extract<Node, { kind: 'repeat' }>, next: number): void {
    const { code } = this;
    const max = node.max === MANY ? UNBOUNDED : Math.min(node.max, UNBOUNDED);
    const min = Math.min(node.min, UNBOUNDED);
    const single = this.single(node.body);
    if (single !== null) {
      if (node.mode === 'greedy') code.push(OP.RUN, ...single, min, max, next);
      else code.push(node.mode === 'lazy' ? OP.RUN_LAZY : OP.RUN_ALL, ...single, min, max);
      return;
    }
    if (node.mode === 'possessive') {
      this.nested(OP.ATOMIC, [], { ...node, mode: 'greedy' });
      return;
    }
    if (min === 0 && max === 1) {
      // An optional item needs no counter.
      if (node.mode === 'greedy') {
        code.push(OP.SPLIT, 0);
        const other = code.length - 1;
        this.emit(node.body, next);
        code[other] = code.length;
      } else {
        code.push(OP.SPLIT, code.length + 4, OP.JUMP, 0);
        const out = code.length - 1;
        this.emit(node.body, next);
        code[out] = code.length;
      }
      return;
    }
    const register = this.registers;
    this.registers += 2;
    code.push(OP.INIT, register);
    const loop = code.length;
    code.push(OP.LOOP, register, min, max, 0, node.mode === 'lazy' ? 1 : 0);
    const body = loop + 4;
    code.push(OP.JUMP, 0);
    const out = code.length - 1;
    code[body] = code.length;
    this.emit(node.body, -1);
    code.push(OP.JUMP, loop);
    code[out] = code.length;
  }
}

/** The character that every match of the node starts with, or -1. */
function firstCharOf(node: Node): number {
  switch (node.kind) {
    case 'char':
      return node.point;
    case 'sequence': {
      for (const item of node.items) {
        if (item.kind === 'place' || item.kind === 'look') continue;
        return firstCharOf(item);
      }
      return -1;
    }
    case 'group':
    case 'atomic':
      return firstCharOf(node.body);
    case 'repeat':
      return node.min > 0 ? firstCharOf(node.body) : -1;
    default:
      return -1;
  }
}

function firstSetOf(node: Node): CharSet | null {
  switch (node.kind) {
    case 'set':
      return node.set;
    case 'sequence':
      return node.items.length > 0 ? firstSetOf(node.items[0]!) : null;
    case 'group':
    case 'atomic':
      return firstSetOf(node.body);
    case 'repeat':
      return node.min > 0 ? firstSetOf(node.body) : null;
    default:
      return null;
  }
}

function isAnchored(node: Node): boolean {
  if (node.kind === 'place') return node.place === 'start' || node.place === 'string-start';
  if (node.kind === 'sequence') return node.items.length > 0 && isAnchored(node.items[0]!);
  if (node.kind === 'group' || node.kind === 'atomic') return isAnchored(node.body);
  return node.kind === 'branch' && node.items.every(isAnchored);
}

/** Compiles a tree with `groups` groups. */
export function compileTree(tree: Node, groups: number): Program {
  const emitter = new Emitter(groups);
  emitter.emit(tree, -1);
  emitter.code.push(OP.MATCH);
  return {
    code: Int32Array.from(emitter.code),
    sets: emitter.sets,
    groups,
    registers: emitter.registers,
    firstChar: firstCharOf(tree),
    firstSet: firstSetOf(tree),
    minWidth: Math.min(widthOf(tree, [])[0], UNBOUNDED),
    anchored: isAnchored(tree),
  };
}
