/**
 * The backtracking machine. Its stack has entries of three int32:
 *
 * ```
 *  choice      pc, position, 0              go on at pc from there
 *  run         pc, least end, end           a greedy run gives one character back (program counter with bit 30)
 *  longer      pc, end, most end            a lazy run takes one more (bit 29)
 *  restore     -1 - register, old value, 0  on the way back a register gets its old value
 * ```
 * Characters are read from typed arrays through a base index, so the text lies where it lies in the machine's memory. No Python runs while it works.
 */
import { lowerOf, caseVariants, isWord } from './char-set.ts';
import type { Program } from './program.ts';

export type CharSource = Uint8Array | Uint16Array | Int32Array;

const RUN_FLAG = 1 << 30;
const LAZY_FLAG = 1 << 29;
const BODY_FLAG = 1 << 28;
const PC_MASK = (1 << 28) - 1;

/** Where the machine counts its work; the limit ends a pattern that backtracks for ever. */
export interface StepCounter {
  take(steps: number): void;
}

const STEPS_A_CHECK = 65536;

export class Matcher {
  private stack = new Int32Array(3 * 1024);
  private top = 0;
  /** Starts and ends of groups and loop registers; -1: unset. Register 0 and 1 are the whole match. */
  registers = new Int32Array(64);
  /** The group closed last, 0 for none. */
  lastIndex = 0;
  private text: CharSource = new Uint8Array(0);
  private base = 0;
  private low = 0;
  private high = 0;
  private program!: Program;
  private readonly counter: StepCounter;
  private work = 0;
  /** A match must not be empty at this position (-1: it may be anywhere). */
  private forbidden = -1;
  private mustEnd = false;

  constructor(counter: StepCounter) {
    this.counter = counter;
  }

  /** Sets the text: characters `base + low` to `base + high` of `source`. */
  attach(program: Program, source: CharSource, base: number, high: number): void {
    this.program = program;
    this.text = source;
    this.base = base;
    this.low = 0;
    this.high = high;
    if (this.registers.length < program.registers) this.registers = new Int32Array(program.registers * 2);
  }

  /** Matches at `position`; `full`: to the end of the text. The result is in `registers`. */
  matchAt(position: number, full: boolean, forbidden = -1): boolean {
    this.reset();
    this.mustEnd = full;
    this.forbidden = forbidden;
    this.registers[0] = position;
    const end = this.run(0, position, 0);
    if (end < 0) return false;
    this.registers[1] = end;
    return true;
  }

  /** Searches from `position` on; an empty match at `forbidden` does not count. */
  search(position: number, forbidden: number): boolean {
    const { program, text, base, high } = this;
    const last = high - program.minWidth;
    const { firstChar, firstSet } = program;
    for (let start = position; start <= last; start++) {
      if (firstChar >= 0) {
        while (start <= last && text[base + start] !== firstChar) start++;
        if (start > last) return false;
      } else if (firstSet !== null) {
        while (start <= last && !firstSet.has(text[base + start]!)) start++;
        if (start > last) return false;
      }
      if (this.matchAt(start, false, start === forbidden ? forbidden : -1)) return true;
      if (program.anchored) return false;
    }
    return false;
  }

  private reset(): void {
    this.registers.fill(-1, 0, this.program.registers);
    this.lastIndex = 0;
    this.top = 0;
  }

  private push(a: number, b: number, c: number): void {
    if (this.top + 3 > this.stack.length) {
      const grown = new Int32Array(this.stack.length * 2);
      grown.set(this.stack);
      this.stack = grown;
    }
    const { stack } = this;
    stack[this.top++] = a;
    stack[this.top++] = b;
    stack[this.top++] = c;
  }

  private setRegister(register: number, value: number): void {
    this.push(-1 - register, this.registers[register]!, this.lastIndex);
    this.registers[register] = value;
  }

  /** Drops the choices above `mark` but keeps what restores registers. */
  private commit(mark: number): void {
    const { stack } = this;
    let kept = mark;
    for (let at = mark; at < this.top; at += 3) {
      if (stack[at]! >= 0) continue;
      stack[kept] = stack[at]!;
      stack[kept + 1] = stack[at + 1]!;
      stack[kept + 2] = stack[at + 2]!;
      kept += 3;
    }
    this.top = kept;
  }

  /** Undoes everything above `mark`. */
  private undo(mark: number): void {
    const { stack } = this;
    while (this.top > mark) {
      this.top -= 3;
      const entry = stack[this.top]!;
      if (entry < 0) {
        this.registers[-1 - entry] = stack[this.top + 1]!;
        this.lastIndex = stack[this.top + 2]!;
      }
    }
  }

  private testOne(kind: number, operand: number, position: number): boolean {
    const point = this.text[this.base + position]!;
    switch (kind) {
      case 1:
        return point === operand;
      case 4:
        return this.program.sets[operand]!.has(point);
      case 3:
        return point !== 10;
      default:
        return true;
    }
  }

  /** End of the longest run of at most `most` characters from `position`. */
  private runEnd(kind: number, operand: number, position: number, most: number): number {
    const { text, base } = this;
    const limit = most > this.high - position ? this.high : position + most;
    let at = position;
    switch (kind) {
      case 1:
        while (at < limit && text[base + at] === operand) at++;
        return at;
      case 4: {
        const set = this.program.sets[operand]!;
        while (at < limit && set.has(text[base + at]!)) at++;
        return at;
      }
      case 3:
        while (at < limit && text[base + at] !== 10) at++;
        return at;
      default:
        return limit;
    }
  }

  private isBoundary(position: number, ascii: boolean): boolean {
    const { text, base } = this;
    const before = position > this.low && isWord(text[base + position - 1]!, ascii);
    const after = position < this.high && isWord(text[base + position]!, ascii);
    return before !== after;
  }

  private isPlace(place: number, position: number, ascii: boolean): boolean {
    const { text, base } = this;
    switch (place) {
      case 0:
      case 2:
        return position === this.low;
      case 1:
        return position === this.high || (position === this.high - 1 && text[base + position] === 10);
      case 3:
        return position === this.high;
      case 4:
        return position === this.low || text[base + position - 1] === 10;
      case 5:
        return position === this.high || text[base + position] === 10;
      case 6:
        return this.isBoundary(position, ascii);
      default:
        // In an empty text neither \b nor, until Python 3.14, \B matches.
        return this.high > this.low && !this.isBoundary(position, ascii);
    }
  }

  /** End of the text of a group repeated at `position`, or -1. */
  private referenceEnd(group: number, ignoreCase: boolean, position: number): number {
    const start = this.registers[2 * group]!;
    const end = this.registers[2 * group + 1]!;
    if (start < 0 || end < start || position + end - start > this.high) return -1;
    const { text, base } = this;
    for (let offset = 0; offset < end - start; offset++) {
      const a = text[base + start + offset]!;
      const b = text[base + position + offset]!;
      if (a === b) continue;
      if (!ignoreCase || (lowerOf(a) !== lowerOf(b) && !caseVariants(a, false).includes(b))) return -1;
    }
    return position + end - start;
  }

  /** Runs the program from `pc`; returns the end of the match or -1. `depth` counts nested look-arounds and atomic groups. */
  private run(startPc: number, startPosition: number, depth: number): number {
    const { code } = this.program;
    const { text, base } = this;
    const { high } = this;
    const mark = this.top;
    let pc = startPc;
    let position = startPosition;
    for (;;) {
      let ok = true;
      if (++this.work >= STEPS_A_CHECK) {
        this.counter.take(this.work);
        this.work = 0;
      }
      switch (code[pc]) {
        case 0: // MATCH
          if (depth === 0 && ((this.mustEnd && position !== high) || (position === this.forbidden && position === startPosition))) ok = false;
          else return position;
          break;
        case 1: // CHAR
          if (position < high && text[base + position] === code[pc + 1]) {
            position++;
            pc += 2;
          } else ok = false;
          break;
        case 2: // ANY
          if (position < high) {
            position++;
            pc++;
          } else ok = false;
          break;
        case 3: // ANY_LINE
          if (position < high && text[base + position] !== 10) {
            position++;
            pc++;
          } else ok = false;
          break;
        case 4: // SET
          if (position < high && this.program.sets[code[pc + 1]!]!.has(text[base + position]!)) {
            position++;
            pc += 2;
          } else ok = false;
          break;
        case 5: // PLACE
          if (this.isPlace(code[pc + 1]!, position, code[pc + 2] !== 0)) pc += 3;
          else ok = false;
          break;
        case 6: // SPLIT
          this.push(code[pc + 1]!, position, 0);
          pc += 2;
          break;
        case 7: // JUMP
          pc = code[pc + 1]!;
          break;
        case 8: // SAVE
          this.setRegister(code[pc + 1]!, position);
          pc += 2;
          break;
        case 19: {
          // GROUP_END
          const register = code[pc + 1]!;
          this.setRegister(register, position);
          this.lastIndex = register >> 1;
          pc += 2;
          break;
        }
        case 9: {
          // RUN
          const least = position + code[pc + 3]!;
          const next = code[pc + 5]!;
          let end = this.runEnd(code[pc + 1]!, code[pc + 2]!, position, code[pc + 4]!);
          if (next >= 0) while (end >= least && (end >= high || text[base + end] !== next)) end--;
          if (end < least) {
            ok = false;
            break;
          }
          if (end > least) this.push(pc | RUN_FLAG, least, end);
          position = end;
          pc += 6;
          break;
        }
        case 10: {
          // RUN_LAZY
          const least = code[pc + 3]!;
          const end = least === 0 ? position : this.runEnd(code[pc + 1]!, code[pc + 2]!, position, least);
          if (end < position + least) {
            ok = false;
            break;
          }
          const most = code[pc + 4]! > high - position ? high : position + code[pc + 4]!;
          if (end < most) this.push(pc | LAZY_FLAG, end, most);
          position = end;
          pc += 5;
          break;
        }
        case 11: {
          // RUN_ALL
          const end = this.runEnd(code[pc + 1]!, code[pc + 2]!, position, code[pc + 4]!);
          if (end < position + code[pc + 3]!) ok = false;
          else {
            position = end;
            pc += 5;
          }
          break;
        }
        case 12: // INIT
          this.setRegister(code[pc + 1]!, 0);
          this.setRegister(code[pc + 1]! + 1, -1);
          pc += 2;
          break;
        case 13: {
          // LOOP
          const register = code[pc + 1]!;
          const count = this.registers[register]!;
          if (count < code[pc + 2]!) {
            this.setRegister(register, count + 1);
            this.setRegister(register + 1, position);
            pc = code[pc + 4]!;
          } else if (code[pc + 5] !== 0) {
            // Lazy: the way out first.
            if (count < code[pc + 3]! && position !== this.registers[register + 1]) this.push(pc | BODY_FLAG, position, count);
            pc += 6;
          } else if (count < code[pc + 3]! && position !== this.registers[register + 1]) {
            this.push(pc + 6, position, 0);
            this.setRegister(register, count + 1);
            this.setRegister(register + 1, position);
            pc = code[pc + 4]!;
          } else pc += 6;
          break;
        }
        case 14: {
          // LOOK
          const negative = code[pc + 1] !== 0;
          const from = position - code[pc + 2]!;
          const inner = this.top;
          const end = from < this.low ? -1 : this.run(pc + 4, from, depth + 1);
          if (negative) {
            this.undo(inner);
            if (end >= 0) ok = false;
          } else if (end < 0) ok = false;
          else this.commit(inner);
          if (ok) pc = code[pc + 3]!;
          break;
        }
        case 15: {
          // ATOMIC
          const inner = this.top;
          const end = this.run(pc + 2, position, depth + 1);
          if (end < 0) ok = false;
          else {
            this.commit(inner);
            position = end;
            pc = code[pc + 1]!;
          }
          break;
        }
        case 16: {
          // REFERENCE
          const end = this.referenceEnd(code[pc + 1]!, code[pc + 2] !== 0, position);
          if (end < 0) ok = false;
          else {
            position = end;
            pc += 3;
          }
          break;
        }
        case 17: {
          // CONDITION
          const group = code[pc + 1]!;
          const matched = this.registers[2 * group]! >= 0 && this.registers[2 * group + 1]! >= 0;
          pc = matched ? pc + 3 : code[pc + 2]!;
          break;
        }
        default:
          ok = false;
      }
      if (ok) continue;
      // Back to the last choice.
      for (;;) {
        if (this.top <= mark) return -1;
        this.top -= 3;
        const { stack } = this;
        const entry = stack[this.top]!;
        if (entry < 0) {
          this.registers[-1 - entry] = stack[this.top + 1]!;
          this.lastIndex = stack[this.top + 2]!;
          continue;
        }
        if (entry < BODY_FLAG) {
          pc = entry;
          position = stack[this.top + 1]!;
          break;
        }
        const at = entry & PC_MASK;
        if ((entry & RUN_FLAG) !== 0) {
          const least = stack[this.top + 1]!;
          let end = stack[this.top + 2]! - 1;
          const next = code[at + 5]!;
          if (next >= 0) while (end >= least && text[base + end] !== next) end--;
          if (end < least) continue;
          if (end > least) {
            stack[this.top + 2] = end;
            this.top += 3;
          }
          position = end;
          pc = at + 6;
          break;
        }
        if ((entry & LAZY_FLAG) !== 0) {
          const end = stack[this.top + 1]!;
          if (!this.testOne(code[at + 1]!, code[at + 2]!, end)) continue;
          if (end + 1 < stack[this.top + 2]!) {
            stack[this.top + 1] = end + 1;
            this.top += 3;
          }
          position = end + 1;
          pc = at + 5;
          break;
        }
        // One more round of a lazy loop.
        position = stack[this.top + 1]!;
        const count = stack[this.top + 2]!;
        const register = code[at + 1]!;
        this.setRegister(register, count + 1);
        this.setRegister(register + 1, position);
        pc = code[at + 4]!;
        break;
      }
    }
  }
}

