/** The module unicodedata: names from the table of `\N{}`, normal forms and categories from the host, the rest in py/unicodedata.py. */
import { WORDS } from '../../heap/memory.ts';
import { isStr, newStr, strLength, strText } from '../objects/str.ts';
import { argumentTypeName, raiseTypeError } from '../runtime/exceptions.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { characterByName, nameOfCharacter } from '../syntax/unicode-names.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

const CATEGORIES = 'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn'
  .split(' ')
  .map((name) => ({ name, pattern: new RegExp(`^\\p{General_Category=${name}}$`, 'u') }));

function codePoint(rt: Runtime, args: number, what: string): number {
  const given = M[args];
  if (!isStr(rt, given)) raiseTypeError(rt, `${what} must be a unicode character, not ${argumentTypeName(rt, given)}`);
  if (strLength(rt, given) !== 1) raiseTypeError(rt, `${what} must be a unicode character, not str`);
  return strText(rt, given).codePointAt(0)!;
}

const category: NativeSpec = {
  name: 'category',
  arity: 'one',
  fn: (rt, args) => {
    const letter = String.fromCodePoint(codePoint(rt, args, 'category() argument'));
    return newStr(rt, CATEGORIES.find((each) => each.pattern.test(letter))?.name ?? 'Cn');
  },
};

/** _name(character): its name, or None. */
const name: NativeSpec = {
  name: '_name',
  arity: 'one',
  fn: (rt, args) => {
    const found = nameOfCharacter(codePoint(rt, args, 'name() argument 1'));
    return found === null ? rt.none : newStr(rt, found);
  },
};

/** _lookup(name): the character or sequence, or None. */
const lookup: NativeSpec = {
  name: '_lookup',
  arity: 'one',
  fn: (rt, args) => {
    const found = characterByName(strText(rt, M[args]));
    return found === null ? rt.none : newStr(rt, found);
  },
};

/** _normalized(form, text), the form one of the four. */
const normalized: NativeSpec = {
  name: '_normalized',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => newStr(rt, strText(rt, M[args + 2]).normalize(strText(rt, M[args]))),
};

export const unicodedataModule: ModuleSpec = {
  name: 'unicodedata',
  functions: [category, name, lookup, normalized],
  get python() {
    return pythonSource('unicodedata');
  },
};
