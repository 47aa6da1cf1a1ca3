import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CO_OPTIMIZED } from '../../../src/interp/bytecode/code-unit.ts';
import { compileModule } from '../../../src/interp/bytecode/compile.ts';
import { type Shape, shapes } from './code-shape.ts';

const here = import.meta.dirname;
const { files } = JSON.parse(readFileSync(join(here, 'shapes.cpython-3.13.json'), 'utf8')) as {
  files: { file: string; units: (Shape & { keyed: boolean })[] }[];
};

describe('code has the shape of CPython’s: names, constants, positions and handlers of every step', () => {
  describe.each(files)('$file', ({ file, units }) => {
    const found = shapes(compileModule(readFileSync(join(here, 'corpus', file)), '<corpus>').code);

    it('has the same code objects', () => {
      expect(found.map(({ qualname }) => qualname)).toEqual(units.map(({ qualname }) => qualname));
    });

    it.each(units.map((unit, index) => [unit.qualname, unit, index] as const))('%s', (_name, { keyed, ...unit }, index) => {
      const mine = { ...found[index]! };
      // Without BUILD_CONST_KEY_MAP keys are constants of their own.
      if (keyed) mine.consts = unit.consts;
      // Fast slots that class bodies lend to comprehensions show in neither machine; generic wrappers drop unused parameters.
      const isPlain = (unit.flags & CO_OPTIMIZED) !== 0 && !unit.qualname.includes('<generic parameters');
      if (!isPlain) mine.varnames = unit.varnames;
      expect(mine).toEqual(unit);
    });
  });
});
