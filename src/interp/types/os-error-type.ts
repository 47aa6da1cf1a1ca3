/**
 * OSError (CPython: Objects/exceptions.c).
 *
 * ```
 *  fields: errno, strerror, filename, filename2; then, in 8 bytes, one more than characters_written, 0 without it
 * ```
 */
import { type Address, DOUBLES, WORDS } from '../../heap/memory.ts';
import { EXC_ARGS, EXC_FIELDS } from '../objects/exception.ts';
import { intToSafeNumber, isInt, newInt } from '../objects/int.ts';
import { newStr } from '../objects/str.ts';
import { raise, raiseTypeError } from '../runtime/exceptions.ts';
import { asSize, reprText, strOf } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import type { GetSetSpec } from '../runtime/types.ts';
import { argsTuple, baseNew, baseStr, type ExceptionClass, setArgs, setField, withFields } from './exception-class.ts';
import { OS_ERROR_STATE_METHODS } from './exception-state.ts';

const M = WORDS;

const FIELDS = ['errno', 'strerror', 'filename', 'filename2'] as const;
const ERROR_NUMBER = 0;
const MESSAGE = 1;
const FILENAME = 2;
const SECOND_FILENAME = 3;
const WRITTEN = EXC_FIELDS + 2 * FIELDS.length;

/** errno to the subclass that OSError(errno, ...) makes. */
const ERRNO: Readonly<Record<number, string>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
  114: 'BlockingIOError',
  115: 'BlockingIOError',
};

function osErrorText(rt: Runtime, self: Address): Address {
  const [errno, strerror, filename, filename2] = FIELDS.map((_, index) => M[self + EXC_FIELDS + 2 * index]) as [
    Address,
    Address,
    Address,
    Address,
  ];
  if (filename !== 0) {
    const second = filename2 === 0 ? '' : ` -> ${reprText(rt, filename2)}`;
    return newStr(
      rt,
      `[Errno ${errno === 0 ? 'None' : strOf(rt, errno)}] ${strerror === 0 ? 'None' : strOf(rt, strerror)}: ${reprText(rt, filename)}${second}`,
    );
  }
  if (errno !== 0 && strerror !== 0) return newStr(rt, `[Errno ${strOf(rt, errno)}] ${strOf(rt, strerror)}`);
  return baseStr(rt, self);
}

/** What a write that would block has written; a file name that is a number says so in a BlockingIOError. */
const CHARACTERS_WRITTEN: GetSetSpec = {
  name: 'characters_written',
  get: (rt, self) => {
    const written = DOUBLES[(self + WRITTEN) >> 1]!;
    return written === 0 ? raise(rt, 'AttributeError', 'characters_written') : newInt(rt, written - 1);
  },
  set: (rt, self, value) => {
    if (value === 0 && DOUBLES[(self + WRITTEN) >> 1] === 0) raise(rt, 'AttributeError', 'characters_written');
    DOUBLES[(self + WRITTEN) >> 1] = value === 0 ? 0 : asSize(rt, value, 'ValueError', true) + 1;
  },
};

/** Does `__init__` set the fields, since a subclass has one of its own that may pass on others (oserror_use_init)? */
function usesInit(rt: Runtime, info: TypeInfo): boolean {
  const base = rt.types['OSError']!;
  return info.init !== base.init && info.new === base.new;
}

/** PyNumber_Check. */
function isNumber(rt: Runtime, object: Address): boolean {
  const info = rt.typeOf(object);
  return isInt(rt, object) || info.index !== null || info.float !== null || info === rt.types['complex'];
}

/** The fields from two to five arguments (oserror_init). */
function setFields(rt: Runtime, self: Address, args: Address, count: number): void {
  if (count < 2 || count > 5) return;
  setField(rt, self, ERROR_NUMBER, rt.retain(M[args]));
  setField(rt, self, MESSAGE, rt.retain(M[args + 2]));
  if (count === 2 || M[args + 4] === rt.none) return;
  if (rt.typeOf(self) === rt.types['BlockingIOError'] && isNumber(rt, M[args + 4])) {
    DOUBLES[(self + WRITTEN) >> 1] = asSize(rt, M[args + 4], 'ValueError', true) + 1;
    return;
  }
  setField(rt, self, FILENAME, rt.retain(M[args + 4]));
  if (count > 4 && M[args + 8] !== rt.none) setField(rt, self, SECOND_FILENAME, rt.retain(M[args + 8]));
  // Of what names files only the first two arguments are kept.
  rt.replace(self, self + EXC_ARGS, argsTuple(rt, args, 2));
}

export const OS_ERROR: ExceptionClass = withFields(
  'OSError',
  'Exception',
  FIELDS,
  {
    new: (rt, type, args, count, kwnames) => {
      let info = rt.infoOfType(type);
      if (usesInit(rt, info)) return baseNew(rt, type, args, 0, 0);
      if (kwnames !== 0) raiseTypeError(rt, `${info.name}() takes no keyword arguments`);
      if (info === rt.types['OSError'] && count >= 2 && count <= 5 && isInt(rt, M[args])) {
        const name = ERRNO[intToSafeNumber(rt, M[args])];
        if (name !== undefined) info = rt.types[name]!;
      }
      const root = rt.push(baseNew(rt, info.address, args, count, 0));
      setFields(rt, M[root], args, count);
      return rt.pop();
    },
    init: (rt, self, args, count, kwnames) => {
      const info = rt.typeOf(self);
      if (!usesInit(rt, info)) return;
      if (kwnames !== 0) raiseTypeError(rt, `${info.name}() takes no keyword arguments`);
      setArgs(rt, self, args, count);
      setFields(rt, self, args, count);
    },
    str: osErrorText,
    getset: [CHARACTERS_WRITTEN],
    methods: OS_ERROR_STATE_METHODS,
  },
  8,
);
