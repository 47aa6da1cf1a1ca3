/** Running code from outside the loop: modules, class bodies, exec and eval, and the helpers that look at the running frame. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { CO_FUTURE_ANNOTATIONS } from '../bytecode/code-unit.ts';
import type { Compiled } from '../bytecode/compile.ts';
import { compileExpression, compileModule, compileSingle } from '../bytecode/compile.ts';
import { bytesLike, isBytesLike } from '../objects/buffer.ts';
import { dictGetStr, dictSetStr, newDict } from '../objects/dict.ts';
import { EXC_FIELDS, newException } from '../objects/exception.ts';
import { CELL_CONTENTS, FUNC_CLOSURE, FUNC_CODE_INDEX, FUNC_GLOBALS } from '../objects/function.ts';
import { newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, newStr, strText } from '../objects/str.ts';
import { findAttrNamed } from '../runtime/attributes.ts';
import { CODE_INDEX } from '../runtime/code-table.ts';
import { caught, raise, raiseException, raiseTypeError } from '../runtime/exceptions.ts';
import { functionOf } from '../runtime/make-function.ts';
import { asIndex } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { PySyntaxError, type SyntaxWarningNote } from '../syntax/syntax-error.ts';
import { newArena, newCode } from './code-loader.ts';
import { ENTRY, R_CODE, R_FP, RECORD } from './frame-record.ts';
import { frameObject } from './tracebacks.ts';
import type { Vm } from './vm.ts';

const M = WORDS;

/** Raises the Python exception that a PySyntaxError stands for. */
export function raiseSyntaxError(rt: Runtime, problem: PySyntaxError): never {
  const info = rt.types[problem.kind]!;
  if (!info.mro.includes(rt.types['SyntaxError']!)) raise(rt, problem.kind, problem.message);
  const message = newStr(rt, problem.message);
  if (problem.line === 0 && problem.stage === 'token') {
    const bare = newException(rt, info, newTuple(rt, [message]));
    M[bare + EXC_FIELDS] = rt.retain(message);
    raiseException(rt, bare);
  }
  const text = shownLine(rt, problem);
  const place = newTuple(rt, [
    newStr(rt, problem.filename),
    newInt(rt, problem.line),
    newInt(rt, problem.column),
    text === null ? rt.none : newStr(rt, text),
    newInt(rt, problem.endLine),
    newInt(rt, problem.endColumn),
  ]);
  const exception = newException(rt, info, newTuple(rt, problem.stage === 'names' ? [message] : [message, place]));
  const fields = [rt.retain(message), ...Array.from({ length: 6 }, (_, index) => rt.retain(tupleItem(rt, place, index)))];
  fields.forEach((value, index) => {
    M[exception + EXC_FIELDS + 2 * index] = value;
  });
  if (problem.stage === 'names') rt.release(place);
  raiseException(rt, exception);
}

/** The line of source that goes with the error: the compiler proper reads it from the file, if there is one. */
function shownLine(rt: Runtime, problem: PySyntaxError): string | null {
  if (problem.stage !== 'compile' && problem.stage !== 'names') return problem.text;
  const line = rt.sourceLines(problem.filename)?.[problem.line - 1];
  return line === undefined ? null : `${line}\n`;
}

/** Compiles source text to a code object; owned. */
export function compileToCode(
  rt: Runtime,
  source: string | Uint8Array,
  filename: string,
  mode: string,
  futureAnnotations: boolean,
  isFile = false,
): Address {
  let compiled: Compiled;
  try {
    const options = { futureAnnotations, isFile };
    compiled =
      mode === 'eval'
        ? compileExpression(source, filename, options)
        : mode === 'single'
          ? compileSingle(source, filename, options)
          : compileModule(source, filename, options);
  } catch (problem) {
    if (!(problem instanceof PySyntaxError)) throw problem;
    giveWarnings(rt, problem.warnings);
    raiseSyntaxError(rt, problem);
  }
  return loadCompiled(rt, compiled);
}

/** Where a filter makes an error of a warning, the program sees a SyntaxError, which says the place better. */
function giveWarnings(rt: Runtime, warnings: readonly SyntaxWarningNote[]): void {
  for (const warning of warnings) {
    const mark = rt.sp;
    try {
      rt.compileWarning(rt, warning);
    } catch (thrown) {
      caught(rt, thrown, mark, warning.category);
      raiseSyntaxError(rt, warning.asError());
    }
  }
}

/** A code object for what a compilation gave, its warnings issued; owned. */
export function loadCompiled(rt: Runtime, compiled: Compiled): Address {
  giveWarnings(rt, compiled.warnings);
  return newCode(rt, compiled.code);
}

/** Library modules are compiled once in a thread: their text is the same for every machine. */
const compiledLibrary = new Map<string, Compiled>();

/** Code object of a library module; owned. */
export function libraryCode(rt: Runtime, source: string, filename: string): Address {
  let compiled = compiledLibrary.get(filename);
  if (compiled === undefined) {
    compiled = compileModule(source, filename);
    compiledLibrary.set(filename, compiled);
  }
  return loadCompiled(rt, compiled);
}

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

function currentFrame(vm: Vm): { fp: Address; slotCount: number; depth: number } | null {
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
  if (mapping !== 0 && (M[mapping + REP] & 0xff) !== KIND.generator) return rt.retain(mapping);
  return rt.frameLocals(rt, frameObject(vm, frame.depth));
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
  const free = code.unit.freeNames.indexOf('__class__');
  if (free < 0) raise(rt, 'RuntimeError', 'super(): __class__ cell not found');
  const cell = M[frame.fp + 2 * (code.slotCount - code.unit.freeNames.length + free)];
  const cls = M[cell + CELL_CONTENTS];
  if (cls === 0) raise(rt, 'RuntimeError', 'super(): empty __class__ cell');
  return [cls, first];
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
    const frame = currentFrame(vm);
    const future = frame !== null && (vm.codes[vm.frames[frame.depth * RECORD + R_CODE]!]!.flags & CO_FUTURE_ANNOTATIONS) !== 0;
    code = compileToCode(rt, text, '<string>', mode, future);
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

/** compile(source, filename, mode, ...). */
/** The flag of compile() that asks for a tree: ast.PyCF_ONLY_AST. */
const ONLY_AST = 0x400;
/** The flags of ast and of the __future__ features; others are refused. */
const KNOWN_FLAGS = 0x1fe_f610;

/** compile() of a tree, or into one: py/ast.py does both. */
function compileTree(rt: Runtime, args: Address): Address {
  const module = rt.push(rt.importModule('ast'));
  const compile = rt.push(findAttrNamed(rt, M[module], '_compile'));
  for (let index = 0; index < 4; index++) {
    const given = M[args + 2 * index];
    rt.push(given === 0 ? rt.none : rt.retain(given));
  }
  const result = rt.call(compile, 4, 0);
  rt.unwind(module);
  return result;
}

const fileNameOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export function compileSource(rt: Runtime, args: Address): Address {
  const source = M[args];
  const plain = isStr(rt, source) || isBytesLike(rt, source);
  const flags = M[args + 6] === 0 ? 0 : asIndex(rt, M[args + 6]);
  if ((flags & ~KNOWN_FLAGS) !== 0) raise(rt, 'ValueError', 'compile(): unrecognised flags');
  const level = M[args + 10] === 0 ? -1 : asIndex(rt, M[args + 10]);
  if (level < -1 || level > 2) raise(rt, 'ValueError', 'compile(): invalid optimize value');
  if ((flags & ONLY_AST) !== 0 || (!plain && rt.typeOf(source).module === 'ast')) return compileTree(rt, args);
  const name = M[args + 2];
  const filename = isStr(rt, name) ? strText(rt, name) : isBytesLike(rt, name) ? fileNameOf(bytesLike(rt, name)) : '<string>';
  const mode = isStr(rt, M[args + 4]) ? strText(rt, M[args + 4]) : '';
  if (!['exec', 'eval', 'single'].includes(mode)) raise(rt, 'ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
  if (!plain) {
    raiseTypeError(rt, 'compile() arg 1 must be a string, bytes or AST object');
  }
  const text = isStr(rt, source) ? strText(rt, source) : Uint8Array.from(bytesLike(rt, source));
  return compileToCode(rt, text, filename, mode, false);
}
