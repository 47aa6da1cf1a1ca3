/** Parser of Python's regular expressions: the same language, messages and positions as CPython 3.13's re. */
import { characterByName } from '../../syntax/unicode-names.ts';
import { PatternSource, pointCount, quoted } from './pattern-source.ts';
import {
  type Category,
  FLAG_ASCII,
  FLAG_DEBUG,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_LOCALE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
  MAX_GROUPS,
  MAX_REPEAT,
  type Node,
  type ParsedPattern,
  PatternProblem,
  type Place,
  type SetItem,
  TYPE_FLAGS,
  widthOf,
} from './syntax.ts';

const DIGITS = '0123456789';
const OCTAL = '01234567';
const HEX = '0123456789abcdefABCDEF';

const FLAG_LETTERS: Readonly<Record<string, number>> = {
  i: FLAG_IGNORECASE,
  L: FLAG_LOCALE,
  m: FLAG_MULTILINE,
  s: FLAG_DOTALL,
  x: FLAG_VERBOSE,
  a: FLAG_ASCII,
  u: FLAG_UNICODE,
};
const GLOBAL_FLAGS = FLAG_DEBUG;

/** Escapes of one character, in patterns and in templates. */
export const SIMPLE_ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };

const PLACES: Readonly<Record<string, Place>> = { A: 'start', b: 'boundary', B: 'non-boundary', Z: 'string-end' };

const isLetter = (text: string): boolean => /^[A-Za-z]$/.test(text);
const isAlpha = (text: string): boolean => /^\p{L}+$/u.test(text);
const isDigits = (text: string): boolean => /^[0-9]+$/.test(text);
const literal = (point: number): Node => ({ kind: 'literal', point, negate: false });

/** Parses a pattern (bytes as Latin-1 text). Throws PatternProblem. */
export function parsePattern(text: string, isText: boolean, flags: number): ParsedPattern {
  return new PatternParser(text, isText, flags).parse();
}

class PatternParser {
  private readonly source: PatternSource;
  private flags: number;
  private groups = 1;
  private readonly open = new Set<number>();
  private readonly names = new Map<string, number>();
  private readonly widths: [number, number][] = [[0, 0]];
  /** Number of groups there were when the outermost look-behind began, or null outside. */
  private lookbehindGroups: number | null = null;
  /** Where a conditional first named a group by number. */
  private readonly conditionalPositions = new Map<number, number>();
  private readonly warnings: string[] = [];

  constructor(text: string, isText: boolean, flags: number) {
    this.source = new PatternSource(text, isText);
    this.flags = flags;
  }

  parse(): ParsedPattern {
    const { source } = this;
    const body = this.alternatives((this.flags & FLAG_VERBOSE) !== 0, 0);
    const flags = this.fixFlags();
    if (source.next !== null) throw source.problem('unbalanced parenthesis');
    for (const [group, position] of this.conditionalPositions) {
      if (group >= this.groups) throw new PatternProblem(`invalid group reference ${group}`, position);
    }
    return { body, flags, groups: this.groups, names: this.names, widths: this.widths, warnings: this.warnings };
  }

  private fixFlags(): number {
    const { flags } = this;
    const refuse = (message: string): never => {
      throw new PatternProblem(message, null, 'ValueError');
    };
    if (this.source.isText) {
      if ((flags & FLAG_LOCALE) !== 0) refuse('cannot use LOCALE flag with a str pattern');
      if ((flags & FLAG_ASCII) === 0) return flags | FLAG_UNICODE;
      if ((flags & FLAG_UNICODE) !== 0) refuse('ASCII and UNICODE flags are incompatible');
    } else {
      if ((flags & FLAG_UNICODE) !== 0) refuse('cannot use UNICODE flag with a bytes pattern');
      if ((flags & FLAG_LOCALE) !== 0 && (flags & FLAG_ASCII) !== 0) refuse('ASCII and LOCALE flags are incompatible');
    }
    return flags;
  }

  private alternatives(verbose: boolean, nesting: number): Node {
    const branches: Node[] = [];
    let isVerbose = verbose;
    do {
      branches.push(this.sequence(isVerbose, nesting + 1, nesting === 0 && branches.length === 0));
      if (nesting === 0) isVerbose = (this.flags & FLAG_VERBOSE) !== 0;
    } while (this.source.match('|'));
    return branches.length === 1 ? branches[0]! : { kind: 'alternatives', branches };
  }

  private sequence(givenVerbose: boolean, nesting: number, first: boolean): Node {
    const { source } = this;
    const items: Node[] = [];
    let verbose = givenVerbose;
    for (;;) {
      const piece = source.next;
      if (piece === null || piece === '|' || piece === ')') break;
      source.get();
      if (verbose) {
        if (' \t\n\r\v\f'.includes(piece)) continue;
        if (piece === '#') {
          for (let skipped = source.get(); skipped !== null && skipped !== '\n'; ) skipped = source.get();
          continue;
        }
      }
      if (piece.startsWith('\\')) items.push(this.escape(piece));
      else if (piece === '.') items.push({ kind: 'any' });
      else if (piece === '^') items.push({ kind: 'at', place: 'line-start' });
      else if (piece === '$') items.push({ kind: 'at', place: 'line-end' });
      else if (piece === '[') items.push(this.set());
      else if ('*+?{'.includes(piece)) this.quantifier(piece, items);
      else if (piece === '(') {
        const group = this.group(verbose, nesting, first && items.length === 0);
        if (group === 'flags') verbose = (this.flags & FLAG_VERBOSE) !== 0;
        else if (group !== null) items.push(group);
      } else items.push(literal(piece.codePointAt(0)!));
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  // --- quantifiers

  private quantifier(piece: string, items: Node[]): void {
    const { source } = this;
    const here = source.tell();
    let min = 0;
    let max = MAX_REPEAT;
    if (piece === '?') max = 1;
    else if (piece === '+') min = 1;
    else if (piece === '{') {
      if (source.next === '}') {
        items.push(literal(123));
        return;
      }
      const low = source.getWhile(Number.MAX_SAFE_INTEGER, DIGITS);
      let high = low;
      if (source.match(',')) high = source.getWhile(Number.MAX_SAFE_INTEGER, DIGITS);
      if (!source.match('}')) {
        items.push(literal(123));
        source.seek(here);
        return;
      }
      if (low !== '') min = this.repetition(low);
      if (high !== '') {
        max = this.repetition(high);
        if (max < min) throw source.problem('min repeat greater than max repeat', source.tell() - here);
      }
    }
    const item = items.at(-1);
    const offset = source.tell() - here + pointCount(piece);
    if (item === undefined || item.kind === 'at') throw source.problem('nothing to repeat', offset);
    if (item.kind === 'repeat') throw source.problem('multiple repeat', offset);
    const mode = source.match('?') ? 'lazy' : source.match('+') ? 'possessive' : 'greedy';
    items[items.length - 1] = { kind: 'repeat', min, max, mode, body: item };
  }

  private repetition(digits: string): number {
    const count = Number(digits);
    if (count >= MAX_REPEAT) throw new PatternProblem('the repetition number is too large', null, 'OverflowError');
    return count;
  }

  // --- escapes

  private escape(piece: string): Node {
    const letter = piece.slice(1);
    if ('dDsSwW'.includes(letter)) return { kind: 'set', negate: false, items: [{ category: letter as Category }] };
    const place = PLACES[letter];
    if (place !== undefined) return { kind: 'at', place };
    const simple = SIMPLE_ESCAPES[letter];
    if (simple !== undefined) return literal(simple);
    const { source } = this;
    if (letter === '0') return literal(Number.parseInt(`0${source.getWhile(2, OCTAL)}`, 8));
    if (isDigits(letter)) {
      let digits = letter;
      if (source.next !== null && isDigits(source.next)) {
        digits += source.get()!;
        if (OCTAL.includes(digits[0]!) && OCTAL.includes(digits[1]!) && source.next !== null && /^[0-7]$/.test(source.next)) {
          digits += source.get()!;
          return literal(this.octal(digits));
        }
      }
      return this.backreference(Number(digits), digits.length);
    }
    return literal(this.sharedEscape(piece));
  }

  private backreference(group: number, digits: number): Node {
    const { source } = this;
    if (group >= this.groups) throw source.problem(`invalid group reference ${group}`, digits);
    if (this.open.has(group)) throw source.problem('cannot refer to an open group', digits + 1);
    this.checkLookbehindGroup(group);
    return { kind: 'backreference', group };
  }

  private checkLookbehindGroup(group: number): void {
    if (this.lookbehindGroups === null) return;
    if (this.open.has(group)) throw this.source.problem('cannot refer to an open group');
    if (group >= this.lookbehindGroups)
      throw this.source.problem('cannot refer to group defined in the same lookbehind subpattern');
  }

  private octal(digits: string): number {
    const value = Number.parseInt(digits, 8);
    if (value > 0o377) throw this.source.problem(`octal escape value \\${digits} outside of range 0-0o377`, digits.length + 1);
    return value;
  }

  /** Escapes that mean the same inside and outside of sets. */
  private sharedEscape(piece: string): number {
    const { source } = this;
    const letter = piece.slice(1);
    const lengths: Readonly<Record<string, number>> = source.isText ? { x: 2, u: 4, U: 8 } : { x: 2 };
    const digitCount = lengths[letter];
    if (digitCount !== undefined) {
      const digits = source.getWhile(digitCount, HEX);
      if (digits.length !== digitCount)
        throw source.problem(`incomplete escape ${piece}${digits}`, pointCount(piece) + digits.length);
      const point = Number.parseInt(digits, 16);
      if (point > 0x10ffff) throw source.problem(`bad escape ${piece}${digits}`, 2 + digits.length);
      return point;
    }
    if (letter === 'N' && source.isText) {
      if (!source.match('{')) throw source.problem('missing {');
      const name = source.getUntil('}', 'character name');
      const found = characterByName(name);
      if (found === null) throw source.problem(`undefined character name ${quoted(name)}`, pointCount(name) + 4);
      return found.codePointAt(0)!;
    }
    if (isLetter(letter)) throw source.problem(`bad escape ${piece}`, 2);
    return letter.codePointAt(0)!;
  }

  // --- sets

  private setMember(piece: string): SetItem {
    if (!piece.startsWith('\\')) {
      const point = piece.codePointAt(0)!;
      return { low: point, high: point };
    }
    const letter = piece.slice(1);
    if ('dDsSwW'.includes(letter)) return { category: letter as Category };
    let point = SIMPLE_ESCAPES[letter];
    if (point === undefined) {
      if (/^[0-7]$/.test(letter)) point = this.octal(letter + this.source.getWhile(2, OCTAL));
      else if (isDigits(letter)) throw this.source.problem(`bad escape ${piece}`, 2);
      else point = this.sharedEscape(piece);
    }
    return { low: point, high: point };
  }

  private set(): Node {
    const { source } = this;
    const here = source.tell() - 1;
    const items: SetItem[] = [];
    const unterminated = (): PatternProblem => source.problem('unterminated character set', source.tell() - here);
    if (source.next === '[') this.warnings.push(`Possible nested set at position ${source.tell()}`);
    const negate = source.match('^');
    for (;;) {
      const piece = source.get();
      if (piece === null) throw unterminated();
      if (piece === ']' && items.length > 0) break;
      if (items.length > 0 && '-&~|'.includes(piece) && source.next === piece) {
        const what = { '-': 'difference', '&': 'intersection', '~': 'symmetric difference', '|': 'union' }[piece];
        this.warnings.push(`Possible set ${what} at position ${source.tell() - 1}`);
      }
      const first = this.setMember(piece);
      if (!source.match('-')) {
        items.push(first);
        continue;
      }
      const closing = source.get();
      if (closing === null) throw unterminated();
      if (closing === ']') {
        items.push(first, { low: 45, high: 45 });
        break;
      }
      if (closing === '-') this.warnings.push(`Possible set difference at position ${source.tell() - 2}`);
      const last = this.setMember(closing);
      if ('category' in first || 'category' in last || last.low < first.low) {
        // CPython shows both ends as they were before further digits of an escape were read.
        throw new PatternProblem(
          `bad character range ${piece}-${closing}`,
          source.tell() - pointCount(piece) - 1 - pointCount(closing),
        );
      }
      items.push({ low: first.low, high: last.low });
    }
    const only = items[0];
    if (items.length === 1 && only !== undefined && 'low' in only && only.low === only.high)
      return { kind: 'literal', point: only.low, negate };
    return { kind: 'set', negate, items };
  }

  // --- groups

  /** What follows "(": a node, null for a comment, 'flags' for global flags. */
  private group(verbose: boolean, nesting: number, first: boolean): Node | null | 'flags' {
    const { source } = this;
    const start = source.tell() - 1;
    let capture = true;
    let atomic = false;
    let name: string | null = null;
    let add = 0;
    let del = 0;
    if (source.match('?')) {
      const char = source.get();
      if (char === null) throw source.problem('unexpected end of pattern');
      if (char === 'P') {
        if (source.match('<')) {
          name = source.getUntil('>', 'group name');
          source.checkGroupName(name, 1);
        } else if (source.match('=')) return this.namedReference();
        else {
          const other = source.get();
          if (other === null) throw source.problem('unexpected end of pattern');
          throw source.problem(`unknown extension ?P${other}`, pointCount(other) + 2);
        }
      } else if (char === ':') capture = false;
      else if (char === '#') {
        for (;;) {
          if (source.next === null) throw source.problem('missing ), unterminated comment', source.tell() - start);
          if (source.get() === ')') return null;
        }
      } else if ('=!<'.includes(char)) return this.lookaround(char, verbose, nesting, start);
      else if (char === '(') return this.conditional(verbose, nesting, start);
      else if (char === '>') {
        capture = false;
        atomic = true;
      } else if (FLAG_LETTERS[char] !== undefined || char === '-') {
        const changed = this.inlineFlags(char);
        if (changed === null) {
          if (!first) throw source.problem('global flags not at the start of the expression', source.tell() - start);
          return 'flags';
        }
        [add, del] = changed;
        capture = false;
      } else throw source.problem(`unknown extension ?${char}`, pointCount(char) + 1);
    }
    const index = capture ? this.openGroup(name) : null;
    const inner = (verbose || (add & FLAG_VERBOSE) !== 0) && (del & FLAG_VERBOSE) === 0;
    const body = this.alternatives(inner, nesting + 1);
    this.closeParenthesis(start);
    if (index !== null) {
      this.open.delete(index);
      this.widths[index] = [...widthOf(body, this.widths)];
    }
    if (atomic) return { kind: 'atomic', body };
    return { kind: 'group', index, add, del, body };
  }

  private closeParenthesis(start: number): void {
    if (!this.source.match(')')) throw this.source.problem('missing ), unterminated subpattern', this.source.tell() - start);
  }

  private openGroup(name: string | null): number {
    const index = this.groups++;
    if (name !== null) {
      const known = this.names.get(name);
      if (known !== undefined) {
        throw this.source.problem(
          `redefinition of group name ${quoted(name)} as group ${index}; was group ${known}`,
          pointCount(name) + 1,
        );
      }
      this.names.set(name, index);
    }
    this.open.add(index);
    return index;
  }

  private groupNamed(name: string): number {
    this.source.checkGroupName(name, 1);
    const index = this.names.get(name);
    if (index === undefined) throw this.source.problem(`unknown group name ${quoted(name)}`, pointCount(name) + 1);
    return index;
  }

  private namedReference(): Node {
    const { source } = this;
    const name = source.getUntil(')', 'group name');
    const group = this.groupNamed(name);
    if (this.open.has(group)) throw source.problem('cannot refer to an open group', pointCount(name) + 1);
    this.checkLookbehindGroup(group);
    return { kind: 'backreference', group };
  }

  private lookaround(opening: string, verbose: boolean, nesting: number, start: number): Node {
    const { source } = this;
    let char: string | null = opening;
    const behind = char === '<';
    const outer = this.lookbehindGroups;
    if (behind) {
      char = source.get();
      if (char === null) throw source.problem('unexpected end of pattern');
      if (char !== '=' && char !== '!') throw source.problem(`unknown extension ?<${char}`, pointCount(char) + 2);
      if (outer === null) this.lookbehindGroups = this.groups;
    }
    const body = this.alternatives(verbose, nesting + 1);
    if (behind && outer === null) this.lookbehindGroups = null;
    this.closeParenthesis(start);
    const negative = char === '!';
    if (negative && body.kind === 'sequence' && body.items.length === 0) return { kind: 'fail' };
    return { kind: 'look', behind, negative, body };
  }

  private conditional(verbose: boolean, nesting: number, start: number): Node {
    const { source } = this;
    const name = source.getUntil(')', 'group name');
    let group: number;
    if (!isDigits(name)) group = this.groupNamed(name);
    else {
      group = Number(name);
      if (group === 0) throw source.problem('bad group number', name.length + 1);
      if (group >= MAX_GROUPS) throw source.problem(`invalid group reference ${BigInt(name)}`, name.length + 1);
      if (!this.conditionalPositions.has(group)) this.conditionalPositions.set(group, source.tell() - name.length - 1);
    }
    this.checkLookbehindGroup(group);
    const yes = this.sequence(verbose, nesting + 1, false);
    let no: Node | null = null;
    if (source.match('|')) {
      no = this.sequence(verbose, nesting + 1, false);
      if (source.next === '|') throw source.problem('conditional backref with more than two branches');
    }
    this.closeParenthesis(start);
    return { kind: 'conditional', group, yes, no };
  }

  // --- flags

  /** Flags added and removed by "(?...:"; null when they were global, "(?...)". */
  private inlineFlags(opening: string): [add: number, del: number] | null {
    const { source } = this;
    let add = 0;
    let del = 0;
    let char: string | null = opening;
    const unknown = (missing: string): PatternProblem =>
      source.problem(isAlpha(char!) ? 'unknown flag' : missing, pointCount(char!));
    if (char !== '-') {
      for (;;) {
        const flag: number = FLAG_LETTERS[char]!;
        if (source.isText && char === 'L') throw source.problem("bad inline flags: cannot use 'L' flag with a str pattern");
        if (!source.isText && char === 'u') throw source.problem("bad inline flags: cannot use 'u' flag with a bytes pattern");
        add |= flag;
        if ((flag & TYPE_FLAGS) !== 0 && (add & TYPE_FLAGS) !== flag) {
          throw source.problem("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        }
        char = source.get();
        if (char === null) throw source.problem('missing -, : or )');
        if (')-:'.includes(char)) break;
        if (FLAG_LETTERS[char] === undefined) throw unknown('missing -, : or )');
      }
    }
    if (char === ')') {
      this.flags |= add;
      return null;
    }
    if ((add & GLOBAL_FLAGS) !== 0) throw source.problem('bad inline flags: cannot turn on global flag', 1);
    if (char === '-') {
      char = source.get();
      if (char === null) throw source.problem('missing flag');
      if (FLAG_LETTERS[char] === undefined) throw unknown('missing flag');
      for (;;) {
        const flag: number = FLAG_LETTERS[char]!;
        if ((flag & TYPE_FLAGS) !== 0) throw source.problem("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        del |= flag;
        char = source.get();
        if (char === null) throw source.problem('missing :');
        if (char === ':') break;
        if (FLAG_LETTERS[char] === undefined) throw unknown('missing :');
      }
    }
    if ((del & GLOBAL_FLAGS) !== 0) throw source.problem('bad inline flags: cannot turn off global flag', 1);
    if ((add & del) !== 0) throw source.problem('bad inline flags: flag turned on and off', 1);
    return [add, del];
  }
}
