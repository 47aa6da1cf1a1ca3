/** The module array. */
import { dictPut, dictSetStr } from '../../objects/dict.ts';
import { intern, newStr } from '../../objects/str.ts';
import type { ModuleSpec } from '../module-spec.ts';
import { defineArray } from './array-type.ts';
import { TYPECODES } from './items.ts';

export const arrayModule: ModuleSpec = {
  name: 'array',
  doc: 'This module defines an object type which can efficiently represent\nan array of basic values: characters, integers, floating-point\nnumbers.',
  python:
    'import sys as _sys\nif "collections.abc" in _sys.modules:\n    _sys.modules["collections.abc"].MutableSequence.register(array)\n',
  setup: (rt, dict) => {
    const info = defineArray(rt);
    for (const name of ['array', 'ArrayType']) dictSetStr(rt, dict, intern(rt, name), info.address);
    dictPut(rt, dict, 'typecodes', newStr(rt, TYPECODES));
  },
};
