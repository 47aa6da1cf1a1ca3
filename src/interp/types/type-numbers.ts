/**
 * What a class says of its layout: `__flags__`, `__basicsize__`, `__itemsize__`, `__dictoffset__` and `__weakrefoffset__`. A program that computes sizes by hand reads
 * them (an object has a collector's header when its class has bit 14).
 */
import type { Address } from '../../heap/memory.ts';
import { KIND, REP_FLAG_GC, REP_FLAG_INLINE } from '../objects/kinds.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TypeInfo } from '../runtime/type-info.ts';
import { fullName } from './object-type.ts';

export interface TypeNumbers {
  readonly flags: number;
  readonly basic: number;
  readonly item: number;
  /** -1: in front of the object. */
  readonly dict: number;
  /** -32: in front of the object. */
  readonly weak: number;
}

// Bits of __flags__ (CPython: Include/object.h).
const INLINE_VALUES = 1 << 2;
const MANAGED_WEAKREF = 1 << 3;
const MANAGED_DICT = 1 << 4;
const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;
const IMMUTABLE = 1 << 8;
const HEAP = 1 << 9;
const BASE = 1 << 10;
const VECTORCALL = 1 << 11;
const READY = 1 << 12;
const GC = 1 << 14;
const ABSTRACT = 1 << 20;
/** MATCH_SELF, ITEMS_AT_END and what fast isinstance checks look at. */
const INHERITED = 0xffc00000;

/** Observed on 3.13.0: flags (hexadecimal, without the one for a version tag), basic size, item size, offset of dict and of weak references; and the types. */
const OBSERVED: readonly (readonly [numbers: string, names: string])[] = [
  ['1401502 24 4 0 0', 'int'],
  ['10401502 64 0 0 0', 'str'],
  ['2405522 40 0 0 0', 'list'],
  ['20405542 48 0 0 0', 'dict'],
  ['405502 200 0 0 192', 'set frozenset'],
  ['4405522 24 8 0 0', 'tuple'],
  ['401502 24 0 0 0', 'float'],
  ['1502 32 0 0 0', 'complex'],
  ['1401102 24 4 0 0', 'bool'],
  ['8401502 33 1 0 0', 'bytes'],
  ['401502 56 0 0 0', 'bytearray'],
  ['5122 144 8 0 136', 'memoryview'],
  ['1122 48 0 0 0', 'range'],
  ['5102 40 0 0 0', 'slice traceback'],
  ['80805d02 928 40 264 368', 'type'],
  ['1502 16 0 0 0', 'object'],
  ['5502 40 0 0 0', 'super'],
  ['5502 64 0 0 0', 'property'],
  ['5502 32 0 24 0', 'classmethod staticmethod'],
  ['5502 56 0 0 0', 'enumerate'],
  ['5502 48 0 0 0', 'zip'],
  ['5502 32 0 0 0', 'map filter reversed'],
  ['25902 144 0 88 96', 'function'],
  ['5902 48 0 0 32', 'method'],
  ['5982 56 0 0 40', 'builtin_function_or_method'],
  ['1102 200 2 0 144', 'code'],
  ['5182 136 8 0 0', 'frame'],
  ['5102 24 0 0 0', 'cell odict_keys'],
  ['5182 144 8 0 16', 'generator coroutine async_generator'],
  ['5502 56 0 16 40', 'module'],
  ['5142 24 0 0 0', 'mappingproxy FrameLocalsProxy'],
  ['5182 48 0 0 0', 'getset_descriptor member_descriptor set_iterator memory_iterator'],
  ['25182 56 0 0 0', 'wrapper_descriptor'],
  [
    '5182 32 0 0 0',
    'method-wrapper types.UnionType list_iterator tuple_iterator str_ascii_iterator list_reverseiterator ' +
      'bytes_iterator bytearray_iterator callable_iterator str_iterator',
  ],
  ['25982 56 0 0 0', 'method_descriptor'],
  ['5182 56 0 0 0', 'classmethod_descriptor dict_keyiterator dict_valueiterator dict_itemiterator dict_reversekeyiterator'],
  ['5d02 64 0 0 40', 'types.GenericAlias'],
  ['1102 16 0 0 0', 'NoneType ellipsis NotImplementedType'],
  [
    '40005502 72 0 16 0',
    'BaseException Exception ValueError KeyError GeneratorExit KeyboardInterrupt ArithmeticError AssertionError ' +
      'BufferError EOFError LookupError MemoryError ReferenceError RuntimeError StopAsyncIteration SystemError ' +
      'TypeError Warning FloatingPointError OverflowError ZeroDivisionError BytesWarning DeprecationWarning ' +
      'EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning ' +
      'SyntaxWarning UnicodeWarning UserWarning IndexError NotImplementedError PythonFinalizationError RecursionError ' +
      'UnicodeError',
  ],
  ['40005502 80 0 16 0', 'StopIteration SystemExit NameError UnboundLocalError'],
  [
    '40005502 112 0 16 0',
    'OSError UnicodeDecodeError BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError ' +
      'InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError ' +
      'BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError UnicodeEncodeError ' +
      'UnicodeTranslateError',
  ],
  ['40005502 104 0 16 0', 'ImportError ModuleNotFoundError'],
  ['40005502 136 0 16 0', 'SyntaxError IndentationError _IncompleteInputError TabError'],
  ['40005502 88 0 16 0', 'BaseExceptionGroup AttributeError'],
  ['40005608 88 0 16 -32', 'ExceptionGroup'],
  ['5d02 64 0 0 0', 'weakref.ReferenceType'],
  ['5182 64 0 0 0', 'weakref.ProxyType weakref.CallableProxyType odict_iterator'],
  ['5720 216 0 0 208', 'collections.deque'],
  ['20405542 112 0 96 104', 'collections.OrderedDict'],
  ['20405740 56 0 0 0', 'collections.defaultdict'],
  ['5700 40 0 0 0', 'itertools.count itertools.batched itertools.dropwhile itertools.pairwise itertools.takewhile'],
  ['5700 32 0 0 0', 'itertools.chain itertools.compress itertools.filterfalse itertools.repeat itertools.starmap'],
  ['5f00 64 0 40 48', 'functools.partial'],
  ['5b00 48 0 0 0', 'operator.itemgetter'],
  ['5380 96 4 0 64', 're.Pattern'],
  ['5380 88 8 0 0', 're.Match'],
  ['5720 64 0 0 48', 'array.array'],
  ['1182 40 0 0 0', 'range_iterator longrange_iterator'],
  ['5182 24 0 0 0', 'dict_keys dict_values dict_items coroutine_wrapper'],
  ['44051a2 32 8 0 0', 'sys.flags'],
  ['44051a2 24 8 0 0', 'sys.version_info'],
  ['5502 24 0 16 0', 'types.SimpleNamespace'],
  ['561c 16 0 -1 -32', '_frozen_importlib.BuiltinImporter'],
  ['5300 32 0 0 0', 'itertools._grouper'],
  ['5300 48 0 0 32', 'itertools._tee'],
  ['5300 496 0 0 0', 'itertools._tee_dataobject'],
  [
    '5700 56 0 0 0',
    'itertools.accumulate itertools.combinations itertools.combinations_with_replacement itertools.islice ' +
      'itertools.zip_longest',
  ],
  ['5700 48 0 0 0', 'itertools.cycle itertools.product'],
  ['5700 72 0 0 0', 'itertools.groupby'],
  ['5700 64 0 0 0', 'itertools.permutations'],
  ['25300 152 0 136 144', 'functools._lru_cache_wrapper'],
  ['5b00 40 0 0 0', 'operator.attrgetter'],
  ['5b00 64 0 0 0', 'operator.methodcaller'],
  ['5300 56 0 0 0', 'collections._deque_iterator collections._deque_reverse_iterator'],
  ['5380 40 0 0 0', 'array.arrayiterator'],
  ['5700 168 0 144 152', '_io.StringIO'],
  ['5700 64 0 40 48', '_io.BytesIO'],
  ['5700 200 0 184 176', '_io.TextIOWrapper'],
  ['5700 56 0 0 48', '_struct.Struct'],
  ['5318 80 0 -1 -32', 'typing.TypeVar'],
  ['5318 56 0 -1 -32', 'typing.ParamSpec'],
  ['5318 40 0 -1 -32', 'typing.TypeVarTuple'],
  ['5102 56 0 0 0', 'typing.TypeAliasType'],
  ['5600 16 0 0 0', 'typing.Generic'],
  ['4405122 24 8 0 0', 'sys.int_info sys.hash_info sys.float_info sys.thread_info'],
  ['1600 2520 0 0 0', '_random.Random'],
  ['5182 40 0 0 0', 'async_generator_asend async_generator_athrow'],
];

const byName = new Map<string, TypeNumbers>();
for (const [numbers, names] of OBSERVED) {
  const [flags, basic, item, dict, weak] = numbers.split(' ');
  const row = { flags: parseInt(flags!, 16), basic: Number(basic), item: Number(item), dict: Number(dict), weak: Number(weak) };
  for (const name of names.split(' ')) byName.set(name, row);
}

export function numbersOf(rt: Runtime, type: Address): TypeNumbers {
  const info = rt.infoOfType(type);
  let base: TypeInfo = info;
  while (base.heap && base.base !== null) base = base.base;
  const known = byName.get(fullName(base)) ?? ours(base);
  if (base === info) return known;
  const dict = known.dict !== 0 ? known.dict : info.hasDict ? -1 : 0;
  const weak = known.weak !== 0 ? known.weak : info.hasWeaklist ? -32 : 0;
  let flags = READY | GC | HEAP | BASE | (known.flags & (INHERITED | SEQUENCE | MAPPING));
  if (info.kind === KIND.type) flags |= VECTORCALL;
  if (dict === -1) flags |= MANAGED_DICT;
  if (weak === -32) flags |= MANAGED_WEAKREF;
  if ((info.rep & REP_FLAG_INLINE) !== 0) flags |= INLINE_VALUES;
  if (info.matchFlag === 1) flags |= SEQUENCE;
  if (info.matchFlag === 2) flags |= MAPPING;
  if (rt.isAbstract(rt, type)) flags |= ABSTRACT;
  const basic = info.kind === KIND.bytes ? known.basic : info.basicBytes + known.basic - base.basicBytes;
  return { flags: flags >>> 0, basic, item: known.item, dict, weak };
}

/** A built-in type that nobody looked up in CPython: as it is laid out here. */
function ours(info: TypeInfo): TypeNumbers {
  return {
    flags: (READY | IMMUTABLE | ((info.rep & REP_FLAG_GC) !== 0 ? GC : 0)) >>> 0,
    basic: info.basicBytes,
    item: info.itemBytes,
    dict: 4 * info.dictOffset,
    weak: 4 * info.weakOffset,
  };
}
