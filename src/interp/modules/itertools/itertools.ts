/** The module itertools. */

import { dictSetStr } from '../../objects/dict.ts';
import { intern } from '../../objects/str.ts';
import { defineType } from '../../runtime/types.ts';
import type { ModuleSpec } from '../module-spec.ts';
import { combinationsSpec, combinationsWithReplacementSpec, permutationsSpec, productSpec } from './combinatorics.ts';
import { defineGroupTypes, tee } from './groups.ts';
import {
  accumulateSpec,
  batchedSpec,
  chainSpec,
  compressSpec,
  countSpec,
  cycleSpec,
  dropwhileSpec,
  filterfalseSpec,
  isliceSpec,
  pairwiseSpec,
  repeatSpec,
  starmapSpec,
  takewhileSpec,
  zipLongestSpec,
} from './sequences.ts';

const SPECS = [
  accumulateSpec,
  batchedSpec,
  chainSpec,
  combinationsSpec,
  combinationsWithReplacementSpec,
  compressSpec,
  countSpec,
  cycleSpec,
  dropwhileSpec,
  filterfalseSpec,
  isliceSpec,
  pairwiseSpec,
  permutationsSpec,
  productSpec,
  repeatSpec,
  starmapSpec,
  takewhileSpec,
  zipLongestSpec,
];

export const itertoolsModule: ModuleSpec = {
  name: 'itertools',
  doc: 'Functional tools for creating and using iterators.',
  functions: [tee],
  setup: (rt, dict) => {
    for (const info of [...SPECS.map((spec) => defineType(rt, spec())), ...defineGroupTypes(rt)]) {
      dictSetStr(rt, dict, intern(rt, info.qualname ?? info.name), info.address);
    }
  },
};
