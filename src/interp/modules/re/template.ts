/** Replacement templates of sub() and Match.expand(): literal text and group numbers (CPython: re._parser.parse_template). */
import { SIMPLE_ESCAPES } from './parse.ts';
import { PatternSource, pointCount, quoted } from './pattern-source.ts';
import { MAX_GROUPS, PatternProblem } from './syntax.ts';

const OCTAL = /^[0-7]$/;
const DIGIT = /^[0-9]$/;

/** Pieces of a template for a pattern with `groups` groups beside group 0 (bytes as Latin-1 text). Throws PatternProblem. */
export function parseReplacement(
  text: string,
  isText: boolean,
  groups: number,
  names: ReadonlyMap<string, number>,
): (string | number)[] {
  const source = new PatternSource(text, isText);
  const pieces: (string | number)[] = [];
  let literal = '';
  const addGroup = (group: number, offset: number): void => {
    if (group > groups) throw source.problem(`invalid group reference ${group}`, offset);
    if (literal !== '') pieces.push(literal);
    literal = '';
    pieces.push(group);
  };
  const isNext = (test: RegExp): boolean => source.next !== null && test.test(source.next);
  for (;;) {
    const piece = source.get();
    if (piece === null) break;
    if (!piece.startsWith('\\')) {
      literal += piece;
      continue;
    }
    const letter = piece.slice(1);
    if (letter === 'g') {
      if (!source.match('<')) throw source.problem('missing <');
      const name = source.getUntil('>', 'group name');
      if (/^[0-9]+$/.test(name)) {
        const group = Number(name);
        if (group >= MAX_GROUPS) throw source.problem(`invalid group reference ${BigInt(name)}`, name.length + 1);
        addGroup(group, name.length + 1);
      } else {
        source.checkGroupName(name, 1);
        const group = names.get(name);
        if (group === undefined) throw new PatternProblem(`unknown group name ${quoted(name)}`, null, 'IndexError');
        addGroup(group, pointCount(name) + 1);
      }
    } else if (letter === '0') {
      let digits = '0';
      if (isNext(OCTAL)) digits += source.get();
      if (digits.length > 1 && isNext(OCTAL)) digits += source.get();
      literal += String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
    } else if (DIGIT.test(letter)) {
      let digits = letter;
      let isOctal = false;
      if (isNext(DIGIT)) {
        digits += source.get();
        if (OCTAL.test(digits[0]!) && OCTAL.test(digits[1]!) && isNext(OCTAL)) {
          digits += source.get();
          isOctal = true;
          const point = Number.parseInt(digits, 8);
          if (point > 0o377) throw source.problem(`octal escape value \\${digits} outside of range 0-0o377`, digits.length + 1);
          literal += String.fromCharCode(point);
        }
      }
      if (!isOctal) addGroup(Number(digits), digits.length);
    } else {
      const simple = SIMPLE_ESCAPES[letter];
      if (simple !== undefined) literal += String.fromCharCode(simple);
      else if (/^[A-Za-z]$/.test(letter)) throw source.problem(`bad escape ${piece}`, 2);
      else literal += piece;
    }
  }
  if (literal !== '') pieces.push(literal);
  return pieces;
}
