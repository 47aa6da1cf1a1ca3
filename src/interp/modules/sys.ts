/** The sys module. */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { programFolder } from '../module-files.ts';
import { dictGetStr, dictPut, dictSetStr, newDict } from '../objects/dict.ts';
import { newFloat } from '../objects/float.ts';
import { isInt, newBigInt, newInt } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, newListOf, newTuple, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, internOwn, isStr, newStr, STATE_INTERNED, STR_STATE, strText } from '../objects/str.ts';
import { callBoundSpecial, callMethod } from '../runtime/attributes.ts';
import { argumentTypeName, isPending, raise, raiseException, raiseTypeError } from '../runtime/exceptions.ts';
import { typeLookup } from '../runtime/lookup.ts';
import { asDouble, asSize, repr } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { defineType } from '../runtime/types.ts';
import { newNamespace } from '../types/namespace-type.ts';
import { mallocStats } from './malloc-stats.ts';
import type { ModuleSpec } from './module-spec.ts';
import { newStructSequence } from './struct-sequence.ts';

const M = WORDS;

/** What `__sizeof__` of the object in slot `args` gives (_PySys_GetSizeOf). */
function sizeOf(rt: Runtime, args: Address): number {
  const info = rt.typeOf(M[args]);
  if (typeLookup(rt, info, intern(rt, '__sizeof__')) === 0) raiseTypeError(rt, `Type ${info.name} doesn't define __sizeof__`);
  const slot = rt.push(callBoundSpecial(rt, M[args], '__sizeof__'));
  if (!isInt(rt, M[slot])) raiseTypeError(rt, 'an integer is required');
  const size = asSize(rt, M[slot]);
  if (size < 0) raise(rt, 'ValueError', '__sizeof__() should return >= 0');
  rt.unwind(slot);
  return size;
}

/** A text stream of the host; word 5 is 1 for stdout, 2 for stderr, 0 for stdin. */
function newStream(rt: Runtime, which: number): Address {
  const info = rt.types['TextIOWrapper']!;
  const stream = rt.newCollectable(info, info.rep, info.basicBytes);
  M[stream + 4] = 0;
  M[stream + 5] = which;
  rt.heap.track(stream);
  return stream;
}

function readLine(rt: Runtime): string {
  if (rt.stdin === null || rt.stdinOffset >= rt.stdin.length) return '';
  const end = rt.stdin.indexOf('\n', rt.stdinOffset);
  const stop = end < 0 ? rt.stdin.length : end + 1;
  const line = rt.stdin.slice(rt.stdinOffset, stop);
  rt.stdinOffset = stop;
  return line;
}

function defineStreams(rt: Runtime): void {
  defineType(rt, {
    name: 'TextIOWrapper',
    module: '_io',
    kind: 'record',
    fields: 1,
    basicBytes: 32,
    collectable: true,
    abstract: true,
    iter: (runtime, self) => runtime.retain(self),
    next: (runtime) => {
      const line = readLine(runtime);
      return line === '' ? 0 : newStr(runtime, line);
    },
    getset: [
      { name: 'name', get: (runtime, self) => newStr(runtime, ['<stdin>', '<stdout>', '<stderr>'][M[self + 5]]!) },
      { name: 'encoding', get: (runtime) => newStr(runtime, 'utf-8') },
      { name: 'errors', get: (runtime) => newStr(runtime, 'strict') },
      { name: 'closed', get: (runtime) => runtime.false },
      {
        name: 'buffer',
        get: (runtime, self) => {
          const module = runtime.push(runtime.importModule('io'));
          const buffer = callMethod(runtime, M[module], '_host_buffer', self);
          const slot = runtime.push(buffer);
          M[slot] = 0;
          runtime.unwind(module);
          return buffer;
        },
      },
    ],
    methods: [
      {
        name: 'write',
        arity: 'one',
        fn: (runtime, args) => {
          const text = M[args + 2];
          if (!isStr(runtime, text))
            raiseTypeError(runtime, `write() argument must be str, not ${argumentTypeName(runtime, text)}`);
          (M[M[args] + 5] === 1 ? runtime.stdout : runtime.stderr).write(strText(runtime, text));
          return newInt(runtime, M[text + 4]);
        },
      },
      {
        name: 'writelines',
        arity: 'one',
        fn: (runtime, args) => {
          const list = runtime.push(runtime.listFromIterable(runtime, M[args + 2]));
          for (let index = 0; index < M[M[list] + 4]; index++) {
            const text = M[M[M[list] + 6] + 2 * index];
            (M[M[args] + 5] === 1 ? runtime.stdout : runtime.stderr).write(strText(runtime, text));
          }
          runtime.unwind(list);
          return runtime.none;
        },
      },
      { name: 'flush', arity: 'none', fn: (runtime) => runtime.none },
      { name: 'isatty', arity: 'none', fn: (runtime) => runtime.false },
      { name: 'fileno', arity: 'none', fn: (runtime, args) => newInt(runtime, M[M[args] + 5]) },
      { name: 'readable', arity: 'none', fn: (runtime, args) => runtime.bool(M[M[args] + 5] === 0) },
      { name: 'writable', arity: 'none', fn: (runtime, args) => runtime.bool(M[M[args] + 5] !== 0) },
      { name: 'readline', arity: 'none', fn: (runtime) => newStr(runtime, readLine(runtime)) },
      {
        name: 'read',
        arity: { min: 0, max: 1 },
        fn: (runtime) => {
          const rest = runtime.stdin === null ? '' : runtime.stdin.slice(runtime.stdinOffset);
          runtime.stdinOffset = runtime.stdin?.length ?? 0;
          return newStr(runtime, rest);
        },
      },
      {
        name: 'readlines',
        arity: 'none',
        fn: (runtime) => {
          const lines: Address[] = [];
          for (let line = readLine(runtime); line !== ''; line = readLine(runtime)) lines.push(newStr(runtime, line));
          return newListOf(runtime, lines);
        },
      },
      { name: 'reconfigure', arity: 'raw', fn: (runtime) => runtime.none },
    ],
  });
}

/** What the sys module needs of the machine. */
export interface SysHooks {
  frameAt(depth: number): Address;
  exceptHook(exception: Address): void;
}

export function sysModule(hooks: SysHooks): ModuleSpec {
  return {
    name: 'sys',
    functions: [
      {
        name: 'exit',
        arity: { min: 0, max: 1 },
        fn: (rt, args, count) => {
          const base = rt.push(rt.retain(rt.types['SystemExit']!.address));
          const status = count > 0 ? M[args] : rt.none;
          // As when a class is raised with a value: None is no argument, a tuple is all of them.
          let given = 0;
          if (isTuple(rt, status)) {
            given = tupleLength(rt, status);
            for (let index = 0; index < given; index++) rt.push(rt.retain(tupleItem(rt, status, index)));
          } else if (status !== rt.none) {
            given = 1;
            rt.push(rt.retain(status));
          }
          raiseException(rt, rt.call(base, given, 0));
        },
      },
      {
        name: 'getrefcount',
        arity: 'one',
        fn: (rt, args) => {
          const object = M[args];
          const interned = isStr(rt, object) && (M[object + STR_STATE] & STATE_INTERNED) !== 0;
          if (rt.version.internedImmortal && interned) return newInt(rt, 4294967295);
          // That the table of interned strings holds one is not counted (CPython: sys.intern of a string that is not immortal).
          let count = M[object] - (interned && object >= rt.memory.heapStart ? 1 : 0);
          const kind = M[object + REP] & 0xff;
          if ((kind === KIND.function || kind === KIND.code) && count > 0) count += rt.frameReferences(object);
          return newInt(rt, count === -1 ? 4294967295 : count);
        },
      },
      {
        name: 'getsizeof',
        arity: { params: 'object, default=' },
        inTuple: true,
        fn: (rt, args) => {
          const mark = rt.sp;
          try {
            return newInt(rt, sizeOf(rt, args) + rt.gcOverhead(M[args]));
          } catch (thrown) {
            // A default stands for what has no size, and for a TypeError on the way to it.
            if (M[args + 2] === 0 || !isPending(rt, thrown, rt.types['TypeError']!)) throw thrown;
            rt.unwind(mark);
            rt.setRoot(rt.pending, 0);
            return rt.retain(M[args + 2]);
          }
        },
      },
      { name: 'getrecursionlimit', arity: 'none', fn: (rt) => newInt(rt, rt.recursionLimit) },
      {
        name: 'setrecursionlimit',
        arity: 'one',
        fn: (rt, args) => {
          const limit = asSize(rt, M[args]);
          if (limit < 1) raise(rt, 'ValueError', 'recursion limit must be greater or equal than 1');
          if (rt.depth >= limit) {
            raise(
              rt,
              'RecursionError',
              `cannot set the recursion limit to ${limit} at the recursion depth ${rt.depth}: the limit is too low`,
            );
          }
          rt.recursionLimit = limit;
          return rt.none;
        },
      },
      {
        name: 'intern',
        arity: 'one',
        fn: (rt, args) => {
          const text = M[args];
          if (M[text + REP] !== rt.strInfo.rep) {
            raiseTypeError(
              rt,
              isStr(rt, text)
                ? `can't intern ${rt.typeOf(text).name}`
                : `intern() argument must be str, not ${argumentTypeName(rt, text)}`,
            );
          }
          return rt.retain(internOwn(rt, text));
        },
      },
      { name: '_is_interned', arity: 'one', fn: (rt, args) => rt.bool((M[M[args] + 8] & 16) !== 0) },
      { name: 'getallocatedblocks', arity: 'none', fn: (rt) => newInt(rt, rt.allocatedBlocks()) },
      {
        name: 'exc_info',
        arity: 'none',
        fn: (rt) => {
          const exception = rt.currentHandled();
          if (exception === 0) return newTuple(rt, [rt.none, rt.none, rt.none]);
          const traceback = M[exception + 10];
          return newTuple(rt, [
            rt.retain(rt.typeOf(exception).address),
            rt.retain(exception),
            traceback === 0 ? rt.none : rt.retain(traceback),
          ]);
        },
      },
      {
        name: 'exception',
        arity: 'none',
        fn: (rt) => {
          const exception = rt.currentHandled();
          return exception === 0 ? rt.none : rt.retain(exception);
        },
      },
      {
        name: '_getframe',
        arity: { min: 0, max: 1 },
        fn: (rt, args, count) => {
          const up = count > 0 ? asSize(rt, M[args]) : 0;
          if (rt.depth - up < 1) raise(rt, 'ValueError', 'call stack is not deep enough');
          return rt.retain(hooks.frameAt(rt.depth - Math.max(0, up)));
        },
      },
      {
        name: 'unraisablehook',
        arity: 'one',
        fn: (rt, args) => {
          rt.defaultUnraisable(rt, M[args]);
          return rt.none;
        },
      },
      {
        name: 'excepthook',
        arity: { min: 3, max: 3 },
        fn: (rt, args) => {
          hooks.exceptHook(M[args + 2]);
          return rt.none;
        },
      },
      // There is nobody to talk to a debugger here.
      { name: 'breakpointhook', arity: 'raw', fn: (rt) => rt.none },
      {
        name: 'displayhook',
        arity: 'one',
        fn: (rt, args) => {
          if (M[args] === rt.none) return rt.none;
          const builtins = M[rt.builtinsDict];
          dictSetStr(rt, builtins, intern(rt, '_'), rt.none);
          const shown = rt.push(repr(rt, M[args]));
          const slot = rt.push(newStr(rt, `${strText(rt, M[shown])}\n`));
          const stdout = dictGetStr(rt, M[rt.loadedModule('sys') + 4], intern(rt, 'stdout'));
          rt.release(callMethod(rt, stdout, 'write', M[slot]));
          rt.unwind(shown);
          dictSetStr(rt, builtins, intern(rt, '_'), M[args]);
          return rt.none;
        },
      },
      { name: 'getdefaultencoding', arity: 'none', fn: (rt) => newStr(rt, 'utf-8') },
      { name: 'getfilesystemencoding', arity: 'none', fn: (rt) => newStr(rt, 'utf-8') },
      { name: 'get_int_max_str_digits', arity: 'none', fn: (rt) => newInt(rt, rt.maxStrDigits) },
      {
        name: 'set_int_max_str_digits',
        arity: { params: 'maxdigits' },
        fn: (rt, args) => {
          const most = asSize(rt, M[args]);
          if (most !== 0 && most < 640) raise(rt, 'ValueError', 'maxdigits must be 0 or larger than 640');
          rt.maxStrDigits = most;
          return rt.none;
        },
      },
      { name: 'is_finalizing', arity: 'none', fn: (rt) => rt.bool(rt.finalizing) },
      { name: 'settrace', arity: 'one', fn: (rt) => rt.none },
      { name: 'gettrace', arity: 'none', fn: (rt) => rt.none },
      { name: 'setprofile', arity: 'one', fn: (rt) => rt.none },
      { name: 'getprofile', arity: 'none', fn: (rt) => rt.none },
      { name: 'getswitchinterval', arity: 'none', fn: (rt) => newFloat(rt, 0.005) },
      {
        name: 'setswitchinterval',
        arity: 'one',
        fn: (rt, args) => {
          if (asDouble(rt, M[args]) <= 0) raise(rt, 'ValueError', 'switch interval must be strictly positive');
          return rt.none;
        },
      },
      {
        name: 'call_tracing',
        arity: { min: 2, max: 2 },
        fn: (rt, args) => {
          const given = M[args + 2];
          if (!isTuple(rt, given)) {
            raiseTypeError(rt, `call_tracing() argument 2 must be tuple, not ${argumentTypeName(rt, given)}`);
          }
          const base = rt.push(rt.retain(M[args]));
          const count = tupleLength(rt, given);
          for (let index = 0; index < count; index++) rt.push(rt.retain(tupleItem(rt, given, index)));
          return rt.call(base, count, 0);
        },
      },
      { name: 'addaudithook', arity: { params: 'hook' }, fn: (rt) => rt.none },
      { name: 'getfilesystemencodeerrors', arity: 'none', fn: (rt) => newStr(rt, 'surrogateescape') },
      { name: 'get_coroutine_origin_tracking_depth', arity: 'none', fn: (rt) => newInt(rt, 0) },
      {
        name: '_debugmallocstats',
        arity: 'none',
        fn: (rt) => {
          rt.stderr.write(mallocStats(rt));
          return rt.none;
        },
      },
      { name: '_clear_type_cache', arity: 'none', fn: (rt) => rt.none },
      { name: 'audit', arity: 'raw', fn: (rt) => rt.none },
    ],
    setup: (rt, dict) => {
      defineStreams(rt);
      dictSetStr(rt, dict, intern(rt, 'modules'), M[rt.modules]);
      dictPut(rt, dict, 'stdin', newStream(rt, 0));
      for (const name of ['stdin', 'breakpointhook', 'displayhook', 'excepthook', 'unraisablehook']) {
        dictSetStr(rt, dict, intern(rt, `__${name}__`), dictGetStr(rt, dict, intern(rt, name)));
      }
      const stdout = newStream(rt, 1);
      dictPut(rt, dict, 'stdout', stdout);
      dictSetStr(rt, dict, intern(rt, '__stdout__'), stdout);
      const stderr = newStream(rt, 2);
      dictPut(rt, dict, 'stderr', stderr);
      dictSetStr(rt, dict, intern(rt, '__stderr__'), stderr);
      dictPut(
        rt,
        dict,
        'argv',
        newListOf(
          rt,
          rt.argv.map((argument) => newStr(rt, argument)),
        ),
      );
      dictPut(rt, dict, 'path', newListOf(rt, [newStr(rt, programFolder(rt.argv[0] ?? ''))]));
      dictPut(
        rt,
        dict,
        'orig_argv',
        newListOf(
          rt,
          rt.argv.map((argument) => newStr(rt, argument)),
        ),
      );
      dictPut(rt, dict, 'maxsize', newBigInt(rt, 0x7fffffffffffffffn));
      dictPut(rt, dict, 'maxunicode', newInt(rt, 0x10ffff));
      dictPut(rt, dict, 'byteorder', newStr(rt, 'little'));
      dictPut(rt, dict, 'platform', newStr(rt, 'linux'));
      dictPut(rt, dict, 'version', newStr(rt, `3.${rt.version.minor}.${rt.version.micro} (heaplab)`));
      dictPut(rt, dict, 'hexversion', newInt(rt, rt.version.hex));
      dictPut(rt, dict, 'api_version', newInt(rt, 1013));
      dictPut(rt, dict, 'copyright', newStr(rt, ''));
      dictPut(rt, dict, 'executable', newStr(rt, ''));
      dictPut(rt, dict, 'prefix', newStr(rt, '/usr'));
      dictPut(rt, dict, 'exec_prefix', newStr(rt, '/usr'));
      dictPut(rt, dict, 'base_prefix', newStr(rt, '/usr'));
      dictPut(rt, dict, 'base_exec_prefix', newStr(rt, '/usr'));
      dictPut(rt, dict, 'platlibdir', newStr(rt, 'lib'));
      dictPut(rt, dict, 'abiflags', newStr(rt, ''));
      dictPut(rt, dict, 'pycache_prefix', rt.none);
      dictPut(rt, dict, 'float_repr_style', newStr(rt, 'short'));
      dictPut(rt, dict, 'dont_write_bytecode', rt.false);
      dictPut(rt, dict, 'warnoptions', newListOf(rt, []));
      dictPut(rt, dict, 'meta_path', newListOf(rt, []));
      dictPut(rt, dict, 'path_hooks', newListOf(rt, []));
      dictPut(rt, dict, 'path_importer_cache', newDict(rt));
      dictPut(
        rt,
        dict,
        'flags',
        newStructSequence(rt, 'sys', 'flags', {
          debug: newInt(rt, 0),
          inspect: newInt(rt, 0),
          interactive: newInt(rt, 0),
          optimize: newInt(rt, 0),
          dont_write_bytecode: newInt(rt, 0),
          no_user_site: newInt(rt, 0),
          no_site: newInt(rt, 0),
          ignore_environment: newInt(rt, 0),
          verbose: newInt(rt, 0),
          bytes_warning: newInt(rt, 0),
          quiet: newInt(rt, 0),
          hash_randomization: newInt(rt, 0),
          isolated: newInt(rt, 0),
          dev_mode: rt.false,
          utf8_mode: newInt(rt, 0),
          safe_path: rt.false,
          int_max_str_digits: newInt(rt, 4300),
          warn_default_encoding: newInt(rt, 0),
        }),
      );
      dictPut(
        rt,
        dict,
        'version_info',
        newStructSequence(rt, 'sys', 'version_info', {
          major: newInt(rt, 3),
          minor: newInt(rt, rt.version.minor),
          micro: newInt(rt, rt.version.micro),
          releaselevel: newStr(rt, 'final'),
          serial: newInt(rt, 0),
        }),
      );
      dictPut(
        rt,
        dict,
        'float_info',
        newStructSequence(rt, 'sys', 'float_info', {
          max: newFloat(rt, Number.MAX_VALUE),
          max_exp: newInt(rt, 1024),
          max_10_exp: newInt(rt, 308),
          min: newFloat(rt, 2.2250738585072014e-308),
          min_exp: newInt(rt, -1021),
          min_10_exp: newInt(rt, -307),
          dig: newInt(rt, 15),
          mant_dig: newInt(rt, 53),
          epsilon: newFloat(rt, Number.EPSILON),
          radix: newInt(rt, 2),
          rounds: newInt(rt, 1),
        }),
      );
      dictPut(
        rt,
        dict,
        'int_info',
        newStructSequence(rt, 'sys', 'int_info', {
          bits_per_digit: newInt(rt, 30),
          sizeof_digit: newInt(rt, 4),
          default_max_str_digits: newInt(rt, 4300),
          str_digits_check_threshold: newInt(rt, 640),
        }),
      );
      dictPut(
        rt,
        dict,
        'hash_info',
        newStructSequence(rt, 'sys', 'hash_info', {
          width: newInt(rt, 64),
          modulus: newBigInt(rt, 2305843009213693951n),
          inf: newInt(rt, 314159),
          nan: newInt(rt, 0),
          imag: newInt(rt, 1000003),
          algorithm: newStr(rt, 'siphash13'),
          hash_bits: newInt(rt, 64),
          seed_bits: newInt(rt, 128),
          cutoff: newInt(rt, 0),
        }),
      );
      const version = dictGetStr(rt, dict, intern(rt, 'version_info'));
      dictPut(
        rt,
        dict,
        'implementation',
        newNamespace(rt, [
          [intern(rt, 'name'), intern(rt, 'cpython')],
          [intern(rt, 'cache_tag'), intern(rt, `cpython-3${rt.version.minor}`)],
          [intern(rt, 'version'), rt.retain(version)],
          [intern(rt, 'hexversion'), newInt(rt, rt.version.hex)],
        ]),
      );
      dictPut(
        rt,
        dict,
        'builtin_module_names',
        newTuple(
          rt,
          ['builtins', 'gc', 'sys'].map((name) => newStr(rt, name)),
        ),
      );
      const names = rt.builtinModuleNames().filter((name) => !name.startsWith('_') && !name.includes('.'));
      const set = rt.push(
        newListOf(
          rt,
          names.map((name) => newStr(rt, name)),
        ),
      );
      const base = rt.push(rt.retain(rt.frozensetInfo.address));
      rt.push(rt.retain(M[set]));
      dictPut(rt, dict, 'stdlib_module_names', rt.call(base, 1, 0));
      rt.drop(1);
    },
  };
}
