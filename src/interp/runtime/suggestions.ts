/** ". Did you mean: 'x'?" behind NameError, AttributeError and ImportError (CPython: Lib/traceback.py, _compute_suggestion_error). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { dictEntryKey, dictNext } from '../objects/dict.ts';
import { EXC_FIELDS, EXC_TRACEBACK, TB_FRAME, TB_NEXT } from '../objects/exception.ts';
import { FUNC_BUILTINS, FUNC_CODE_INDEX, FUNC_GLOBALS } from '../objects/function.ts';
import { listItem, listLength } from '../objects/sequence.ts';
import { isStr, strText } from '../objects/str.ts';
import { RAISED, type Runtime } from './runtime.ts';

const M = WORDS;

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_ITEMS = 750;
const MAX_LENGTH = 40;

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

/** Edit distance in half moves, or more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let left = a.slice(start);
  let right = b.slice(start);
  while (left !== '' && right !== '' && left.at(-1) === right.at(-1)) {
    left = left.slice(0, -1);
    right = right.slice(0, -1);
  }
  if (left === '' || right === '') return MOVE_COST * (left.length + right.length);
  if (left.length > MAX_LENGTH || right.length > MAX_LENGTH) return most + 1;
  if (right.length < left.length) [left, right] = [right, left];
  if ((right.length - left.length) * MOVE_COST > most) return most + 1;
  const row = Array.from({ length: left.length }, (_, index) => (index + 1) * MOVE_COST);
  let result = 0;
  for (let column = 0; column < right.length; column++) {
    let diagonal = column * MOVE_COST;
    result = column * MOVE_COST;
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < left.length; index++) {
      const replaced = diagonal + substitution(right[column]!, left[index]!);
      diagonal = row[index]!;
      result = Math.min(replaced, Math.min(result, diagonal) + MOVE_COST);
      row[index] = result;
      least = Math.min(least, result);
    }
    if (least > most) return most + 1;
  }
  return result;
}

/** The closest of `names` to `wrong`, or null. */
export function closest(names: readonly string[], wrong: string): string | null {
  if (names.length > MAX_ITEMS || wrong.length > MAX_LENGTH) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    if (name === wrong) continue;
    let most = Math.floor(((name.length + wrong.length + 3) * MOVE_COST) / 6);
    most = Math.min(most, bestDistance - 1);
    const found = distance(wrong, name, most);
    if (found > most) continue;
    if (best === null || found < bestDistance) {
      best = name;
      bestDistance = found;
    }
  }
  return best;
}

function namesOfDict(rt: Runtime, dict: Address): string[] {
  const names: string[] = [];
  for (let index = dictNext(rt, dict, 0); index >= 0; index = dictNext(rt, dict, index + 1)) {
    const key = dictEntryKey(rt, dict, index);
    if (isStr(rt, key)) names.push(strText(rt, key));
  }
  return names;
}

/** Names that begin with `_` only where `hidden` is false: for a wrong name that does too, and for a method's own object. */
function attributesOf(rt: Runtime, object: Address, hidden: boolean): string[] {
  const mark = rt.sp;
  try {
    const list = rt.push(rt.dirOf(rt, object));
    const names: string[] = [];
    for (let index = 0; index < listLength(rt, M[list]); index++) {
      const name = listItem(rt, M[list], index);
      if (isStr(rt, name)) names.push(strText(rt, name));
    }
    rt.unwind(mark);
    return !hidden ? names : names.filter((name) => !name.startsWith('_'));
  } catch (thrown) {
    if (thrown !== RAISED) throw thrown;
    rt.unwind(mark);
    rt.setRoot(rt.pending, 0);
    return [];
  }
}

/** The frame that raised, or 0. */
function lastFrame(exception: Address): Address {
  let last = M[exception + EXC_TRACEBACK];
  if (last === 0) return 0;
  while (M[last + TB_NEXT] !== 0) last = M[last + TB_NEXT];
  return M[last + TB_FRAME];
}

/** The `self` of a frame whose first parameter has that name, or 0. */
function ownObject(rt: Runtime, frame: Address): Address {
  if (frame === 0) return 0;
  const code = rt.codes[M[M[frame + 6] + FUNC_CODE_INDEX]]!;
  return code.unit.varNames[0] === 'self' ? M[frame + 16] : 0;
}

/** The hint behind an exception's message, or ''. */
export function suggestion(rt: Runtime, exception: Address): string {
  const info = rt.typeOf(exception);
  const field = (index: number): Address => M[exception + EXC_FIELDS + 2 * index];
  if (info.mro.includes(rt.types['ImportError']!)) {
    const wrong = field(3);
    const module = field(1);
    if (wrong === 0 || module === 0 || !isStr(rt, wrong) || !isStr(rt, module)) return '';
    const held = rt.loadedModule(strText(rt, module));
    if (held === 0) return '';
    const found = closest(attributesOf(rt, held, !strText(rt, wrong).startsWith('_')), strText(rt, wrong));
    return found === null ? '' : `. Did you mean: '${found}'?`;
  }
  const isName = info.mro.includes(rt.types['NameError']!);
  if (!isName && !info.mro.includes(rt.types['AttributeError']!)) return '';
  const name = field(0);
  if (name === 0 || name === rt.none || !isStr(rt, name)) return '';
  const wrong = strText(rt, name);
  if (!isName) {
    const object = field(1);
    if (object === 0) return '';
    const hidden = !wrong.startsWith('_') && ownObject(rt, lastFrame(exception)) !== object;
    const found = closest(attributesOf(rt, object, hidden), wrong);
    return found === null ? '' : `. Did you mean: '${found}'?`;
  }
  const frame = lastFrame(exception);
  if (frame === 0) return '';
  const callable = M[frame + 6];
  const locals: string[] = [];
  const dict = rt.push(callMethodLocals(rt, frame));
  locals.push(...namesOfDict(rt, M[dict]));
  rt.unwind(dict);
  const candidates = [
    ...locals,
    ...namesOfDict(rt, M[callable + FUNC_GLOBALS]),
    ...namesOfDict(rt, M[callable + FUNC_BUILTINS]),
  ];
  const self = locals.includes('self') ? ownObject(rt, frame) : 0;
  if (self !== 0 && attributesOf(rt, self, false).includes(wrong)) return `. Did you mean: 'self.${wrong}'?`;
  const found = closest(candidates, wrong);
  // The modules of CPython's library, those that are refused here among them.
  const module = rt.hasBuiltinModule(wrong) || rt.refusedModule(wrong) !== null ? wrong : null;
  if (found !== null && module !== null) return `. Did you mean: '${found}'? Or did you forget to import '${module}'?`;
  if (found !== null) return `. Did you mean: '${found}'?`;
  return module === null ? '' : `. Did you forget to import '${module}'?`;
}

function callMethodLocals(rt: Runtime, frame: Address): Address {
  return rt.frameLocals(rt, frame);
}
