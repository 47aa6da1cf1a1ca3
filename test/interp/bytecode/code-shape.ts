import { CO_OPTIMIZED, type CodeUnit, type Constant } from '../../../src/interp/bytecode/code-unit.ts';
import { OPCODES } from '../../../src/interp/bytecode/opcodes.ts';
import { complexRepr } from '../../../src/interp/numeric/complex-text.ts';
import { floatRepr } from '../../../src/interp/numeric/float-repr.ts';
import { asciiEscaped, bytesRepr, stringReprOfText } from '../../../src/interp/text/str-repr.ts';

/** The shape of compiled code as scripts/code_shape.py records it of CPython's. */
export interface Shape {
  qualname: string;
  line: number;
  flags: number;
  args: number[];
  varnames: string[];
  cells: string[];
  frees: string[];
  consts: string[];
  /** Kind, line, end line, column, end column; under a handler also the step it begins with and whether lasti is kept. */
  steps: (string | number)[][];
}

const KINDS: Readonly<Record<string, string>> = {
  LOAD_GLOBAL: 'load-global',
  LOAD_NAME: 'load-name',
  STORE_NAME: 'store-name',
  DELETE_NAME: 'delete-name',
  STORE_GLOBAL: 'store-global',
  DELETE_GLOBAL: 'delete-global',
  DELETE_FAST: 'delete-fast',
  LOAD_DEREF: 'load-deref',
  STORE_DEREF: 'store-deref',
  DELETE_DEREF: 'delete-deref',
  LOAD_FROM_DICT_OR_DEREF: 'load-class-deref',
  LOAD_FROM_DICT_OR_GLOBALS: 'load-class-global',
  LOAD_ATTR: 'attr',
  LOAD_METHOD: 'attr',
  LOAD_SUPER_ATTR: 'super',
  LOAD_SUPER_METHOD: 'super',
  STORE_ATTR: 'store-attr',
  DELETE_ATTR: 'delete-attr',
  CONTAINS_OP: 'contains',
  BINARY_SUBSCR: 'subscript',
  STORE_SUBSCR: 'store-subscript',
  DELETE_SUBSCR: 'delete-subscript',
  BINARY_SLICE: 'slice',
  STORE_SLICE: 'store-slice',
  BUILD_SLICE: 'build-slice',
  CALL: 'call',
  CALL_METHOD: 'call',
  CALL_KW: 'call',
  CALL_METHOD_KW: 'call',
  CALL_EX: 'call',
  CALL_EXIT: 'call',
  GET_ITER: 'iter',
  FOR_ITER: 'for-iter',
  UNPACK_SEQUENCE: 'unpack',
  UNPACK_EX: 'unpack-ex',
  RAISE_VARARGS: 'raise',
  RERAISE: 'reraise',
  RETURN_VALUE: 'return',
  IMPORT_NAME: 'import',
  IMPORT_FROM: 'import-from',
  YIELD_VALUE: 'yield',
  MAKE_FUNCTION: 'function',
  FORMAT_SIMPLE: 'format',
  FORMAT_WITH_SPEC: 'format',
  BUILD_STRING: 'build-string',
  CONVERT_VALUE: 'convert',
  CHECK_EXC_MATCH: 'match-exception',
  CHECK_EG_MATCH: 'match-group',
  SEND: 'send',
  WITH_EXCEPT_START: 'with-exit',
  BEFORE_WITH: 'with-enter',
  BEFORE_ASYNC_WITH: 'with-enter',
  LOAD_BUILD_CLASS: 'class',
  GET_AWAITABLE: 'awaitable',
  GET_AITER: 'aiter',
  GET_ANEXT: 'anext',
  END_ASYNC_FOR: 'end-async-for',
  GET_YIELD_FROM_ITER: 'iter-yield-from',
  LIST_APPEND: 'append',
  SET_ADD: 'set-add',
  MAP_ADD: 'map-add',
  LIST_EXTEND: 'extend',
  SET_UPDATE: 'set-update',
  DICT_UPDATE: 'dict-update',
  DICT_MERGE: 'dict-merge',
  BUILD_LIST: 'list',
  BUILD_SET: 'set',
  UNARY_NEGATIVE: 'negative',
  UNARY_INVERT: 'invert',
  UNARY_NOT: 'not',
  MATCH_MAPPING: 'match-mapping',
  MATCH_SEQUENCE: 'match-sequence',
  MATCH_KEYS: 'match-keys',
  MATCH_CLASS: 'match-class',
  GET_LEN: 'len',
  PUSH_EXC_INFO: 'push-exception',
  POP_EXCEPT: 'pop-exception',
  LOAD_ASSERTION_ERROR: 'assertion-error',
  SETUP_ANNOTATIONS: 'annotations',
  LOAD_LOCALS: 'locals',
  CLEANUP_THROW: 'cleanup-throw',
  RETURN_GENERATOR: 'generator',
  SWAP: 'swap',
  COPY: 'copy',
};

/** Instructions whose argument belongs to the shape. */
const COUNTED = new Set(
  (
    'SWAP COPY LIST_APPEND SET_ADD MAP_ADD DICT_UPDATE UNPACK_SEQUENCE UNPACK_EX RERAISE RAISE_VARARGS MATCH_CLASS ' +
    'BUILD_SLICE GET_AWAITABLE CONVERT_VALUE BUILD_STRING YIELD_VALUE BUILD_LIST BUILD_SET CONTAINS_OP'
  ).split(' '),
);

function kindOf(opcode: string, arg: number, flags: number): string | undefined {
  if (opcode.startsWith('COMPARE_')) return 'compare';
  if (opcode.startsWith('BINARY_') && !['BINARY_SUBSCR', 'BINARY_SLICE'].includes(opcode)) return 'binary';
  if (opcode === 'COPY' && arg === 1) return undefined;
  if (opcode === 'SWAP' && (flags & CO_OPTIMIZED) === 0) return undefined;
  const kind = KINDS[opcode];
  return kind !== undefined && COUNTED.has(opcode) ? `${kind} ${arg}` : kind;
}

export function shapes(code: CodeUnit): Shape[] {
  const out = [shape(code)];
  for (const value of code.constants) if (value.kind === 'code') out.push(...shapes(value.code));
  return out;
}

function shape(code: CodeUnit): Shape {
  const steps: (string | number)[][] = [];
  const at: number[] = [];
  code.code.forEach((word, index) => {
    const kind = kindOf(OPCODES[word & 0xff]!.name, word >> 8, code.flags);
    if (kind === undefined) return;
    steps.push([kind, ...code.positions.subarray(4 * index, 4 * index + 4)]);
    at.push(index);
  });
  steps.forEach((step, index) => {
    const position = at[index]!;
    for (let entry = 0; entry < code.exceptionTable.length; entry += 5) {
      const [start, end, target, , lasti] = code.exceptionTable.subarray(entry, entry + 5);
      if (start! <= position && position < end!) {
        step.push(
          at.findIndex((other) => other >= target!),
          lasti!,
        );
        break;
      }
    }
  });
  return {
    qualname: code.qualname,
    line: code.firstLine,
    flags: code.flags,
    args: [code.argCount, code.posOnlyCount, code.kwOnlyCount],
    varnames: [...code.varNames],
    cells: [...code.cellNames],
    frees: [...code.freeNames],
    consts: code.constants.map(constantText),
    steps,
  };
}

function constantText(value: Constant): string {
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'ellipsis':
      return 'Ellipsis';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imag);
    case 'str':
      return asciiEscaped(stringReprOfText(value.value));
    case 'bytes':
      return bytesRepr(value.value);
    case 'tuple':
      return `(${value.items.map(constantText).join(', ')})`;
    case 'frozenset':
      return `frozenset(${value.items.map(constantText).sort().join(', ')})`;
    case 'code':
      return '<code>';
  }
}
