/** The built-in types in an order in which each finds its base, and the constants every program shares. */

import { REP } from '../../heap/layout.ts';
import { BYTES, WORDS } from '../../heap/memory.ts';
import { newInstanceOf } from '../objects/allocate.ts';
import { newBytesBlock } from '../objects/bytes.ts';
import { INT_VALUE, SMALL_MAX, SMALL_MIN } from '../objects/int.ts';
import { KIND } from '../objects/kinds.ts';
import { newStrBlock, strPut } from '../objects/str.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { defineType, type TypeSpec } from '../runtime/types.ts';
import { defineAsyncGenerators } from './async-generator-type.ts';
import { defineBytearrayType } from './bytearray-type.ts';
import { defineByteIteratorTypes, defineBytesType } from './bytes-type.ts';
import { codeSpec } from './code-type.ts';
import { defineComplexType } from './complex-type.ts';
import { ellipsisSpec, mappingProxySpec, moduleSpec, noneSpec, notImplementedSpec, tracebackSpec } from './core-types.ts';
import {
  classMethodDescriptorSpec,
  classMethodSpec,
  getSetDescriptorSpec,
  memberDescriptorSpec,
  methodDescriptorSpec,
  methodWrapperSpec,
  propertySpec,
  staticMethodSpec,
  wrapperDescriptorSpec,
} from './descriptor-types.ts';
import { defineDictIterators } from './dict-iterators.ts';
import { defineDictType } from './dict-type.ts';
import { defineDictViews } from './dict-views.ts';
import { defineExceptionGroups } from './exception-group-type.ts';
import { defineExceptions } from './exception-type.ts';
import { defineFloatType } from './float-type.ts';
import { frameLocalsProxySpec } from './frame-locals-type.ts';
import { builtinSpec, cellSpec, functionSpec, methodSpec } from './function-type.ts';
import { type GeneratorMachine, generatorSpecs } from './generator-type.ts';
import { defineGenericAliasType } from './generic-alias-type.ts';
import { defineBoolType, defineIntType } from './int-type.ts';
import { defineIteratorTypes } from './iterators-type.ts';
import { defineListType } from './list-type.ts';
import { defineMemoryviewTypes } from './memoryview-type.ts';
import { defineNamespaceType } from './namespace-type.ts';
import { objectTypeSpec } from './object-type.ts';
import { defineRangeIterators } from './range-iterators.ts';
import { defineRangeType } from './range-type.ts';
import { defineSequenceIterators } from './sequence-iterators.ts';
import { defineSetTypes } from './set-type.ts';
import { defineSliceType } from './slice-type.ts';
import { defineStrIteratorTypes, defineStrType } from './str-type.ts';
import { superSpec } from './super-type.ts';
import { defineTupleType } from './tuple-type.ts';
import { typeTypeSpec } from './type-type.ts';
import { defineUnionType } from './union-type.ts';
import { weakrefSpec } from './weakref-type.ts';

const M = WORDS;
const U8 = BYTES;

/** Makes every built-in type object. Their dicts are filled afterwards (rt.deferredTypes), when all of them and the constants exist. */
export function defineBuiltinTypes(rt: Runtime, vm: GeneratorMachine, frame: TypeSpec): void {
  rt.deferredTypes = [];
  defineType(rt, objectTypeSpec);
  defineType(rt, typeTypeSpec);
  defineIntType(rt);
  defineStrType(rt);
  makeText(rt);
  defineTupleType(rt);
  makeEmptyTuple(rt);
  defineDictType(rt);
  defineBoolType(rt);
  for (const spec of [noneSpec, ellipsisSpec, notImplementedSpec]) defineType(rt, spec);
  makeSingletons(rt);
  defineFloatType(rt);
  defineComplexType(rt);
  defineBytesType(rt);
  makeBytes(rt);
  defineBytearrayType(rt);
  defineListType(rt);
  defineSetTypes(rt);
  defineSliceType(rt);
  const plain: TypeSpec[] = [
    functionSpec,
    methodSpec,
    builtinSpec,
    cellSpec,
    codeSpec,
    methodDescriptorSpec,
    classMethodDescriptorSpec,
    wrapperDescriptorSpec,
    methodWrapperSpec,
    memberDescriptorSpec,
    getSetDescriptorSpec,
    propertySpec,
    staticMethodSpec,
    classMethodSpec,
    superSpec,
    moduleSpec,
    mappingProxySpec,
    frameLocalsProxySpec,
    tracebackSpec,
    frame,
    weakrefSpec,
    {
      name: 'UnraisableHookArgs',
      kind: 'record',
      fields: 5,
      basicBytes: 56,
      collectable: true,
      abstract: true,
      module: 'sys',
      getset: ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'].map((name, index) => ({
        name,
        get: (runtime: Runtime, self: number) => runtime.retain(M[self + 4 + 2 * index]),
      })),
    },
    { name: 'async_generator_wrapped_value', kind: 'record', fields: 1, basicBytes: 24, collectable: true, abstract: true },
  ];
  for (const spec of plain) defineType(rt, spec);
  const generators = generatorSpecs(vm);
  defineType(rt, generators.generator);
  defineType(rt, generators.coroutine);
  defineType(rt, generators.coroutineWrapper);
  defineAsyncGenerators(rt, vm);
  defineRangeType(rt);
  defineRangeIterators(rt);
  defineSequenceIterators(rt);
  defineStrIteratorTypes(rt);
  defineByteIteratorTypes(rt);
  defineMemoryviewTypes(rt);
  defineDictIterators(rt);
  defineDictViews(rt);
  defineIteratorTypes(rt);
  defineGenericAliasType(rt);
  defineUnionType(rt);
  defineNamespaceType(rt);
  defineExceptions(rt);
  defineExceptionGroups(rt);
}

function makeText(rt: Runtime): void {
  rt.emptyStr = newStrBlock(rt, 0, 127);
  for (let point = 0; point < 256; point++) {
    const char = newStrBlock(rt, 1, point);
    strPut(rt, char, 0, point);
    rt.chars[point] = char;
  }
}

function makeEmptyTuple(rt: Runtime): void {
  const info = rt.tupleInfo;
  const tuple = rt.newCollectable(info, info.rep, 24);
  M[tuple + 4] = 0;
  M[tuple + 5] = 0;
  rt.emptyTuple = tuple;
}

function makeSingletons(rt: Runtime): void {
  const make = (name: string): number => {
    const info = rt.types[name]!;
    return newInstanceOf(rt, info, 16);
  };
  rt.none = make('NoneType');
  rt.ellipsis = make('ellipsis');
  rt.notImplemented = make('NotImplementedType');
  const int = rt.intInfo;
  // The cache is one block, 32 bytes an int.
  const count = SMALL_MAX - SMALL_MIN + 1;
  for (let index = 0; index < count; index++) {
    const object = rt.newPlain(int, int.rep, 32);
    if (index === 0) rt.smallInts = object;
    M[object + INT_VALUE] = SMALL_MIN + index;
  }
  const bool = rt.boolInfo;
  const makeBool = (value: number): number => {
    const object = rt.newPlain(bool, bool.rep, 32);
    M[object + REP] = (bool.rep & ~0xff) | KIND.bool;
    M[object + INT_VALUE] = value;
    return object;
  };
  rt.false = makeBool(0);
  rt.true = makeBool(1);
}

function makeBytes(rt: Runtime): void {
  rt.emptyBytes = newBytesBlock(rt, 0);
  for (let byte = 0; byte < 256; byte++) {
    const object = newBytesBlock(rt, 1);
    U8[object * 4 + 32] = byte;
    rt.byteChars[byte] = object;
  }
}

/** Constants that need finished types. */
export function makeConstants(rt: Runtime): void {
  rt.bumpTypeVersion(rt.objectInfo);
}
