import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CodeUnit } from '../../../src/interp/bytecode/code-unit.ts';
import { compileModule } from '../../../src/interp/bytecode/compile.ts';
import { disassemble } from '../../../src/interp/bytecode/disassemble.ts';
import { PySyntaxError } from '../../../src/interp/syntax/syntax-error.ts';
import { verifyDepth } from './verify-depth.ts';

const root = join(import.meta.dirname, '../../..');
const programs = globSync('{test/programs,src/workloads,bench/programs,test/interp/bytecode/corpus}/**/*.py', { cwd: root })
  .filter((path) => !path.includes('syntax-errors'))
  .sort();

/** The code of a program; null where its point is a SyntaxError when it is loaded. */
function compiled(path: string): CodeUnit | null {
  const text = readFileSync(join(root, path), 'utf8');
  try {
    return compileModule(text, path).code;
  } catch (thrown) {
    if (thrown instanceof PySyntaxError && /error|refus|warning|traceback/.test(path)) return null;
    throw thrown;
  }
}

describe('the programs of the repository compile to code with a balanced stack', () => {
  it('finds them', () => {
    expect(programs.length).toBeGreaterThan(300);
  });

  // A third: all of them compile whenever the language tests run.
  it.each(programs.filter((_, index) => index % 3 === 0))('%s', (path) => {
    const code = compiled(path);
    if (code !== null) verifyDepth(code);
  });
});

it('the same text gives the same listing', () => {
  const path = programs.find((name) => name.endsWith('deltablue.py'))!;
  expect(disassemble(compiled(path)!)).toBe(disassemble(compiled(path)!));
});
