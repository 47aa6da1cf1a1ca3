/** Characters of a pattern or a replacement template, a backslash and what follows it taken as one piece. Positions are in code points. */

import { codePointsOf } from '../../text/code-points.ts';
import { isIdentifierText } from '../../text/predicates.ts';
import { stringAscii, stringRepr } from '../../text/str-repr.ts';
import { PatternProblem } from './syntax.ts';

export class PatternSource {
  readonly isText: boolean;
  private readonly chars: readonly string[];
  private index = 0;
  /** The next piece, or null at the end. */
  next: string | null = null;

  constructor(text: string, isText: boolean) {
    this.isText = isText;
    this.chars = [...text];
    this.advance();
  }

  private advance(): void {
    let index = this.index;
    let piece = this.chars[index];
    if (piece === undefined) {
      this.next = null;
      return;
    }
    if (piece === '\\') {
      index++;
      const escaped = this.chars[index];
      if (escaped === undefined) throw new PatternProblem('bad escape (end of pattern)', this.chars.length - 1);
      piece += escaped;
    }
    this.index = index + 1;
    this.next = piece;
  }

  match(piece: string): boolean {
    if (piece !== this.next) return false;
    this.advance();
    return true;
  }

  get(): string | null {
    const piece = this.next;
    this.advance();
    return piece;
  }

  /** At most `most` characters that are among `allowed`. */
  getWhile(most: number, allowed: string): string {
    let result = '';
    while (result.length < most && this.next !== null && this.next.length === 1 && allowed.includes(this.next))
      result += this.get();
    return result;
  }

  /** Everything up to `terminator`, which is taken too; `what` names it in messages. */
  getUntil(terminator: string, what: string): string {
    let result = '';
    for (;;) {
      const piece = this.get();
      if (piece === null) {
        if (result === '') throw this.problem(`missing ${what}`);
        throw this.problem(`missing ${terminator}, unterminated name`, pointCount(result));
      }
      if (piece === terminator) {
        if (result === '') throw this.problem(`missing ${what}`, 1);
        return result;
      }
      result += piece;
    }
  }

  /** Position of the next piece. */
  tell(): number {
    return this.index - (this.next === null ? 0 : pointCount(this.next));
  }

  seek(position: number): void {
    this.index = position;
    this.advance();
  }

  problem(message: string, offset = 0): PatternProblem {
    const text = this.isText ? message : message.replace(/[\x80-\uffff]/g, (char) => `\\x${char.charCodeAt(0).toString(16)}`);
    return new PatternProblem(text, this.tell() - offset);
  }

  checkGroupName(name: string, offset: number): void {
    const points = codePointsOf(name);
    if (!this.isText && points.some((point) => point > 127)) {
      throw this.problem(`bad character in group name ${stringAscii(points)}`, points.length + offset);
    }
    if (!isIdentifierText(points))
      throw this.problem(`bad character in group name ${stringRepr(points)}`, points.length + offset);
  }
}

/** Length in code points. */
export function pointCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** repr() of host text. */
export function quoted(text: string): string {
  return stringRepr(codePointsOf(text));
}
