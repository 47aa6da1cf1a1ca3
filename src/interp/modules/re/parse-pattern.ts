/** Reading regular expressions (CPython: Lib/re/_parser.py for the language and the words of its errors). */
import { isIdentifierContinue, isIdentifierStart } from '../../text/unicode.ts';
import { caseVariants, type Category, categorySet, CharSet } from './char-set.ts';
import {
  FLAG_ASCII,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_LOCALE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
  MANY,
  type Node,
  widthOf,
} from './syntax-tree.ts';

/** A mistake in a pattern or template: re.PatternError(message, pattern, position). */
export class PatternProblem extends Error {
  readonly position: number | null;
  /** Class of the exception when it is not re.PatternError. */
  readonly type: string | null;
  constructor(message: string, position: number | null, type: string | null = null) {
    super(message);
    this.position = position;
    this.type = type;
  }
}

export interface ParsedPattern {
  readonly tree: Node;
  readonly flags: number;
  /** Number of groups, group 0 not counted. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

const FLAG_LETTERS: Readonly<Record<string, number>> = {
  i: FLAG_IGNORECASE,
  L: FLAG_LOCALE,
  m: FLAG_MULTILINE,
  s: FLAG_DOTALL,
  x: FLAG_VERBOSE,
  a: FLAG_ASCII,
  u: FLAG_UNICODE,
};
const TYPE_FLAGS = FLAG_ASCII | FLAG_LOCALE | FLAG_UNICODE;
const GLOBAL_ONLY = 128;

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const CATEGORIES: Readonly<Record<string, Category>> = { d: 'digit', s: 'space', w: 'word' };

function isAsciiLetter(char: string): boolean {
  return /^[A-Za-z]$/.test(char);
}

function isOctal(char: string): boolean {
  return char !== '' && '01234567'.includes(char);
}

class Verbose extends Error {}

export class PatternParser {
  /** Characters as texts of one code point. */
  private readonly chars: readonly string[];
  private at = 0;
  private readonly isText: boolean;
  private flags: number;
  private groupCount = 0;
  private readonly names = new Map<string, number>();
  /** Widths of closed groups; null while a group is open. */
  private readonly widths: (readonly [number, number] | null)[] = [null];
  private readonly open = new Set<number>();
  private readonly conditions: { group: number; position: number }[] = [];
  private lookbehindGroups: number | null = null;
  private readonly nameOfPoint: (name: string) => number;

  /** `chars` has a text for each code point; bytes patterns give their bytes as latin-1. */
  constructor(chars: readonly string[], flags: number, isText: boolean, nameOfPoint: (name: string) => number) {
    this.chars = chars;
    this.isText = isText;
    this.flags = flags;
    this.nameOfPoint = nameOfPoint;
  }

  private peek(): string {
    return this.chars[this.at] ?? '';
  }

  private take(): string {
    return this.chars[this.at++] ?? '';
  }

  private accept(char: string): boolean {
    if (this.peek() !== char || char === '') return false;
    this.at++;
    return true;
  }

  private fail(message: string, position: number): never {
    throw new PatternProblem(message, position);
  }

  /** Reads up to `terminator`, which is consumed. */
  private until(terminator: string, what: string): string {
    let text = '';
    const start = this.at;
    for (;;) {
      const char = this.take();
      if (char === '') {
        if (text === '') this.fail(`missing ${what}`, start);
        this.fail(`missing ${terminator}, unterminated name`, start);
      }
      if (char === terminator) {
        if (text === '') this.fail(`missing ${what}`, start);
        return text;
      }
      text += char;
    }
  }

  parse(): ParsedPattern {
    const start = this.flags;
    let tree: Node;
    try {
      tree = this.alternatives(false, start & FLAG_VERBOSE);
    } catch (problem) {
      if (!(problem instanceof Verbose)) throw problem;
      // A global (?x) was met: read again with the flag set.
      return new PatternParser(this.chars, start | FLAG_VERBOSE, this.isText, this.nameOfPoint).parse();
    }
    if (this.at < this.chars.length) this.fail('unbalanced parenthesis', this.at);
    for (const { group, position } of this.conditions) {
      if (group > this.groupCount) this.fail(`invalid group reference ${group}`, position);
    }
    return { tree, flags: this.fixFlags(), groups: this.groupCount, names: this.names };
  }

  private fixFlags(): number {
    let flags = this.flags;
    if (this.isText) {
      if ((flags & FLAG_LOCALE) !== 0) throw new PatternProblem('cannot use LOCALE flag with a str pattern', null, 'ValueError');
      if ((flags & FLAG_ASCII) !== 0 && (flags & FLAG_UNICODE) !== 0) throw new PatternProblem('ASCII and UNICODE flags are incompatible', null, 'ValueError');
      if ((flags & FLAG_ASCII) === 0) flags |= FLAG_UNICODE;
    } else {
      if ((flags & FLAG_UNICODE) !== 0) throw new PatternProblem('cannot use UNICODE flag with a bytes pattern', null, 'ValueError');
      if ((flags & FLAG_LOCALE) !== 0 && (flags & FLAG_ASCII) !== 0) throw new PatternProblem('ASCII and LOCALE flags are incompatible', null, 'ValueError');
    }
    return flags;
  }

  /** Do classes and case mean ASCII only where the flags are these? */
  private isAscii(flags: number): boolean {
    return !this.isText || (flags & FLAG_ASCII) !== 0;
  }

  private alternatives(nested: boolean, verbose: number, local = this.flags): Node {
    const items: Node[] = [];
    do {
      items.push(this.sequence(verbose, local, !nested && items.length === 0));
    } while (this.accept('|'));
    if (items.length === 1) return items[0]!;
    return { kind: 'branch', items };
  }

  private sequence(verboseFlag: number, local: number, first: boolean): Node {
    const items: Node[] = [];
    const verbose = verboseFlag !== 0;
    for (;;) {
      const char = this.peek();
      if (char === '' || char === '|' || char === ')') break;
      const start = this.at;
      this.at++;
      if (verbose) {
        if (' \t\n\r\v\f'.includes(char)) continue;
        if (char === '#') {
          for (let next = this.take(); next !== '' && next !== '\n'; next = this.take());
          continue;
        }
      }
      if (char === '\\') items.push(this.escape(local, start));
      else if (char === '[') items.push(this.set(local, start));
      else if ('*+?{'.includes(char)) this.repeat(char, items, start, local);
      else if (char === '.') items.push({ kind: 'any', newline: (local & FLAG_DOTALL) !== 0 });
      else if (char === '(') {
        const group = this.group(local, verboseFlag, start, first && items.length === 0);
        if (typeof group === 'number') local = group;
        else if (group !== null) items.push(group);
      } else if (char === '^') items.push(this.place((local & FLAG_MULTILINE) !== 0 ? 'line-start' : 'start'));
      else if (char === '$') items.push(this.place((local & FLAG_MULTILINE) !== 0 ? 'line-end' : 'end'));
      else items.push(this.literal(char.codePointAt(0)!, local));
    }
    return items.length === 1 ? items[0]! : { kind: 'sequence', items };
  }

  private place(place: Extract<Node, { kind: 'place' }>['place'], ascii = false): Node {
    return { kind: 'place', place, ascii };
  }

  private literal(point: number, local: number): Node {
    const ignore = (local & FLAG_IGNORECASE) !== 0;
    if (!ignore) return { kind: 'char', point, ignoreCase: false };
    const ascii = this.isAscii(local);
    const variants = caseVariants(point, ascii);
    if (variants.length === 1) return { kind: 'char', point, ignoreCase: false };
    const set = new CharSet(ascii, false);
    for (const variant of variants) set.addRange(variant, variant);
    return { kind: 'set', set };
  }

  private repeat(char: string, items: Node[], start: number, _local: number): void {
    let min: number;
    let max: number;
    if (char === '?') [min, max] = [0, 1];
    else if (char === '*') [min, max] = [0, MANY];
    else if (char === '+') [min, max] = [1, MANY];
    else {
      if (this.peek() === '}') {
        items.push(this.literal(0x7b, _local));
        return;
      }
      let low = '';
      let high = '';
      while (/^[0-9]$/.test(this.peek())) low += this.take();
      if (this.accept(',')) while (/^[0-9]$/.test(this.peek())) high += this.take();
      else high = low;
      if (!this.accept('}')) {
        items.push(this.literal(0x7b, _local));
        this.at = start + 1;
        return;
      }
      min = low === '' ? 0 : Number(low);
      max = high === '' ? MANY : Number(high);
      if (min >= MANY || (high !== '' && max >= MANY)) throw new PatternProblem('the repetition number is too large', null, 'OverflowError');
      if (max < min) this.fail('min repeat greater than max repeat', start);
    }
    const body = items[items.length - 1];
    if (body === undefined || body.kind === 'place') {
      this.fail('nothing to repeat', start);
    }
    // Groups are nodes of other kinds, so this one was made by a quantifier.
    if (body.kind === 'repeat') this.fail('multiple repeat', start);
    let mode: 'greedy' | 'lazy' | 'possessive' = 'greedy';
    if (this.accept('?')) mode = 'lazy';
    else if (this.accept('+')) mode = 'possessive';
    items[items.length - 1] = { kind: 'repeat', min, max, mode, body };
  }

  private hex(escape: string, start: number, count: number): number {
    let digits = '';
    while (digits.length < count && /^[0-9A-Fa-f]$/.test(this.peek())) digits += this.take();
    if (digits.length !== count) this.fail(`incomplete escape ${escape}${digits}`, start);
    const point = Number.parseInt(digits, 16);
    if (point > 0x10ffff) this.fail(`bad escape ${escape}${digits}`, start);
    return point;
  }

  private namedPoint(start: number): number {
    if (!this.accept('{')) this.fail('missing {', this.at);
    const name = this.until('}', 'character name');
    try {
      return this.nameOfPoint(name);
    } catch {
      this.fail(`undefined character name '${name}'`, start);
    }
  }

  private octalPoint(digits: string, start: number): number {
    const value = Number.parseInt(digits, 8);
    if (value > 0o377) this.fail(`octal escape value \\${digits} outside of range 0-0o377`, start);
    return value;
  }

  private escape(local: number, start: number): Node {
    const char = this.take();
    const ascii = this.isAscii(local);
    if (char === '') this.fail('bad escape (end of pattern)', start);
    const category = CATEGORIES[char.toLowerCase()];
    if (category !== undefined && 'dswDSW'.includes(char)) {
      return { kind: 'set', set: categorySet(category, char !== char.toLowerCase(), ascii) };
    }
    switch (char) {
      case 'A':
        return this.place('string-start');
      case 'Z':
        return this.place('string-end');
      case 'b':
        return this.place('boundary', ascii);
      case 'B':
        return this.place('not-boundary', ascii);
      case 'x':
        return this.literal(this.hex('\\x', start, 2), local);
      case 'u':
        if (this.isText) return this.literal(this.hex('\\u', start, 4), local);
        break;
      case 'U':
        if (this.isText) return this.literal(this.hex('\\U', start, 8), local);
        break;
      case 'N':
        if (this.isText) return this.literal(this.namedPoint(start), local);
        break;
      case '0': {
        let digits = '0';
        while (digits.length < 3 && isOctal(this.peek())) digits += this.take();
        return this.literal(Number.parseInt(digits, 8), local);
      }
    }
    if (char >= '1' && char <= '9') {
      let digits = char;
      if (/^[0-9]$/.test(this.peek())) {
        digits += this.take();
        if (isOctal(digits[0]!) && isOctal(digits[1]!) && isOctal(this.peek())) {
          digits += this.take();
          return this.literal(this.octalPoint(digits, start), local);
        }
      }
      const group = Number(digits);
      if (group > this.groupCount) this.fail(`invalid group reference ${group}`, start + 1);
      return this.reference(group, local, start + 1);
    }
    const point = ESCAPES[char];
    if (point !== undefined) return this.literal(point, local);
    if (isAsciiLetter(char)) this.fail(`bad escape \\${char}`, start);
    return this.literal(char.codePointAt(0)!, local);
  }

  private reference(group: number, local: number, position: number): Node {
    if (this.open.has(group)) this.fail('cannot refer to an open group', position);
    this.checkLookbehind(group, position);
    return { kind: 'reference', group, ignoreCase: (local & FLAG_IGNORECASE) !== 0 };
  }

  private checkLookbehind(group: number, position: number): void {
    if (this.lookbehindGroups !== null && group >= this.lookbehindGroups) {
      this.fail('cannot refer to group defined in the same lookbehind subpattern', position);
    }
  }

  /** One member of a class: a character, or a category that has been added. */
  private member(set: CharSet, local: number): number | null {
    const start = this.at;
    const char = this.take();
    if (char !== '\\') return char.codePointAt(0)!;
    const escaped = this.take();
    if (escaped === '') this.fail('bad escape (end of pattern)', start);
    const category = CATEGORIES[escaped.toLowerCase()];
    if (category !== undefined && 'dswDSW'.includes(escaped)) {
      set.addCategory(category, escaped !== escaped.toLowerCase());
      return null;
    }
    if (escaped === 'x') return this.hex('\\x', start, 2);
    if (escaped === 'u' && this.isText) return this.hex('\\u', start, 4);
    if (escaped === 'U' && this.isText) return this.hex('\\U', start, 8);
    if (escaped === 'N' && this.isText) return this.namedPoint(start);
    if (isOctal(escaped)) {
      let digits = escaped;
      while (digits.length < 3 && isOctal(this.peek())) digits += this.take();
      return this.octalPoint(digits, start);
    }
    const point = ESCAPES[escaped];
    if (point !== undefined) return point;
    if (isAsciiLetter(escaped) || /^[0-9]$/.test(escaped)) this.fail(`bad escape \\${escaped}`, start);
    void local;
    return escaped.codePointAt(0)!;
  }

  private set(local: number, start: number): Node {
    const set = new CharSet(this.isAscii(local), (local & FLAG_IGNORECASE) !== 0);
    set.negated = this.accept('^');
    let first = true;
    for (;;) {
      if (this.peek() === '') this.fail('unterminated character set', start);
      if (this.peek() === ']' && !first) {
        this.at++;
        break;
      }
      first = false;
      const memberStart = this.at;
      const low = this.member(set, local);
      if (!this.accept('-')) {
        if (low !== null) set.addRange(low, low);
        continue;
      }
      if (this.peek() === '') this.fail('unterminated character set', start);
      if (this.accept(']')) {
        if (low !== null) set.addRange(low, low);
        set.addRange(45, 45);
        break;
      }
      const high = this.member(set, local);
      const range = this.chars.slice(memberStart, this.at).join('');
      if (low === null || high === null) this.fail(`bad character range ${range}`, memberStart);
      if (high < low) this.fail(`bad character range ${range}`, memberStart);
      set.addRange(low, high);
    }
    return { kind: 'set', set };
  }

  private checkName(name: string, offset: number): void {
    const points = [...name].map((char) => char.codePointAt(0)!);
    if (!this.isText && points.some((point) => point > 127)) this.fail(`bad character in group name ${quoted(name)}`, this.at - offset);
    if (!isIdentifierStart(points[0] ?? 0) && points[0] !== 95) this.fail(`bad character in group name ${quoted(name)}`, this.at - offset);
    if (!points.every((point) => isIdentifierContinue(point))) this.fail(`bad character in group name ${quoted(name)}`, this.at - offset);
  }

  private openGroup(name: string | null, position: number): number {
    const group = ++this.groupCount;
    this.widths[group] = null;
    if (name !== null) {
      const other = this.names.get(name);
      if (other !== undefined) {
        this.fail(`redefinition of group name ${quoted(name)} as group ${group}; was group ${other}`, position);
      }
      this.names.set(name, group);
    }
    this.open.add(group);
    return group;
  }

  /** What follows an opening parenthesis: a node, new flags for the rest of the sequence, or nothing (a comment). */
  private group(local: number, verbose: number, start: number, first: boolean): Node | number | null {
    let name: string | null = null;
    let capture = true;
    let atomic = false;
    let inner = local;
    let innerVerbose = verbose;
    let namePosition = start;
    if (this.accept('?')) {
      const char = this.take();
      if (char === '') this.fail('unexpected end of pattern', this.at - 1);
      if (char === 'P') {
        if (this.accept('<')) {
          name = this.until('>', 'group name');
          this.checkName(name, [...name].length + 1);
          namePosition = this.at - [...name].length - 1;
        } else if (this.accept('=')) {
          const wanted = this.until(')', 'group name');
          this.checkName(wanted, [...wanted].length + 1);
          const group = this.names.get(wanted);
          const position = this.at - [...wanted].length - 1;
          if (group === undefined) this.fail(`unknown group name ${quoted(wanted)}`, position);
          return this.reference(group, local, position);
        } else {
          const next = this.take();
          if (next === '') this.fail('unexpected end of pattern', this.at - 1);
          this.fail(`unknown extension ?P${next}`, this.at - 3);
        }
      } else if (char === ':') capture = false;
      else if (char === '#') {
        for (;;) {
          const next = this.take();
          if (next === '') this.fail('missing ), unterminated comment', start);
          if (next === ')') return null;
        }
      } else if (char === '=' || char === '!' || char === '<') return this.look(char, local, verbose, start);
      else if (char === '(') return this.condition(local, verbose, start);
      else if (char === '>') {
        capture = false;
        atomic = true;
      } else if (FLAG_LETTERS[char] !== undefined || char === '-') {
        const flags = this.inlineFlags(char);
        if (flags === null) {
          if (!first || start !== 0) this.checkGlobalPlace(start, first, verbose);
          if ((this.flags & FLAG_VERBOSE) !== 0 && verbose === 0) throw new Verbose();
          return local | (this.flags & ~TYPE_FLAGS) | (this.flags & TYPE_FLAGS);
        }
        capture = false;
        inner = (local | flags.add) & ~flags.remove;
        if ((flags.add & TYPE_FLAGS) !== 0) inner = (inner & ~TYPE_FLAGS) | (flags.add & TYPE_FLAGS);
        innerVerbose = inner & FLAG_VERBOSE;
      } else this.fail(`unknown extension ?${char}`, this.at - 2);
    }
    const group = capture ? this.openGroup(name, namePosition) : 0;
    const body = this.alternatives(true, innerVerbose, inner);
    if (!this.accept(')')) this.fail('missing ), unterminated subpattern', start);
    if (!capture) return atomic ? { kind: 'atomic', body } : { kind: 'sequence', items: [body] };
    this.open.delete(group);
    this.widths[group] = widthOf(body, this.widths);
    return { kind: 'group', group, body };
  }

  private checkGlobalPlace(start: number, first: boolean, verbose: number): void {
    if (first && start === 0) return;
    // Only blanks and comments may stand before global flags, and those only in verbose patterns.
    if (first && verbose !== 0) return;
    this.fail('global flags not at the start of the expression', start);
  }

  private look(char: string, local: number, verbose: number, start: number): Node {
    let behind = false;
    let kind = char;
    const outer = this.lookbehindGroups;
    if (char === '<') {
      kind = this.take();
      if (kind === '') this.fail('unexpected end of pattern', this.at - 1);
      if (kind !== '=' && kind !== '!') this.fail(`unknown extension ?<${kind}`, this.at - 3);
      behind = true;
      if (outer === null) this.lookbehindGroups = this.groupCount + 1;
    }
    const body = this.alternatives(true, verbose, local);
    if (behind && outer === null) this.lookbehindGroups = null;
    if (!this.accept(')')) this.fail('missing ), unterminated subpattern', start);
    if (behind) {
      const [low, high] = widthOf(body, this.widths);
      if (low !== high) throw new PatternProblem('look-behind requires fixed-width pattern', null);
    }
    return { kind: 'look', behind, negative: kind === '!', body };
  }

  private condition(local: number, verbose: number, start: number): Node {
    const name = this.until(')', 'group name');
    const position = this.at - [...name].length - 1;
    let group: number;
    if (/^[0-9]+$/.test(name)) {
      group = Number(name);
      if (group === 0) this.fail('bad group number', position);
      this.conditions.push({ group, position });
      if (group >= 100) this.fail(`invalid group reference ${group}`, position);
    } else {
      this.checkName(name, [...name].length + 1);
      const known = this.names.get(name);
      if (known === undefined) this.fail(`unknown group name ${quoted(name)}`, position);
      group = known;
    }
    this.checkLookbehind(group, position);
    const yes = this.sequence(verbose, local, false);
    let no: Node | null = null;
    if (this.accept('|')) {
      no = this.sequence(verbose, local, false);
      if (this.peek() === '|') this.fail('conditional backref with more than two branches', this.at);
    }
    if (!this.accept(')')) this.fail('missing ), unterminated subpattern', start);
    return { kind: 'condition', group, yes, no };
  }

  /** (?imsx) sets flags for the whole pattern: null; (?im-s: gives those for the group. */
  private inlineFlags(firstChar: string): { add: number; remove: number } | null {
    let add = 0;
    let remove = 0;
    let char = firstChar;
    if (char !== '-') {
      for (;;) {
        const flag = FLAG_LETTERS[char]!;
        if (this.isText) {
          if (char === 'L') this.fail("bad inline flags: cannot use 'L' flag with a str pattern", this.at);
        } else if (char === 'u') this.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", this.at);
        add |= flag;
        if ((flag & TYPE_FLAGS) !== 0 && (add & TYPE_FLAGS) !== flag) {
          this.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", this.at);
        }
        char = this.take();
        if (char === '') this.fail('missing -, : or )', this.at - 1);
        if (char === ')' || char === '-' || char === ':') break;
        if (FLAG_LETTERS[char] === undefined) this.fail(isAsciiLetter(char) ? 'unknown flag' : 'missing -, : or )', this.at - 1);
      }
    }
    if (char === ')') {
      this.flags |= add;
      return null;
    }
    if ((add & GLOBAL_ONLY) !== 0) this.fail('bad inline flags: cannot turn on global flag', this.at - 1);
    if (char === '-') {
      char = this.take();
      if (char === '') this.fail('missing flag', this.at - 1);
      if (FLAG_LETTERS[char] === undefined) this.fail(isAsciiLetter(char) ? 'unknown flag' : 'missing flag', this.at - 1);
      for (;;) {
        const flag = FLAG_LETTERS[char]!;
        if ((flag & TYPE_FLAGS) !== 0) this.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", this.at);
        remove |= flag;
        char = this.take();
        if (char === '') this.fail('missing :', this.at - 1);
        if (char === ':') break;
        if (FLAG_LETTERS[char] === undefined) this.fail(isAsciiLetter(char) ? 'unknown flag' : 'missing :', this.at - 1);
      }
    }
    if ((add & remove) !== 0) this.fail('bad inline flags: flag turned on and off', this.at - 1);
    return { add, remove };
  }
}

/** A name as Python shows it in these messages. */
export function quoted(name: string): string {
  return name.includes("'") && !name.includes('"') ? `"${name}"` : `'${name.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

