/**
 * Compiles a parsed pattern into instructions of the matcher (match.ts). An instruction is an opcode and its operands in consecutive words:
 *
 * ```
 *  FAIL                              SUCCESS
 *  CHAR point                        NOT_CHAR point            ANY (no newline)      ANY_ALL          SET index
 *  AT place                          SAVE mark                 mark 2g-2 begins group g, 2g-1 ends it
 *  SPLIT other                       goes on; tries `other` when that fails           JUMP to
 *  REPEAT_* min max op arg           a repetition of a one-character test; max -1 has no bound
 *  LOOP_INIT register                LOOP_GREEDY / LOOP_LAZY register min max body   two registers: count, place of the last round
 *  ATOMIC register                   ATOMIC_END register       cuts the choices made since
 *  LOOK register back                LOOK_END register         `back` characters before; fails when there are not so many
 *  NOT_LOOK register back onward     NOT_LOOK_END register     goes on at `onward` when the body fails
 *  BACKREF group                     BACKREF_FOLD group rule   COND group otherwise
 * ```
 */

import { caseVariants, lowerAscii, lowerUnicode } from './case-folding.ts';
import { type CaseRule, CharSet } from './char-set.ts';
import {
  FLAG_ASCII,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  MAX_REPEAT,
  type Node,
  type ParsedPattern,
  PatternProblem,
  type Place,
  TYPE_FLAGS,
  widthOf,
} from './syntax.ts';

export const OP = {
  FAIL: 0,
  SUCCESS: 1,
  CHAR: 2,
  NOT_CHAR: 3,
  ANY: 4,
  ANY_ALL: 5,
  SET: 6,
  AT: 7,
  SAVE: 8,
  SPLIT: 9,
  JUMP: 10,
  REPEAT_GREEDY: 11,
  REPEAT_LAZY: 12,
  REPEAT_POSSESSIVE: 13,
  LOOP_INIT: 14,
  LOOP_GREEDY: 15,
  LOOP_LAZY: 16,
  ATOMIC: 17,
  ATOMIC_END: 18,
  LOOK: 19,
  LOOK_END: 20,
  NOT_LOOK: 21,
  NOT_LOOK_END: 22,
  BACKREF: 23,
  BACKREF_FOLD: 24,
  COND: 25,
} as const;

export const PLACE = {
  start: 0,
  'line-start': 1,
  end: 2,
  'line-end': 3,
  boundary: 4,
  'non-boundary': 5,
  'boundary-ascii': 6,
  'non-boundary-ascii': 7,
  'any-line-start': 8,
  'any-line-end': 9,
} as const;

export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  /** Groups, group 0 included. */
  readonly groups: number;
  readonly flags: number;
  readonly names: ReadonlyMap<string, number>;
  /** Registers the matcher needs: two marks for each group from 1 on, the number of the last group, then those of loops and cuts. */
  readonly registers: number;
  /** Which characters can begin a match; null when it may be empty or nothing is known. */
  readonly first: CharSet | null;
  readonly warnings: readonly string[];
}

export function compilePattern(parsed: ParsedPattern): Program {
  return new Compiler(parsed).compile();
}

class Compiler {
  private readonly parsed: ParsedPattern;
  private readonly code: number[] = [];
  private readonly sets: CharSet[] = [];
  private registers: number;

  constructor(parsed: ParsedPattern) {
    this.parsed = parsed;
    this.registers = 2 * (parsed.groups - 1) + 1;
  }

  compile(): Program {
    const { parsed } = this;
    this.emitNode(parsed.body, parsed.flags);
    this.code.push(OP.SUCCESS);
    return {
      code: Int32Array.from(this.code),
      sets: this.sets,
      groups: parsed.groups,
      flags: parsed.flags,
      names: parsed.names,
      registers: this.registers,
      first: widthOf(parsed.body, parsed.widths)[0] > 0 ? this.firstOf(parsed.body, parsed.flags) : null,
      warnings: parsed.warnings,
    };
  }

  private rule(flags: number): CaseRule {
    if ((flags & FLAG_IGNORECASE) === 0) return 'exact';
    return (flags & FLAG_UNICODE) !== 0 && (flags & FLAG_ASCII) === 0 ? 'unicode' : 'ascii';
  }

  private isAscii(flags: number): boolean {
    return (flags & FLAG_UNICODE) === 0 || (flags & FLAG_ASCII) !== 0;
  }

  /** Operator and operand of the test for one character, or null when the node is something else. */
  private single(node: Node, flags: number): [op: number, operand: number] | null {
    switch (node.kind) {
      case 'any':
        return [(flags & FLAG_DOTALL) !== 0 ? OP.ANY_ALL : OP.ANY, 0];
      case 'literal': {
        const rule = this.rule(flags);
        const cased =
          rule === 'unicode'
            ? caseVariants(lowerUnicode(node.point)).length > 1
            : rule === 'ascii' && /[a-z]/.test(String.fromCharCode(lowerAscii(node.point)));
        if (!cased) return [node.negate ? OP.NOT_CHAR : OP.CHAR, node.point];
        return this.setOf([{ low: node.point, high: node.point }], node.negate, flags);
      }
      case 'set':
        return this.setOf(node.items, node.negate, flags);
      case 'group':
        return node.index === null ? this.single(node.body, combine(flags, node.add, node.del)) : null;
      default:
        return null;
    }
  }

  private setOf(items: ConstructorParameters<typeof CharSet>[0], negate: boolean, flags: number): [number, number] {
    this.sets.push(new CharSet(items, negate, this.isAscii(flags), this.rule(flags)));
    return [OP.SET, this.sets.length - 1];
  }

  /** Characters that can begin what the node matches; null when unknown. */
  private firstOf(node: Node, flags: number): CharSet | null {
    switch (node.kind) {
      case 'literal':
        return new CharSet([{ low: node.point, high: node.point }], node.negate, this.isAscii(flags), this.rule(flags));
      case 'set':
        return new CharSet(node.items, node.negate, this.isAscii(flags), this.rule(flags));
      case 'group':
        return this.firstOf(node.body, combine(flags, node.add, node.del));
      case 'atomic':
        return this.firstOf(node.body, flags);
      case 'repeat':
        return node.min > 0 ? this.firstOf(node.body, flags) : null;
      case 'sequence':
        for (const item of node.items) {
          if (item.kind === 'at' || (item.kind === 'look' && item.negative)) continue;
          return widthOf(item, this.parsed.widths)[0] > 0 ? this.firstOf(item, flags) : null;
        }
        return null;
      default:
        return null;
    }
  }

  private emitNode(node: Node, flags: number): void {
    const { code } = this;
    const single = this.single(node, flags);
    if (single !== null) {
      if (single[0] === OP.ANY || single[0] === OP.ANY_ALL) code.push(single[0]);
      else code.push(...single);
      return;
    }
    switch (node.kind) {
      case 'at':
        code.push(OP.AT, this.place(node.place, flags));
        return;
      case 'group':
        if (node.index !== null) code.push(OP.SAVE, 2 * node.index - 2);
        this.emitNode(node.body, combine(flags, node.add, node.del));
        if (node.index !== null) code.push(OP.SAVE, 2 * node.index - 1);
        return;
      case 'sequence':
        for (const item of node.items) this.emitNode(item, flags);
        return;
      case 'alternatives': {
        const ends: number[] = [];
        node.branches.forEach((branch, index) => {
          const last = index === node.branches.length - 1;
          const split = code.length + 1;
          if (!last) code.push(OP.SPLIT, 0);
          this.emitNode(branch, flags);
          if (last) return;
          code.push(OP.JUMP, 0);
          ends.push(code.length - 1);
          code[split] = code.length;
        });
        for (const end of ends) code[end] = code.length;
        return;
      }
      case 'repeat':
        this.emitRepeat(node, flags);
        return;
      case 'atomic':
        this.emitAtomic(() => this.emitNode(node.body, flags));
        return;
      case 'look':
        this.emitLook(node, flags);
        return;
      case 'fail':
        code.push(OP.FAIL);
        return;
      case 'backreference': {
        const rule = this.rule(flags);
        if (rule === 'exact') code.push(OP.BACKREF, node.group);
        else code.push(OP.BACKREF_FOLD, node.group, rule === 'unicode' ? 1 : 0);
        return;
      }
      case 'conditional': {
        code.push(OP.COND, node.group, 0);
        const otherwise = code.length - 1;
        this.emitNode(node.yes, flags);
        if (node.no !== null) {
          code.push(OP.JUMP, 0);
          const end = code.length - 1;
          code[otherwise] = code.length;
          this.emitNode(node.no, flags);
          code[end] = code.length;
        } else code[otherwise] = code.length;
        return;
      }
    }
  }

  private place(place: Place, flags: number): number {
    const ascii = this.isAscii(flags);
    switch (place) {
      case 'line-start':
        return (flags & FLAG_MULTILINE) !== 0 ? PLACE['any-line-start'] : PLACE.start;
      case 'line-end':
        return (flags & FLAG_MULTILINE) !== 0 ? PLACE['any-line-end'] : PLACE['line-end'];
      case 'boundary':
        return ascii ? PLACE['boundary-ascii'] : PLACE.boundary;
      case 'non-boundary':
        return ascii ? PLACE['non-boundary-ascii'] : PLACE['non-boundary'];
      case 'string-end':
      case 'end':
        return PLACE.end;
      case 'start':
        return PLACE.start;
    }
  }

  private emitAtomic(body: () => void): void {
    const register = this.registers++;
    this.code.push(OP.ATOMIC, register);
    body();
    this.code.push(OP.ATOMIC_END, register);
  }

  private emitRepeat(node: Extract<Node, { kind: 'repeat' }>, flags: number): void {
    const { code } = this;
    const max = node.max === MAX_REPEAT ? -1 : Math.min(node.max, 0x7fffffff);
    const min = Math.min(node.min, 0x7fffffff);
    const single = this.single(node.body, flags);
    if (single !== null) {
      const op = { greedy: OP.REPEAT_GREEDY, lazy: OP.REPEAT_LAZY, possessive: OP.REPEAT_POSSESSIVE }[node.mode];
      code.push(op, min, max, ...single);
      return;
    }
    if (node.mode === 'possessive') {
      this.emitAtomic(() => this.emitRepeat({ ...node, mode: 'greedy' }, flags));
      return;
    }
    if (min === 0 && max === 1 && node.mode === 'greedy') {
      const split = code.length + 1;
      code.push(OP.SPLIT, 0);
      this.emitNode(node.body, flags);
      code[split] = code.length;
      return;
    }
    const register = this.registers;
    this.registers += 2;
    code.push(OP.LOOP_INIT, register, OP.JUMP, 0);
    const enter = code.length - 1;
    const body = code.length;
    this.emitNode(node.body, flags);
    code[enter] = code.length;
    code.push(node.mode === 'greedy' ? OP.LOOP_GREEDY : OP.LOOP_LAZY, register, min, max, body);
  }

  private emitLook(node: Extract<Node, { kind: 'look' }>, flags: number): void {
    const { code } = this;
    const register = this.registers;
    this.registers += 2;
    let back = 0;
    if (node.behind) {
      const [least, greatest] = widthOf(node.body, this.parsed.widths);
      if (least !== greatest) throw new PatternProblem('look-behind requires fixed-width pattern', null);
      if (least > 0x7fffffff) throw new PatternProblem('looks too much behind', null);
      back = least;
    }
    if (!node.negative) {
      code.push(OP.LOOK, register, back);
      this.emitNode(node.body, flags);
      code.push(OP.LOOK_END, register);
      return;
    }
    code.push(OP.NOT_LOOK, register, back, 0);
    const onward = code.length - 1;
    this.emitNode(node.body, flags);
    code.push(OP.NOT_LOOK_END, register);
    code[onward] = code.length;
  }
}

/** Flags within a group that adds and removes some. */
function combine(flags: number, add: number, del: number): number {
  return ((add & TYPE_FLAGS) !== 0 ? (flags & ~TYPE_FLAGS) | add : flags | add) & ~del;
}
