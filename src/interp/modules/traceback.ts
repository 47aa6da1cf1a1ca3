/** What the module traceback needs of the machine: reports as text; py/traceback.py makes lists and objects of them. */

import { WORDS } from '../../heap/memory.ts';
import { TB_FRAME, TB_LASTI } from '../objects/exception.ts';
import { FUNC_CODE_INDEX } from '../objects/function.ts';
import { newStr } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { isTrue } from '../runtime/operators.ts';
import { entryLines, exceptionLines, tracebackText } from '../runtime/traceback-text.ts';
import { positionTuple } from '../types/code-type.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

/** _report(exception, chain): the whole report. */
const report: NativeSpec = {
  name: '_report',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => newStr(rt, tracebackText(rt, M[args], isTrue(rt, M[args + 2]))),
};

/** _only(exception): the lines without frames. */
const only: NativeSpec = {
  name: '_only',
  arity: 'one',
  fn: (rt, args) => newStr(rt, exceptionLines(rt, M[args])),
};

/** _entry(traceback): the lines of its first frame. */
const entry: NativeSpec = {
  name: '_entry',
  arity: 'one',
  fn: (rt, args) => newStr(rt, entryLines(rt, M[args])),
};

/** _position(traceback): line, end line, column and end column of what its first frame was doing. */
const position: NativeSpec = {
  name: '_position',
  arity: 'one',
  fn: (rt, args) => {
    const code = rt.codes[M[M[M[M[args] + TB_FRAME] + 6] + FUNC_CODE_INDEX]]!;
    return positionTuple(rt, code.unit.positions, M[M[args] + TB_LASTI] * 4);
  },
};

export const tracebackModule: ModuleSpec = {
  name: 'traceback',
  doc: 'Extract, format and print information about Python stack traces.',
  functions: [report, only, entry, position],
  get python() {
    return pythonSource('traceback');
  },
};
