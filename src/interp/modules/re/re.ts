/** The module re: patterns and matches here, functions and flags in py/re.py. */
import { dictSetStr } from '../../objects/dict.ts';
import { intern } from '../../objects/str.ts';
import type { ModuleSpec } from '../module-spec.ts';
import { pythonSource } from '../python-sources.ts';
import { defineMatch } from './match-type.ts';
import { compileFunction, definePattern, warningsFunction } from './pattern-type.ts';

export const reModule: ModuleSpec = {
  name: 're',
  doc: 'Support for regular expressions (RE).',
  functions: [compileFunction, warningsFunction],
  setup: (rt, dict) => {
    definePattern(rt);
    defineMatch(rt);
    for (const name of ['Pattern', 'Match']) dictSetStr(rt, dict, intern(rt, name), rt.types[name]!.address);
  },
  get python() {
    return pythonSource('re');
  },
};
