/**
 * The instruction set: CPython 3.13's unspecialised one, changed where a machine of 32-bit words wants it otherwise.
 *
 * One instruction is one Int32: `op | arg << 8`, arg signed 24 bits. Jump arguments are absolute instruction indices.
 * Differences from CPython 3.13 (Python/bytecodes.c):
 * - calls: `callable args.. CALL n`; `obj LOAD_METHOD name` pushes (function, self) or (0, attribute), then `args.. CALL_METHOD n`;
 *   CALL_KW / CALL_METHOD_KW n have the tuple of keyword names on top of the stack, n counts all arguments;
 *   CALL_EX flags: `callable iterable [mapping if flags & 1]`.
 * - one opcode per binary operator (arg 1 = in-place), one per comparison; truth is taken by the jumps and UNARY_NOT themselves.
 * - JUMP_IF_FALSE_OR_POP / JUMP_IF_TRUE_OR_POP for `and`, `or`.
 * - MAKE_FUNCTION flags: 1 defaults tuple, 2 kwdefaults dict, 4 annotations (tuple of name, value, ... as in 3.13), 8 closure tuple; operands
 *   pushed in that order, then the code constant.
 * - exception tables, PUSH_EXC_INFO, RERAISE, WITH_EXCEPT_START, SEND, CLEANUP_THROW and the match opcodes work as in CPython.
 *
 * `pops`/`pushes`: a number, or 'arg' forms worked out by `stackEffect`. `allocates`: may allocate, run Python or raise.
 */

export interface OpcodeInfo {
  readonly name: string;
  /** Operands taken and left; null where they depend on the argument (see stack-effect.ts). */
  readonly pops: number | null;
  readonly pushes: number | null;
  readonly arg: 'none' | 'local' | 'cell' | 'name' | 'const' | 'jump' | 'count' | 'flags' | 'oparg';
  readonly allocates: boolean;
}

function op(
  name: string,
  pops: number | null,
  pushes: number | null,
  arg: OpcodeInfo['arg'] = 'none',
  allocates = true,
): OpcodeInfo {
  return { name, pops, pushes, arg, allocates };
}

/** The table; an opcode's number is its index. Numbers are internal: nothing stored on disk depends on them. */
export const OPCODES: readonly OpcodeInfo[] = [
  op('NOP', 0, 0, 'none', false),
  op('RESUME', 0, 0, 'oparg'), // 0 function start, 1 after yield, 2 after yield from, 3 after await: safepoint
  op('POP_TOP', 1, 0),
  op('PUSH_NULL', 0, 1, 'none', false),
  op('COPY', 0, 1, 'count', false), // COPY n: push the n-th from the top (1 = top)
  op('SWAP', 0, 0, 'count', false), // SWAP n: exchange top with the n-th
  op('LOAD_CONST', 0, 1, 'const', false),
  op('LOAD_FAST', 0, 1, 'local', false), // raises UnboundLocalError when empty
  op('LOAD_FAST_AND_CLEAR', 0, 1, 'local', false),
  op('STORE_FAST', 1, 0, 'local'),
  op('DELETE_FAST', 0, 0, 'local'),
  op('LOAD_GLOBAL', 0, 1, 'name'),
  op('STORE_GLOBAL', 1, 0, 'name'),
  op('DELETE_GLOBAL', 0, 0, 'name'),
  op('LOAD_NAME', 0, 1, 'name'),
  op('STORE_NAME', 1, 0, 'name'),
  op('DELETE_NAME', 0, 0, 'name'),
  op('MAKE_CELL', 0, 0, 'cell'), // localsplus index
  op('COPY_FREE_VARS', 0, 0, 'count'),
  op('LOAD_CLOSURE', 0, 1, 'cell', false), // pushes the cell itself
  op('LOAD_DEREF', 0, 1, 'cell'),
  op('STORE_DEREF', 1, 0, 'cell'),
  op('DELETE_DEREF', 0, 0, 'cell'),
  op('LOAD_FROM_DICT_OR_DEREF', 1, 1, 'cell'),
  op('LOAD_FROM_DICT_OR_GLOBALS', 1, 1, 'name'),
  op('LOAD_LOCALS', 0, 1),
  op('BINARY_ADD', 2, 1, 'flags'),
  op('BINARY_SUB', 2, 1, 'flags'),
  op('BINARY_MUL', 2, 1, 'flags'),
  op('BINARY_TRUEDIV', 2, 1, 'flags'),
  op('BINARY_FLOORDIV', 2, 1, 'flags'),
  op('BINARY_MOD', 2, 1, 'flags'),
  op('BINARY_POW', 2, 1, 'flags'),
  op('BINARY_MATMUL', 2, 1, 'flags'),
  op('BINARY_LSHIFT', 2, 1, 'flags'),
  op('BINARY_RSHIFT', 2, 1, 'flags'),
  op('BINARY_AND', 2, 1, 'flags'),
  op('BINARY_OR', 2, 1, 'flags'),
  op('BINARY_XOR', 2, 1, 'flags'),
  op('UNARY_NEGATIVE', 1, 1),
  op('UNARY_POSITIVE', 1, 1),
  op('UNARY_INVERT', 1, 1),
  op('UNARY_NOT', 1, 1),
  op('COMPARE_LT', 2, 1),
  op('COMPARE_LE', 2, 1),
  op('COMPARE_EQ', 2, 1),
  op('COMPARE_NE', 2, 1),
  op('COMPARE_GT', 2, 1),
  op('COMPARE_GE', 2, 1),
  op('IS_OP', 2, 1, 'flags'), // 1 = is not
  op('CONTAINS_OP', 2, 1, 'flags'), // 1 = not in
  op('BINARY_SUBSCR', 2, 1),
  op('STORE_SUBSCR', 3, 0), // value container key
  op('DELETE_SUBSCR', 2, 0), // container key
  op('BINARY_SLICE', 3, 1), // container start stop
  op('STORE_SLICE', 4, 0), // value container start stop
  op('BUILD_SLICE', null, 1, 'count'), // 2 or 3
  op('LOAD_ATTR', 1, 1, 'name'),
  op('LOAD_METHOD', 1, 2, 'name'),
  op('STORE_ATTR', 2, 0, 'name'), // value owner
  op('DELETE_ATTR', 1, 0, 'name'),
  op('LOAD_SUPER_ATTR', 3, 1, 'name'), // super-global class self: the two- or zero-argument super().name when `super` is the builtin
  op('LOAD_SUPER_METHOD', 3, 2, 'name'),
  op('BUILD_TUPLE', null, 1, 'count'),
  op('BUILD_LIST', null, 1, 'count'),
  op('BUILD_SET', null, 1, 'count'),
  op('BUILD_MAP', null, 1, 'count'), // n pairs
  op('BUILD_STRING', null, 1, 'count'),
  op('LIST_APPEND', 1, 0, 'count'), // COPY-style index of the list after the value is popped
  op('SET_ADD', 1, 0, 'count'),
  op('MAP_ADD', 2, 0, 'count'), // key value
  op('LIST_EXTEND', 1, 0, 'count'),
  op('SET_UPDATE', 1, 0, 'count'),
  op('DICT_UPDATE', 1, 0, 'count'),
  op('DICT_MERGE', 1, 0, 'count'), // keyword arguments: duplicates raise TypeError; the callable lies below as in CPython
  op('LIST_TO_TUPLE', 1, 1),
  op('FORMAT_SIMPLE', 1, 1),
  op('FORMAT_WITH_SPEC', 2, 1),
  op('CONVERT_VALUE', 1, 1, 'oparg'), // 1 str 2 repr 3 ascii
  op('UNPACK_SEQUENCE', 1, null, 'count'),
  op('UNPACK_EX', 1, null, 'oparg'), // before | after << 8
  op('JUMP', 0, 0, 'jump', false),
  op('JUMP_BACKWARD', 0, 0, 'jump'), // safepoint
  op('POP_JUMP_IF_FALSE', 1, 0, 'jump'),
  op('POP_JUMP_IF_TRUE', 1, 0, 'jump'),
  op('POP_JUMP_IF_NONE', 1, 0, 'jump'),
  op('POP_JUMP_IF_NOT_NONE', 1, 0, 'jump'),
  op('JUMP_IF_FALSE_OR_POP', null, null, 'jump'), // jump: keeps the value; else pops it
  op('JUMP_IF_TRUE_OR_POP', null, null, 'jump'),
  op('GET_ITER', 1, 1),
  op('GET_YIELD_FROM_ITER', 1, 1),
  op('FOR_ITER', 1, 2, 'jump'), // iterator -> iterator value; exhausted: pops the iterator and jumps
  op('SEND', 2, 2, 'jump'), // receiver value -> receiver result; on StopIteration: receiver value, jumps (then END_SEND)
  op('END_SEND', 2, 1),
  op('YIELD_VALUE', 1, 1, 'oparg'),
  op('RETURN_GENERATOR', 0, 1),
  op('RETURN_VALUE', 1, 0),
  op('CLEANUP_THROW', 3, 2), // sub-iterator, last sent, exc -> none, value  (StopIteration) or re-raises
  op('GET_AWAITABLE', 1, 1, 'oparg'),
  op('GET_AITER', 1, 1),
  op('GET_ANEXT', 1, 2),
  op('END_ASYNC_FOR', 2, 0),
  op('CALL', null, 1, 'count'),
  op('CALL_METHOD', null, 1, 'count'),
  op('CALL_KW', null, 1, 'count'),
  op('CALL_METHOD_KW', null, 1, 'count'),
  op('CALL_EX', null, 1, 'flags'),
  op('MAKE_FUNCTION', null, 1, 'flags'),
  op('LOAD_BUILD_CLASS', 0, 1),
  op('RAISE_VARARGS', null, 0, 'count'), // 0, 1, 2
  op('RERAISE', 1, 0, 'oparg'), // arg > 0: a lasti int lies below at that depth, as in CPython
  op('PUSH_EXC_INFO', 1, 2),
  op('POP_EXCEPT', 1, 0),
  op('CHECK_EXC_MATCH', 1, 1), // exc type -> exc bool
  op('CHECK_EG_MATCH', 2, 2), // exc type -> rest match
  op('PREP_RERAISE_STAR', 2, 1), // orig, list of results -> exception to re-raise or None
  op('LOAD_ASSERTION_ERROR', 0, 1),
  op('BEFORE_WITH', 1, 2),
  op('BEFORE_ASYNC_WITH', 1, 2),
  op('WITH_EXCEPT_START', 0, 1),
  op('GET_LEN', 0, 1),
  op('MATCH_MAPPING', 0, 1),
  op('MATCH_SEQUENCE', 0, 1),
  op('MATCH_KEYS', 0, 1), // subject keys -> subject keys values-or-None
  op('MATCH_CLASS', 3, 1, 'count'), // subject type names -> tuple or None
  op('IMPORT_NAME', 2, 1, 'name'), // level fromlist -> module
  op('IMPORT_FROM', 0, 1, 'name'), // module -> module attribute
  op('IMPORT_STAR', 1, 0),
  op('SETUP_ANNOTATIONS', 0, 0),
  op('STOPITERATION_ERROR', 1, 1), // generator bodies: StopIteration -> RuntimeError
  op('ASYNC_GEN_WRAP', 1, 1),
  op('MAKE_TYPEVAR', 1, 1), // name
  op('MAKE_TYPEVAR_BOUND', 2, 1), // name, function that evaluates the bound
  op('MAKE_TYPEVAR_CONSTRAINTS', 2, 1),
  op('MAKE_PARAMSPEC', 1, 1),
  op('MAKE_TYPEVARTUPLE', 1, 1),
  op('SET_TYPEPARAM_DEFAULT', 2, 1), // type parameter, function
  op('SUBSCRIPT_GENERIC', 1, 1), // tuple of parameters -> Generic[...]
  op('MAKE_TYPEALIAS', 1, 1), // tuple (name, type params or None, function)
  op('SET_FUNCTION_TYPE_PARAMS', 2, 1), // function, tuple -> function
  op('PRINT_EXPR', 1, 0), // an expression statement in interactive mode: sys.displayhook(value)
  op('CALL_EXIT', 4, 1), // bound __exit__, None three times -> its result: a call that takes no bound method apart
];

/** Opcode numbers by name. */
export const OP = Object.fromEntries(OPCODES.map((info, index) => [info.name, index])) as Readonly<Record<string, number>>;
