/**
 * The matcher: runs a program over code points with an explicit stack of choices, so that neither long texts nor deep patterns use the host's stack.
 *
 * A choice is four words: where to go on, the place in the text, the height of the trail, and the least place a greedy run may shrink to (-1: a plain
 * choice, -2: one more round of a lazy loop, below: a lazy run and where it began). The trail holds registers and their old values; going back to a choice undoes it to the choice's height, so that cuts
 * (atomic groups, look-around) throw choices away and still undo what lay under them.
 */
import { lowerAscii, lowerUnicode } from './case-folding.ts';
import { isWord } from './char-set.ts';
import { OP, PLACE, type Program } from './compile.ts';

/** Code points of a text, in place: one of the typed arrays over the heap. */
export type Points = Uint8Array | Uint16Array | Int32Array;

/** Thrown when a match takes more steps than the limit. */
export class TooManySteps extends Error {}

/** Most choices or undo entries of one match; above it is a MemoryError. */
const MOST_ENTRIES = 1 << 25;

const CHOICE = 4;
const PLAIN = -1;
const ROUND = -2;
const LAZY = -3;

const OP_CHAR = 2;
const OP_NOT_CHAR = 3;
const OP_ANY = 4;
const OP_ANY_ALL = 5;

export type Mode = 'match' | 'fullmatch' | 'search';

export class Matcher {
  private choices = new Int32Array(1024);
  private trail = new Int32Array(1024);
  private trailTop = 0;
  private registers = new Int32Array(16);
  /** Start and end of the last match; groups by `mark`. */
  start = 0;
  end = 0;
  private groupCount = 0;

  /** Start (even) and end (odd) of group n at 2n-2 and 2n-1, -1 where it took no part. */
  mark(index: number): number {
    return this.registers[index]!;
  }

  /** Number of the group that ended last, or 0. */
  get lastIndex(): number {
    return this.registers[2 * (this.groupCount - 1)]!;
  }

  /**
   * Looks for a match that begins at `from` (search: there or later) within points[0..limit). A match at `from` itself must not be empty when
   * `mustAdvance`. Throws TooManySteps after `stepLimit` steps.
   */
  run(
    program: Program,
    points: Points,
    from: number,
    limit: number,
    mode: Mode,
    mustAdvance: boolean,
    stepLimit: number,
  ): boolean {
    this.groupCount = program.groups;
    if (this.registers.length < program.registers) this.registers = new Int32Array(program.registers);
    const { first } = program;
    let steps = stepLimit;
    for (let start = from; start <= limit; start++) {
      if (first !== null && mode === 'search') {
        while (start < limit && !first.has(points[start]!)) start++;
        if (start >= limit) return false;
      }
      steps = this.attempt(program, points, start, limit, mode === 'fullmatch', mustAdvance && start === from, steps);
      if (this.end >= 0) {
        this.start = start;
        return true;
      }
      if (mode !== 'search') return false;
    }
    return false;
  }

  private growChoices(): void {
    if (this.choices.length >= MOST_ENTRIES * CHOICE) throw new RangeError('too many choices');
    const grown = new Int32Array(this.choices.length * 2);
    grown.set(this.choices);
    this.choices = grown;
  }

  private set(register: number, value: number): void {
    if (this.trailTop + 2 > this.trail.length) {
      if (this.trail.length >= MOST_ENTRIES * 2) throw new RangeError('too many choices');
      const grown = new Int32Array(this.trail.length * 2);
      grown.set(this.trail);
      this.trail = grown;
    }
    this.trail[this.trailTop++] = register;
    this.trail[this.trailTop++] = this.registers[register]!;
    this.registers[register] = value;
  }

  /** How far a run of one-character tests goes from `at`, at most to `end`. */
  private runOf(program: Program, points: Points, at: number, end: number, op: number, operand: number): number {
    let place = at;
    if (op === OP_CHAR) while (place < end && points[place] === operand) place++;
    else if (op === OP_NOT_CHAR) while (place < end && points[place] !== operand) place++;
    else if (op === OP_ANY) while (place < end && points[place] !== 10) place++;
    else if (op === OP_ANY_ALL) place = Math.max(at, end);
    else {
      const set = program.sets[operand]!;
      const { table } = set;
      while (place < end) {
        const point = points[place]!;
        if (point < 256 ? table[point] === 0 : !set.has(point)) break;
        place++;
      }
    }
    return place;
  }

  /** One attempt at `start`; leaves `end` at the end of the match, or -1. Returns the steps that are left. */
  private attempt(
    program: Program,
    points: Points,
    start: number,
    limit: number,
    full: boolean,
    mustAdvance: boolean,
    stepLimit: number,
  ): number {
    const { code, sets } = program;
    const registers = this.registers;
    registers.fill(-1, 0, program.registers);
    registers[2 * (program.groups - 1)] = 0;
    this.trailTop = 0;
    this.end = -1;
    let choices = this.choices;
    let top = 0;
    let pc = 0;
    let at = start;
    let steps = stepLimit;
    const pushChoice = (where: number, place: number, extra: number): void => {
      if (top + CHOICE > choices.length) {
        this.growChoices();
        choices = this.choices;
      }
      choices[top] = where;
      choices[top + 1] = place;
      choices[top + 2] = this.trailTop;
      choices[top + 3] = extra;
      top += CHOICE;
    };
    for (;;) {
      if (--steps < 0) throw new TooManySteps('regular expression');
      let ok = true;
      switch (code[pc]) {
        case OP.SUCCESS:
          if ((full && at !== limit) || (mustAdvance && at === start)) {
            ok = false;
            break;
          }
          this.end = at;
          return steps;
        case OP.CHAR:
          if (at < limit && points[at] === code[pc + 1]) {
            at++;
            pc += 2;
          } else ok = false;
          break;
        case OP.NOT_CHAR:
          if (at < limit && points[at] !== code[pc + 1]) {
            at++;
            pc += 2;
          } else ok = false;
          break;
        case OP.ANY:
          if (at < limit && points[at] !== 10) {
            at++;
            pc++;
          } else ok = false;
          break;
        case OP.ANY_ALL:
          if (at < limit) {
            at++;
            pc++;
          } else ok = false;
          break;
        case OP.SET:
          if (at < limit && sets[code[pc + 1]!]!.has(points[at]!)) {
            at++;
            pc += 2;
          } else ok = false;
          break;
        case OP.AT:
          ok = isAt(points, at, limit, code[pc + 1]!);
          pc += 2;
          break;
        case OP.SAVE: {
          const mark = code[pc + 1]!;
          this.set(mark, at);
          if ((mark & 1) === 1) this.set(2 * (program.groups - 1), (mark + 1) >> 1);
          pc += 2;
          break;
        }
        case OP.SPLIT:
          pushChoice(code[pc + 1]!, at, PLAIN);
          pc += 2;
          break;
        case OP.JUMP:
          pc = code[pc + 1]!;
          break;
        case OP.REPEAT_GREEDY:
        case OP.REPEAT_POSSESSIVE: {
          const min = code[pc + 1]!;
          const max = code[pc + 2]!;
          const most = max < 0 ? limit : Math.min(limit, at + max);
          const reached = this.runOf(program, points, at, most, code[pc + 3]!, code[pc + 4]!);
          if (reached - at < min) {
            ok = false;
            break;
          }
          if (code[pc] === OP.REPEAT_GREEDY && reached > at + min) pushChoice(pc, reached, at + min);
          at = reached;
          pc += 5;
          break;
        }
        case OP.REPEAT_LAZY: {
          const min = code[pc + 1]!;
          const max = code[pc + 2]!;
          const reached = this.runOf(program, points, at, Math.min(limit, at + min), code[pc + 3]!, code[pc + 4]!);
          if (reached - at < min) {
            ok = false;
            break;
          }
          // The choice remembers where it began, so that its bound holds.
          if (max < 0 || max > min) pushChoice(pc, reached, LAZY - at);
          at = reached;
          pc += 5;
          break;
        }
        case OP.LOOP_INIT: {
          const register = code[pc + 1]!;
          this.set(register, -1);
          this.set(register + 1, -1);
          pc += 2;
          break;
        }
        case OP.LOOP_GREEDY: {
          const register = code[pc + 1]!;
          const count = registers[register]! + 1;
          const max = code[pc + 3]!;
          if (count < code[pc + 2]!) {
            this.set(register, count);
            pc = code[pc + 4]!;
          } else if ((max < 0 || count < max) && at !== registers[register + 1]) {
            pushChoice(pc + 5, at, PLAIN);
            this.set(register, count);
            this.set(register + 1, at);
            pc = code[pc + 4]!;
          } else pc += 5;
          break;
        }
        case OP.LOOP_LAZY: {
          const register = code[pc + 1]!;
          const count = registers[register]! + 1;
          const max = code[pc + 3]!;
          if (count < code[pc + 2]!) {
            this.set(register, count);
            pc = code[pc + 4]!;
            break;
          }
          if ((max < 0 || count < max) && at !== registers[register + 1]) {
            // A further round, when what follows fails, finds count and place at the loop's instruction again.
            pushChoice(pc, at, ROUND);
          }
          pc += 5;
          break;
        }
        case OP.ATOMIC:
          this.set(code[pc + 1]!, top);
          pc += 2;
          break;
        case OP.ATOMIC_END:
          top = registers[code[pc + 1]!]!;
          pc += 2;
          break;
        case OP.LOOK: {
          const register = code[pc + 1]!;
          const back = code[pc + 2]!;
          if (at < back) {
            ok = false;
            break;
          }
          this.set(register, top);
          this.set(register + 1, at);
          at -= back;
          pc += 3;
          break;
        }
        case OP.LOOK_END: {
          const register = code[pc + 1]!;
          top = registers[register]!;
          at = registers[register + 1]!;
          pc += 2;
          break;
        }
        case OP.NOT_LOOK: {
          const back = code[pc + 2]!;
          if (at < back) {
            pc = code[pc + 3]!;
            break;
          }
          this.set(code[pc + 1]!, top);
          pushChoice(code[pc + 3]!, at, PLAIN);
          at -= back;
          pc += 4;
          break;
        }
        case OP.NOT_LOOK_END:
          top = registers[code[pc + 1]!]!;
          ok = false;
          break;
        case OP.BACKREF:
        case OP.BACKREF_FOLD: {
          const group = code[pc + 1]!;
          const from = registers[2 * group - 2]!;
          const to = registers[2 * group - 1]!;
          const length = to - from;
          if (from < 0 || to < from || at + length > limit) {
            ok = false;
            break;
          }
          if (code[pc] === OP.BACKREF) {
            for (let index = 0; index < length && ok; index++) ok = points[from + index] === points[at + index];
            pc += 2;
          } else {
            const lower = code[pc + 2] === 1 ? lowerUnicode : lowerAscii;
            for (let index = 0; index < length && ok; index++) ok = lower(points[from + index]!) === lower(points[at + index]!);
            pc += 3;
          }
          at += length;
          break;
        }
        case OP.COND: {
          const group = code[pc + 1]!;
          const from = registers[2 * group - 2]!;
          const to = registers[2 * group - 1]!;
          pc = from >= 0 && to >= from ? pc + 3 : code[pc + 2]!;
          break;
        }
        default:
          ok = false;
      }
      while (!ok) {
        if (top === 0) return steps;
        const base = top - CHOICE;
        const height = choices[base + 2]!;
        while (this.trailTop > height) {
          this.trailTop -= 2;
          registers[this.trail[this.trailTop]!] = this.trail[this.trailTop + 1]!;
        }
        pc = choices[base]!;
        at = choices[base + 1]!;
        const extra = choices[base + 3]!;
        ok = true;
        if (extra === PLAIN) top = base;
        else if (extra === ROUND) {
          top = base;
          const register = code[pc + 1]!;
          this.set(register, registers[register]! + 1);
          this.set(register + 1, at);
          pc = code[pc + 4]!;
        } else if (extra >= 0) {
          // A greedy run gives one character back; where a literal follows, as many as it takes.
          at--;
          if (code[pc + 5] === OP.CHAR) {
            const wanted = code[pc + 6]!;
            while (at > extra && (at >= limit || points[at] !== wanted)) at--;
          }
          if (at <= extra) top = base;
          else choices[base + 1] = at;
          pc += 5;
        } else {
          const began = LAZY - extra;
          const max = code[pc + 2]!;
          if (
            (max >= 0 && at - began >= max) ||
            this.runOf(program, points, at, Math.min(limit, at + 1), code[pc + 3]!, code[pc + 4]!) === at
          ) {
            top = base;
            ok = false;
            continue;
          }
          at++;
          choices[base + 1] = at;
          pc += 5;
        }
      }
    }
  }
}

function isAt(points: Points, at: number, limit: number, place: number): boolean {
  switch (place) {
    case PLACE.start:
      return at === 0;
    case PLACE['any-line-start']:
      return at === 0 || points[at - 1] === 10;
    case PLACE.end:
      return at === limit;
    case PLACE['line-end']:
      return at === limit || (at === limit - 1 && points[at] === 10);
    case PLACE['any-line-end']:
      return at === limit || points[at] === 10;
    default: {
      const ascii = place === PLACE['boundary-ascii'] || place === PLACE['non-boundary-ascii'];
      const before = at > 0 && isWord(points[at - 1]!, ascii);
      const after = at < limit && isWord(points[at]!, ascii);
      // Where there is no text at all, \b does not match and, as CPython 3.13 has it, \B does not either.
      if (limit === 0) return false;
      return (before !== after) === (place === PLACE.boundary || place === PLACE['boundary-ascii']);
    }
  }
}
