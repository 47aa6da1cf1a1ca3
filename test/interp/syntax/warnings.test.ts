import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileModule } from '../../../src/interp/bytecode/compile.ts';

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'warnings.cpython-3.13.json'), 'utf8')) as {
  cases: { source: string; warnings: [category: string, message: string, line: number][] }[];
};

it.each(cases)('warnings of $source', ({ source, warnings }) => {
  const found = compileModule(source, '<text>').warnings.map(({ category, message, line }) => [category, message, line]);
  expect(found).toEqual(warnings);
});
