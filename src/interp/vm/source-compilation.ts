/** Compiling source text to code objects: for modules, exec and eval, and compile(). */
import { type Address, WORDS } from '../../heap/memory.ts';
import { CO_FUTURE_ANNOTATIONS } from '../bytecode/code-unit.ts';
import type { Compiled } from '../bytecode/compile.ts';
import { compileExpression, compileModule, compileSingle } from '../bytecode/compile.ts';
import { bytesLike, isBytesLike } from '../objects/buffer.ts';
import { isBytes } from '../objects/bytes.ts';
import { EXC_FIELDS, newException } from '../objects/exception.ts';
import { newInt } from '../objects/int.ts';
import { newTuple, tupleFrom, tupleItem } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { callSpecial, findAttrNamed } from '../runtime/attributes.ts';
import { argumentTypeName, caught, raise, raiseException, raiseTypeError } from '../runtime/exceptions.ts';
import { asIndex, isTrue, takeText } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { PySyntaxError, type SyntaxWarningNote } from '../syntax/syntax-error.ts';
import { decodeObject } from '../types/decode-object.ts';
import { newCode } from './code-loader.ts';
import { R_CODE, RECORD } from './frame-record.ts';
import type { Vm } from './vm.ts';

const M = WORDS;

/** Raises the Python exception that a PySyntaxError stands for. */
export function raiseSyntaxError(rt: Runtime, problem: PySyntaxError): never {
  const info = rt.types[problem.kind]!;
  if (!info.mro.includes(rt.types['SyntaxError']!)) raise(rt, problem.kind, problem.message);
  const message = rt.push(newStr(rt, problem.message));
  if (problem.line === 0 && problem.stage === 'token') {
    const bare = newException(rt, info, newTuple(rt, [rt.retain(M[message])]));
    M[bare + EXC_FIELDS] = M[message];
    rt.sp = message;
    raiseException(rt, bare);
  }
  const text = shownLine(rt, problem);
  const place = rt.push(
    tupleFrom(rt, [
      () => newStr(rt, problem.filename),
      () => newInt(rt, problem.line),
      () => newInt(rt, problem.column),
      () => (text === null ? rt.none : newStr(rt, text)),
      () => newInt(rt, problem.endLine),
      () => newInt(rt, problem.endColumn),
    ]),
  );
  const given = problem.stage === 'names' ? [message] : [message, place];
  const args = newTuple(
    rt,
    given.map((slot) => rt.retain(M[slot])),
  );
  const exception = newException(rt, info, args);
  M[exception + EXC_FIELDS] = rt.retain(M[message]);
  for (let index = 0; index < 6; index++) M[exception + EXC_FIELDS + 2 + 2 * index] = rt.retain(tupleItem(rt, M[place], index));
  rt.unwind(message);
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

/** compile(source, filename, mode, flags, dont_inherit, optimize). */
export function compileSource(vm: Vm, args: Address): Address {
  const rt = vm.rt;
  const source = M[args];
  const filename = filePath(rt, M[args + 2]);
  if (!isStr(rt, M[args + 4])) {
    raiseTypeError(rt, `compile() argument 'mode' must be str, not ${argumentTypeName(rt, M[args + 4])}`);
  }
  const mode = strText(rt, M[args + 4]);
  if (mode.includes('\0')) raise(rt, 'ValueError', 'embedded null character');
  const flags = M[args + 6] === 0 ? 0 : asIndex(rt, M[args + 6]);
  if ((flags & ~KNOWN_FLAGS) !== 0) raise(rt, 'ValueError', 'compile(): unrecognised flags');
  const inherits = M[args + 8] === 0 || !isTrue(rt, M[args + 8]);
  const optimize = M[args + 10] === 0 ? -1 : asIndex(rt, M[args + 10]);
  if (optimize < -1 || optimize > 2) raise(rt, 'ValueError', 'compile(): invalid optimize value');
  const plain = isStr(rt, source) || isBytesLike(rt, source);
  if ((flags & ONLY_AST) !== 0 || (!plain && rt.typeOf(source).module === 'ast')) return compileTree(rt, args);
  if (!['exec', 'eval', 'single'].includes(mode)) raise(rt, 'ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
  if (!plain) raiseTypeError(rt, 'compile() arg 1 must be a string, bytes or AST object');
  const text = isStr(rt, source) ? strText(rt, source) : Uint8Array.from(bytesLike(rt, source));
  const future = (flags & CO_FUTURE_ANNOTATIONS) !== 0 || (inherits && hasFutureAnnotations(vm));
  return compileToCode(rt, text, filename, mode, future);
}

/** Has the running code `from __future__ import annotations`? What it compiles inherits that. */
export function hasFutureAnnotations(vm: Vm): boolean {
  const { depth } = vm.rt;
  return depth > 0 && (vm.codes[vm.frames[depth * RECORD + R_CODE]!]!.flags & CO_FUTURE_ANNOTATIONS) !== 0;
}

/** Text of a file's name: a str, bytes, or an object that tells it (CPython: PyUnicode_FSDecoder). */
function filePath(rt: Runtime, value: Address): string {
  const held = rt.push(rt.retain(value));
  if (!isStr(rt, value) && !isBytes(rt, value)) {
    const told = callSpecial(rt, value, '__fspath__');
    if (told === 0) {
      raiseTypeError(rt, `expected str, bytes or os.PathLike object, not ${rt.typeOf(M[held]).name}`);
    }
    rt.push(told);
    if (!isStr(rt, told) && !isBytes(rt, told)) {
      const asked = rt.typeOf(M[held]).name;
      raiseTypeError(rt, `expected ${asked}.__fspath__() to return str or bytes, not ${rt.typeOf(told).name}`);
    }
  }
  const path = M[rt.sp - 2];
  const text = isStr(rt, path) ? strText(rt, path) : takeText(rt, decodeObject(rt, path, 'utf-8', 'surrogateescape'));
  if (text.includes('\0')) raise(rt, 'ValueError', 'embedded null character');
  rt.unwind(held);
  return text;
}
