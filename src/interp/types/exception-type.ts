/** The built-in exception classes (CPython: Objects/exceptions.c). */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import {
  EXC_ARGS,
  EXC_BYTES,
  EXC_CAUSE,
  EXC_CONTEXT,
  EXC_DICT,
  EXC_FIELDS,
  EXC_SUPPRESS,
  EXC_TRACEBACK,
  isException,
} from '../objects/exception.ts';
import { isInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, listAppend, newListOf, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { findAttrNamed, setAttrNamed } from '../runtime/attributes.ts';
import { positionalCount } from '../runtime/calls.ts';
import { raiseTypeError } from '../runtime/exceptions.ts';
import { isTrue, reprText, strOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { defineType, type GetSetSpec, type TypeSpec } from '../runtime/types.ts';
import { baseInit, baseNew, baseStr, DOCS, setArgs, setField, withFields } from './exception-class.ts';
import { ATTRIBUTE_ERROR_STATE_METHODS, EXCEPTION_STATE_METHODS, IMPORT_ERROR_STATE_METHODS } from './exception-state.ts';
import { OS_ERROR } from './os-error-type.ts';
import { UNICODE_ERRORS } from './unicode-error-type.ts';

const M = WORDS;

function baseRepr(rt: Runtime, self: Address): Address {
  const args = M[self + EXC_ARGS];
  const name = rt.typeOf(self).name;
  const text = reprText(rt, args);
  return newStr(rt, tupleLength(rt, args) === 1 ? `${name}(${reprText(rt, tupleItem(rt, args, 0))})` : `${name}${text}`);
}

function exceptionOrNone(name: string, slot: number): GetSetSpec {
  return {
    name,
    get: (rt, self) => (M[self + slot] === 0 ? rt.none : rt.retain(M[self + slot])),
    set: (rt, self, value) => {
      if (value === 0) raiseTypeError(rt, `${name} may not be deleted`);
      if (value !== rt.none && !isException(rt, value)) {
        raiseTypeError(rt, `exception ${name === '__cause__' ? 'cause' : 'context'} must be None or derive from BaseException`);
      }
      if (name === '__cause__') M[self + EXC_SUPPRESS] = 1;
      rt.replace(self, self + slot, value === rt.none ? 0 : rt.retain(value));
    },
  };
}

const baseException: TypeSpec = {
  name: 'BaseException',
  kind: 'exception',
  basicBytes: EXC_BYTES,
  collectable: true,
  dictOffset: EXC_DICT,
  doc: 'Common base class for all exceptions',
  new: baseNew,
  init: baseInit,
  str: baseStr,
  repr: baseRepr,
  getset: [
    {
      name: 'args',
      get: (rt, self) => rt.retain(M[self + EXC_ARGS]),
      set: (rt, self, value) => {
        if (value === 0) raiseTypeError(rt, 'args may not be deleted');
        rt.replace(self, self + EXC_ARGS, isTuple(rt, value) ? rt.retain(value) : rt.tupleFromIterable(rt, value));
      },
    },
    {
      name: '__traceback__',
      get: (rt, self) => (M[self + EXC_TRACEBACK] === 0 ? rt.none : rt.retain(M[self + EXC_TRACEBACK])),
      set: (rt, self, value) => {
        if (value === 0) raiseTypeError(rt, '__traceback__ may not be deleted');
        if (value !== rt.none && (M[value + REP] & 0xff) !== KIND.traceback) {
          raiseTypeError(rt, '__traceback__ must be a traceback or None');
        }
        rt.replace(self, self + EXC_TRACEBACK, value === rt.none ? 0 : rt.retain(value));
      },
    },
    exceptionOrNone('__context__', EXC_CONTEXT),
    exceptionOrNone('__cause__', EXC_CAUSE),
    {
      name: '__suppress_context__',
      get: (rt, self) => rt.bool(M[self + EXC_SUPPRESS] !== 0),
      set: (rt, self, value) => {
        M[self + EXC_SUPPRESS] = value !== 0 && isTrue(rt, value) ? 1 : 0;
      },
    },
    {
      name: '__dict__',
      get: (rt, self) => rt.retain(rt.ensureDict(rt, self)),
      set: (rt, self, value) => rt.replaceDict(rt, self, value),
    },
  ],
  methods: [
    {
      name: 'with_traceback',
      arity: 'one',
      fn: (rt, args) => {
        setAttrNamed(rt, M[args], '__traceback__', M[args + 2]);
        return rt.retain(M[args]);
      },
    },
    {
      name: 'add_note',
      arity: 'one',
      fn: (rt, args) => {
        if (!isStr(rt, M[args + 2])) raiseTypeError(rt, `note must be a str, not '${rt.typeOf(M[args + 2]).name}'`);
        const notes = findAttrNamed(rt, M[args], '__notes__');
        if (notes === 0) {
          const list = rt.push(newListOf(rt, [rt.retain(M[args + 2])]));
          setAttrNamed(rt, M[args], '__notes__', M[list]);
          rt.unwind(list);
          return rt.none;
        }
        const slot = rt.push(notes);
        if ((M[notes + REP] & 0xff) !== KIND.list) raiseTypeError(rt, 'Cannot add note: __notes__ is not a list');
        listAppend(rt, notes, rt.retain(M[args + 2]));
        rt.unwind(slot);
        return rt.none;
      },
    },
    ...EXCEPTION_STATE_METHODS,
  ],
};

/** Exceptions that only have a name. Base after the colon. */
const PLAIN = `
GeneratorExit:BaseException KeyboardInterrupt:BaseException Exception:BaseException
StopAsyncIteration:Exception ArithmeticError:Exception FloatingPointError:ArithmeticError OverflowError:ArithmeticError
ZeroDivisionError:ArithmeticError AssertionError:Exception BufferError:Exception EOFError:Exception LookupError:Exception
IndexError:LookupError MemoryError:Exception ReferenceError:Exception RuntimeError:Exception RecursionError:RuntimeError
NotImplementedError:RuntimeError PythonFinalizationError:RuntimeError SystemError:Exception TypeError:Exception ValueError:Exception
UnicodeError:ValueError Warning:Exception BytesWarning:Warning DeprecationWarning:Warning EncodingWarning:Warning FutureWarning:Warning
ImportWarning:Warning PendingDeprecationWarning:Warning ResourceWarning:Warning RuntimeWarning:Warning SyntaxWarning:Warning
UnicodeWarning:Warning UserWarning:Warning
`;

/**
 * Keyword arguments that set fields by name, which are empty without them; anything else is refused. Returns the positional count. `type` is what the message calls
 * the class.
 */
function keywordFields(
  rt: Runtime,
  type: string,
  self: Address,
  args: Address,
  count: number,
  kwnames: Address,
  fields: readonly string[],
): number {
  const positional = positionalCount(rt, count, kwnames);
  for (let field = 0; field < fields.length; field++) setField(rt, self, field, 0);
  for (let index = positional; index < count; index++) {
    const name = strText(rt, tupleItem(rt, kwnames, index - positional));
    const field = fields.indexOf(name);
    if (field < 0) raiseTypeError(rt, `${type}() got an unexpected keyword argument '${name}'`);
    setField(rt, self, field, rt.retain(M[args + 2 * index]));
  }
  return positional;
}

const SYNTAX_FIELDS = ['msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line'];

const FIELDED = [
  withFields('StopIteration', 'Exception', ['value'], {
    init: (rt, self, args, count, kwnames) => {
      baseInit(rt, self, args, count, kwnames);
      setField(rt, self, 0, count > 0 ? rt.retain(M[args]) : rt.none);
    },
  }),
  withFields('SystemExit', 'BaseException', ['code'], {
    init: (rt, self, args, count, kwnames) => {
      baseInit(rt, self, args, count, kwnames);
      setField(rt, self, 0, count === 0 ? 0 : count === 1 ? rt.retain(M[args]) : rt.retain(M[self + EXC_ARGS]));
    },
  }),
  withFields('KeyError', 'LookupError', [], {
    str: (rt, self) => {
      const args = M[self + EXC_ARGS];
      return tupleLength(rt, args) === 1 ? newStr(rt, reprText(rt, tupleItem(rt, args, 0))) : baseStr(rt, self);
    },
  }),
  withFields('NameError', 'Exception', ['name'], {
    init: (rt, self, args, count, kwnames) =>
      setArgs(rt, self, args, keywordFields(rt, 'NameError', self, args, count, kwnames, ['name'])),
  }),
  withFields('UnboundLocalError', 'NameError', []),
  withFields('AttributeError', 'Exception', ['name', 'obj'], {
    visits: [1, 0],
    init: (rt, self, args, count, kwnames) =>
      setArgs(rt, self, args, keywordFields(rt, 'AttributeError', self, args, count, kwnames, ['name', 'obj'])),
    methods: ATTRIBUTE_ERROR_STATE_METHODS,
  }),
  withFields('ImportError', 'Exception', ['msg', 'name', 'path', 'name_from'], {
    init: (rt, self, args, count, kwnames) => {
      const positional = keywordFields(rt, 'ImportError', self, args, count, kwnames, ['msg', 'name', 'path', 'name_from']);
      setArgs(rt, self, args, positional);
      if (positional === 1) setField(rt, self, 0, rt.retain(M[args]));
    },
    str: (rt, self) => {
      const message = M[self + EXC_FIELDS];
      return message !== 0 && M[message + REP] === rt.strInfo.rep ? rt.retain(message) : baseStr(rt, self);
    },
    methods: IMPORT_ERROR_STATE_METHODS,
  }),
  withFields('ModuleNotFoundError', 'ImportError', []),
  OS_ERROR,
  ...Object.entries({
    BlockingIOError: 'OSError',
    ChildProcessError: 'OSError',
    ConnectionError: 'OSError',
    BrokenPipeError: 'ConnectionError',
    ConnectionAbortedError: 'ConnectionError',
    ConnectionRefusedError: 'ConnectionError',
    ConnectionResetError: 'ConnectionError',
    FileExistsError: 'OSError',
    FileNotFoundError: 'OSError',
    InterruptedError: 'OSError',
    IsADirectoryError: 'OSError',
    NotADirectoryError: 'OSError',
    PermissionError: 'OSError',
    ProcessLookupError: 'OSError',
    TimeoutError: 'OSError',
  }).map(([name, base]) => withFields(name, base, [])),
  withFields('SyntaxError', 'Exception', SYNTAX_FIELDS, {
    init: (rt, self, args, count, kwnames) => {
      baseInit(rt, self, args, count, kwnames);
      if (count >= 1) setField(rt, self, 0, rt.retain(M[args]));
      if (count === 2) {
        const details = rt.push(rt.tupleFromIterable(rt, M[args + 2]));
        const given = tupleLength(rt, M[details]);
        if (given < 4) raiseTypeError(rt, `function takes at least 4 arguments (${given} given)`);
        if (given > 6) raiseTypeError(rt, `function takes at most 6 arguments (${given} given)`);
        for (let index = 0; index < given; index++) setField(rt, self, index + 1, rt.retain(tupleItem(rt, M[details], index)));
        if (given === 5) raiseTypeError(rt, 'end_offset must be provided when end_lineno is provided');
        rt.unwind(details);
      }
    },
    str: (rt, self) => {
      const message = M[self + EXC_FIELDS];
      const filename = M[self + EXC_FIELDS + 2];
      const line = M[self + EXC_FIELDS + 4];
      const text = message === 0 ? 'None' : strOf(rt, message);
      const hasFile = filename !== 0 && filename !== rt.none && isStr(rt, filename);
      const hasLine = line !== 0 && isInt(rt, line);
      const file = hasFile ? strText(rt, filename).split('/').at(-1) : '';
      if (hasFile && hasLine) return newStr(rt, `${text} (${file}, line ${strOf(rt, line)})`);
      if (hasFile) return newStr(rt, `${text} (${file})`);
      if (hasLine) return newStr(rt, `${text} (line ${strOf(rt, line)})`);
      return newStr(rt, text);
    },
  }),
  withFields('IndentationError', 'SyntaxError', []),
  withFields('TabError', 'IndentationError', []),
  withFields('_IncompleteInputError', 'SyntaxError', []),
  ...UNICODE_ERRORS,
];

/** Defines every built-in exception class. */
export function defineExceptions(rt: Runtime): void {
  defineType(rt, baseException);
  const pending = new Map<string, (rt: Runtime) => TypeSpec>();
  for (const entry of PLAIN.trim().split(/\s+/)) {
    const [name, base] = entry.split(':') as [string, string];
    pending.set(name, (runtime) => ({
      name,
      base: runtime.types[base]!,
      doc: DOCS[name] ?? null,
      restated: ['__init__', '__new__'],
    }));
  }
  const parents = new Map(
    PLAIN.trim()
      .split(/\s+/)
      .map((entry) => entry.split(':') as [string, string]),
  );
  for (const [name, spec] of pending) {
    if (rt.types[parents.get(name)!] !== undefined) defineType(rt, spec(rt));
  }
  for (const entry of FIELDED) defineType(rt, entry.spec(rt));
}
