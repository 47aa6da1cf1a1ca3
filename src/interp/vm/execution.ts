/** Running code from outside the loop: modules, class bodies, exec and eval, and the helpers that look at the running frame. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { bytesLike, isBytesLike } from '../objects/buffer.ts';
import { dictGetStr, dictSetStr, newDict } from '../objects/dict.ts';
import { CELL_CONTENTS, FUNC_CLOSURE, FUNC_CODE_INDEX, FUNC_GLOBALS } from '../objects/function.ts';
import { KIND } from '../objects/kinds.ts';
import { tupleLength } from '../objects/sequence.ts';
import { intern, isStr, strText } from '../objects/str.ts';
import { CODE_INDEX } from '../runtime/code-table.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import { functionOf } from '../runtime/make-function.ts';
import { newArena } from './code-loader.ts';
import { ENTRY, R_CODE, R_FP, RECORD } from './frame-record.ts';
import { compileToCode, hasFutureAnnotations } from './source-compilation.ts';
import { frameObject } from './tracebacks.ts';
import type { Vm } from './vm.ts';

const M = WORDS;

/** Runs a code object as a module body or exec text: its names live in `locals`, a mapping. Returns the result, owned. */
export function runCode(vm: Vm, code: Address, globals: Address, locals: Address, closure: Address): Address {
  const rt = vm.rt;
  const builtins = dictGetStr(rt, globals, intern(rt, '__builtins__'));
  let table = M[rt.builtinsDict];
  if (builtins !== 0) {
    const kind = M[builtins + REP] & 0xff;
    if (kind === KIND.dict) table = builtins;
    else if (kind === KIND.module) table = M[builtins + 4];
  }
  const callable = functionOf(rt, rt.retain(code), globals, table);
  if (closure !== 0) M[callable + FUNC_CLOSURE] = rt.retain(closure);
  const base = rt.push(callable);
  return runWithLocals(vm, base, locals);
}

/** Calls the argumentless function in stack slot `base` (the top) with a mapping of locals. Consumes the slot. */
export function runWithLocals(vm: Vm, base: Address, locals: Address): Address {
  const rt = vm.rt;
  const code = vm.codes[M[M[base] + FUNC_CODE_INDEX]]!;
  vm.enterFrame(code, base, base, ENTRY, 0);
  M[base + 2 + 2 * code.slotCount + 2] = rt.retain(locals);
  return vm.runEntered();
}

/** A class body: runs with the namespace as its locals; returns its `__class__` cell or None. */
export function runClassBody(vm: Vm, body: Address, namespace: Address): Address {
  const base = vm.rt.push(vm.rt.retain(body));
  return runWithLocals(vm, base, namespace);
}

interface CurrentFrame {
  readonly fp: Address;
  readonly slotCount: number;
  readonly depth: number;
}

function currentFrame(vm: Vm): CurrentFrame | null {
  const depth = vm.rt.depth;
  if (depth === 0) return null;
  const record = depth * RECORD;
  const code = vm.codes[vm.frames[record + R_CODE]!]!;
  return { fp: vm.frames[record + R_FP]!, slotCount: code.slotCount, depth };
}

/** locals() here: the mapping of a module or class body, a fresh dict for a function. Owned. */
export function currentLocals(vm: Vm): Address {
  const rt = vm.rt;
  const frame = currentFrame(vm);
  if (frame === null) return newDict(rt);
  const mapping = M[frame.fp + 2 * frame.slotCount + 2];
  if (mapping !== 0 && (M[mapping + REP] & 0xff) !== KIND.generator) {
    const inner = comprehensionLocals(vm, frame);
    return inner === 0 ? rt.retain(mapping) : inner;
  }
  return rt.frameLocals(rt, frameObject(vm, frame.depth));
}

/** In a comprehension of a module or class body: its variables alone, as a new dict, owned; 0 elsewhere (PEP 709). */
function comprehensionLocals(vm: Vm, frame: CurrentFrame): Address {
  const { rt } = vm;
  const { localNames, unit } = vm.codes[vm.frames[frame.depth * RECORD + R_CODE]!]!;
  const own = frame.slotCount - unit.freeNames.length;
  let dict = 0;
  for (let index = 0; index < frame.slotCount; index++) {
    const held = M[frame.fp + 2 * index];
    const value = held !== 0 && (M[held + REP] & 0xff) === KIND.cell ? M[held + CELL_CONTENTS] : held;
    // The cells of a class body for its methods.
    if (value === 0 || strText(rt, localNames[index]!).startsWith('__class')) continue;
    // What a class body has of the functions around it is shown only beside such variables.
    if (dict === 0 && index >= own) break;
    if (dict === 0) dict = rt.push(newDict(rt));
    dictSetStr(rt, M[dict], localNames[index]!, value);
  }
  return dict === 0 ? 0 : rt.pop();
}

/** globals() here, borrowed; the builtins' own dict when no Python runs. */
export function currentGlobals(vm: Vm): Address {
  const rt = vm.rt;
  const frame = currentFrame(vm);
  return frame === null ? M[rt.builtinsDict] : M[M[frame.fp - 2] + FUNC_GLOBALS];
}

/** What super() without arguments means: the `__class__` cell and the first argument of the running function. */
export function superArguments(vm: Vm): [Address, Address] {
  const rt = vm.rt;
  const frame = currentFrame(vm);
  if (frame === null) raise(rt, 'RuntimeError', 'super(): no current frame');
  const code = vm.codes[vm.frames[frame.depth * RECORD + R_CODE]!]!;
  if (code.unit.argCount === 0 && (code.unit.flags & 4) === 0) raise(rt, 'RuntimeError', 'super(): no arguments');
  let first = M[frame.fp];
  if (first !== 0 && (M[first + REP] & 0xff) === KIND.cell && code.unit.cellNames.includes(code.unit.localsPlus[0]!)) {
    first = M[first + CELL_CONTENTS];
  }
  if (first === 0) raise(rt, 'RuntimeError', 'super(): arg[0] deleted');
  if (!code.unit.freeNames.includes('__class__')) raise(rt, 'RuntimeError', 'super(): __class__ cell not found');
  const cls = classOfMethod(vm);
  if (cls === 0) raise(rt, 'RuntimeError', 'super(): empty __class__ cell');
  return [cls, first];
}

/** What the `__class__` cell of the running function holds; 0 when it is empty or there is none. */
export function classOfMethod(vm: Vm): Address {
  const frame = currentFrame(vm);
  if (frame === null) return 0;
  const code = vm.codes[vm.frames[frame.depth * RECORD + R_CODE]!]!;
  const free = code.unit.freeNames.indexOf('__class__');
  if (free < 0) return 0;
  const cell = M[frame.fp + 2 * (code.slotCount - code.unit.freeNames.length + free)];
  return M[cell + CELL_CONTENTS];
}

/** exec(source, globals, locals, closure) and eval(source, globals, locals); `args` are its slots, 0 where not given. */
export function execute(vm: Vm, args: Address, mode: 'exec' | 'eval'): Address {
  const rt = vm.rt;
  const source = M[args];
  const given = (index: number): Address => (M[args + 2 * index] === rt.none ? 0 : M[args + 2 * index]);
  const mark = rt.sp;
  let globals = given(1);
  let locals = given(2);
  if (globals !== 0 && (M[globals + REP] & 0xff) !== KIND.dict) {
    raiseTypeError(
      rt,
      mode === 'exec' ? `exec() globals must be a dict, not ${rt.typeOf(globals).name}` : 'globals must be a dict',
    );
  }
  if (globals === 0) {
    globals = currentGlobals(vm);
    if (locals === 0) locals = M[rt.push(currentLocals(vm))];
  } else if (locals === 0) locals = globals;
  if (rt.typeOf(locals).getitem === null) {
    const wrong = `locals must be a mapping or None, not ${rt.typeOf(locals).name}`;
    raiseTypeError(rt, mode === 'exec' ? wrong : 'locals must be a mapping');
  }
  if (dictGetStr(rt, globals, intern(rt, '__builtins__')) === 0) {
    const builtins = rt.loadedModule('builtins');
    if (builtins !== 0) dictSetStr(rt, globals, intern(rt, '__builtins__'), builtins);
  }
  let code: Address;
  if ((M[source + REP] & 0xff) === KIND.code) {
    code = rt.retain(source);
    const free = rt.codes[M[source + CODE_INDEX]]!.unit.freeNames.length;
    const closure = mode === 'exec' ? given(3) : 0;
    if (free > 0 && (closure === 0 || tupleLength(rt, closure) !== free)) {
      raiseTypeError(
        rt,
        closure === 0 && mode === 'eval'
          ? 'code object passed to eval() may not contain free variables'
          : `code object requires a closure of exactly length ${free}`,
      );
    }
  } else {
    let text: string | Uint8Array;
    if (isStr(rt, source)) text = strText(rt, source);
    else if (isBytesLike(rt, source)) text = Uint8Array.from(bytesLike(rt, source));
    else raiseTypeError(rt, `${mode}() arg 1 must be a string, bytes or code object`);
    if (mode === 'eval') {
      if (typeof text === 'string') text = text.replace(/^[ \t]+/, '');
      else text = text.subarray(text.findIndex((byte) => byte !== 32 && byte !== 9));
    }
    code = compileToCode(rt, text, '<string>', mode, hasFutureAnnotations(vm));
  }
  const slot = rt.push(code);
  if (code !== source) rt.push(newArena(rt, code));
  const result = runCode(vm, M[slot], globals, locals, mode === 'exec' ? given(3) : 0);
  rt.push(result);
  rt.sp -= 2;
  M[rt.sp] = 0;
  rt.unwind(mark);
  if (mode === 'exec') {
    rt.release(result);
    return rt.none;
  }
  return result;
}
