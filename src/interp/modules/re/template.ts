/** Replacement templates of sub() and expand(): literals and groups (CPython: parse_template in Lib/re/_parser.py). */
import { isIdentifierContinue, isIdentifierStart } from '../../text/unicode.ts';
import { PatternProblem, quoted } from './parse-pattern.ts';

/** Texts and numbers of groups, in order. */
export type Template = readonly (string | number)[];

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' };

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function isOctal(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '7';
}

/** Reads a template for a pattern with `groups` groups. Throws PatternProblem. */
export function parseTemplate(source: string, groups: number, names: ReadonlyMap<string, number>, isText: boolean): Template {
  const chars = [...source];
  const pieces: (string | number)[] = [];
  let literal = '';
  const addGroup = (group: number, position: number): void => {
    if (group > groups) throw new PatternProblem(`invalid group reference ${group}`, position);
    if (literal !== '') pieces.push(literal);
    literal = '';
    pieces.push(group);
  };
  let at = 0;
  while (at < chars.length) {
    const char = chars[at]!;
    if (char !== '\\') {
      literal += char;
      at++;
      continue;
    }
    const start = at;
    const next = chars[at + 1];
    if (next === undefined) throw new PatternProblem('bad escape (end of pattern)', start);
    at += 2;
    if (next === 'g') {
      if (chars[at] !== '<') throw new PatternProblem('missing <', at);
      at++;
      const nameStart = at;
      let name = '';
      while (at < chars.length && chars[at] !== '>') name += chars[at++];
      if (at >= chars.length) {
        throw new PatternProblem(name === '' ? 'missing group name' : 'missing >, unterminated name', nameStart);
      }
      if (name === '') throw new PatternProblem('missing group name', nameStart);
      at++;
      addGroup(groupNamed(name, nameStart, groups, names, isText), nameStart);
    } else if (next === '0') {
      let digits = '0';
      while (digits.length < 3 && isOctal(chars[at])) digits += chars[at++];
      literal += String.fromCodePoint(Number.parseInt(digits, 8) & 0xff);
    } else if (isDigit(next)) {
      let digits = next;
      let octal = false;
      if (isDigit(chars[at])) {
        digits += chars[at++];
        if (isOctal(digits[0]) && isOctal(digits[1]) && isOctal(chars[at])) {
          digits += chars[at++];
          octal = true;
          const value = Number.parseInt(digits, 8);
          if (value > 0o377) throw new PatternProblem(`octal escape value \\${digits} outside of range 0-0o377`, start);
          literal += String.fromCodePoint(value);
        }
      }
      if (!octal) addGroup(Number(digits), start + 1);
    } else if (ESCAPES[next] !== undefined) literal += ESCAPES[next];
    else if (/^[A-Za-z]$/.test(next)) throw new PatternProblem(`bad escape \\${next}`, start);
    else literal += `\\${next}`;
  }
  if (literal !== '') pieces.push(literal);
  return pieces;
}

function groupNamed(name: string, position: number, groups: number, names: ReadonlyMap<string, number>, isText: boolean): number {
  if (/^[0-9]+$/.test(name)) {
    const group = Number(name);
    if (group > groups) throw new PatternProblem(`invalid group reference ${name}`, position);
    return group;
  }
  const points = [...name].map((char) => char.codePointAt(0)!);
  const good = (isIdentifierStart(points[0]!) || points[0] === 95) && points.every((point) => isIdentifierContinue(point));
  if (!good || (!isText && points.some((point) => point > 127))) {
    throw new PatternProblem(`bad character in group name ${quoted(name)}`, position);
  }
  const group = names.get(name);
  if (group === undefined) throw new PatternProblem(`unknown group name ${quoted(name)}`, null, 'IndexError');
  return group;
}
