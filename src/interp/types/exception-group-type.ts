/** BaseExceptionGroup and ExceptionGroup (PEP 654; CPython: Objects/exceptions.c). Fields: word 18 message, 20 tuple of exceptions; 88 bytes. */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { newInstanceOf, trackInstance } from '../objects/allocate.ts';
import { EXC_ARGS, EXC_BYTES, isException } from '../objects/exception.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, newTuple, newTupleFromTop, tupleItem, tupleLength } from '../objects/sequence.ts';
import { isStr, newStr, strText } from '../objects/str.ts';
import { call1, call2, isCallable } from '../runtime/calls.ts';
import { isInstance } from '../runtime/class-checks.ts';
import { GROUP_EXCEPTIONS, GROUP_MESSAGE, pushSplit } from '../runtime/exception-groups.ts';
import { argumentTypeName, raise, raiseTypeError, raiseValueError } from '../runtime/exceptions.ts';
import { isTrue } from '../runtime/operators.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { TYPE_BASES } from '../runtime/type-info.ts';
import { defineType, type GetSetSpec } from '../runtime/types.ts';
import { CLASS_GETITEM } from './list-type.ts';

const M = WORDS;

function newGroup(rt: Runtime, type: Address, args: Address, count: number, kwnames: Address): Address {
  const given = count - (kwnames === 0 ? 0 : tupleLength(rt, kwnames));
  if (given !== 2) raiseTypeError(rt, `BaseExceptionGroup.__new__() takes exactly 2 arguments (${given} given)`);
  const message = M[args];
  if (!isStr(rt, message))
    raiseTypeError(rt, `BaseExceptionGroup.__new__() argument 1 must be str, not ${argumentTypeName(rt, message)}`);
  const source = rt.typeOf(M[args + 2]);
  if (source.getitem === null || source.kind === KIND.dict)
    raiseTypeError(rt, 'second argument (exceptions) must be a sequence');
  const members = rt.push(rt.tupleFromIterable(rt, M[args + 2]));
  const length = tupleLength(rt, M[members]);
  if (length === 0) raiseValueError(rt, 'second argument (exceptions) must be a non-empty sequence');
  let nestsBase = false;
  for (let index = 0; index < length; index++) {
    const item = tupleItem(rt, M[members], index);
    if (!isException(rt, item)) raiseValueError(rt, `Item ${index} of second argument (exceptions) is not an exception`);
    if (!rt.typeOf(item).mro.includes(rt.types['Exception']!)) nestsBase = true;
  }
  let info = rt.infoOfType(type);
  if (info === rt.types['BaseExceptionGroup'] && !nestsBase) info = rt.types['ExceptionGroup']!;
  else if (nestsBase && info.mro.includes(rt.types['Exception']!)) {
    raiseTypeError(
      rt,
      info === rt.types['ExceptionGroup']
        ? 'Cannot nest BaseExceptions in an ExceptionGroup'
        : `Cannot nest BaseExceptions in '${info.name}'`,
    );
  }
  const root = rt.push(newInstanceOf(rt, info, info.basicBytes));
  const self = M[root];
  M[self + GROUP_MESSAGE] = rt.retain(message);
  M[self + GROUP_EXCEPTIONS] = rt.retain(M[members]);
  M[self + EXC_ARGS] = newTuple(rt, [rt.retain(message), rt.retain(M[args + 2])]);
  trackInstance(rt, info, self);
  rt.sp = root;
  rt.unwind(members);
  return self;
}

/** The test that split() and subgroup() apply: by type, by a tuple of types, or by a function. */
function matcher(rt: Runtime, value: Address): (exception: Address) => boolean {
  const isClass = (candidate: Address): boolean =>
    (M[candidate + REP] & 0xff) === KIND.type && rt.infoOfType(candidate).mro.includes(rt.types['BaseException']!);
  if (isClass(value)) return (exception) => isInstance(rt, exception, value);
  if (isTuple(rt, value)) {
    let all = true;
    for (let index = 0; index < tupleLength(rt, value); index++) all &&= isClass(tupleItem(rt, value, index));
    if (all) return (exception) => isInstance(rt, exception, value);
  } else if (isCallable(rt, value) && (M[value + REP] & 0xff) !== KIND.type) {
    return (exception) => {
      const answer = rt.push(call1(rt, value, exception));
      const result = isTrue(rt, M[answer]);
      rt.unwind(answer);
      return result;
    };
  }
  raiseTypeError(rt, 'expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

function member(name: string, slot: number): GetSetSpec {
  return {
    name,
    get: (rt, self) => rt.retain(M[self + slot]),
    set: (rt) => raise(rt, 'AttributeError', 'readonly attribute'),
  };
}

/** Defines both classes; ExceptionGroup has two bases, so its MRO and bases are set by hand. */
export function defineExceptionGroups(rt: Runtime): void {
  const base = defineType(rt, {
    name: 'BaseExceptionGroup',
    base: rt.types['BaseException']!,
    fields: 2,
    basicBytes: EXC_BYTES + 16,
    doc: 'A combination of multiple unrelated exceptions.',
    new: newGroup,
    str: (runtime, self) => {
      const count = tupleLength(runtime, M[self + GROUP_EXCEPTIONS]);
      return newStr(runtime, `${strText(runtime, M[self + GROUP_MESSAGE])} (${count} sub-exception${count === 1 ? '' : 's'})`);
    },
    getset: [member('message', GROUP_MESSAGE), member('exceptions', GROUP_EXCEPTIONS)],
    classMethods: [CLASS_GETITEM],
    methods: [
      {
        name: 'derive',
        arity: 'one',
        fn: (runtime, args) =>
          call2(runtime, runtime.types['BaseExceptionGroup']!.address, M[M[args] + GROUP_MESSAGE], M[args + 2]),
      },
      {
        name: 'split',
        arity: 'one',
        fn: (runtime, args) => {
          const mark = runtime.sp;
          pushSplit(runtime, M[args], matcher(runtime, M[args + 2]), true);
          return newTupleFromTop(runtime, (runtime.sp - mark) >> 1);
        },
      },
      {
        name: 'subgroup',
        arity: 'one',
        fn: (runtime, args) => {
          const mark = runtime.sp;
          pushSplit(runtime, M[args], matcher(runtime, M[args + 2]), false);
          runtime.drop(1);
          runtime.sp = mark;
          return M[mark];
        },
      },
    ],
  });
  const exception = rt.types['Exception']!;
  const group = defineType(rt, { name: 'ExceptionGroup', base, doc: null });
  group.mro = [group, base, ...exception.mro];
  exception.subclasses.add(group);
  rt.deferredTypes?.push(() => {
    const old = M[group.address + TYPE_BASES];
    M[group.address + TYPE_BASES] = newTuple(rt, [rt.retain(base.address), rt.retain(exception.address)]);
    rt.release(old);
  });
}
