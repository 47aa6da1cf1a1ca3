/** `--python 3.12` against what CPython 3.12.1 printed (test/python-3.12), and against 3.13 where the two differ. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import type { PythonVersion } from '../../src/interp/python-version.ts';
import { cellSpec } from '../support/cell-spec.ts';

const folder = fileURLToPath(new URL('../python-3.12/', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -'.py'.length));

function output(name: string, python: PythonVersion): string {
  const result = runCell(cellSpec({ source: readFileSync(join(folder, `${name}.py`), 'utf8'), path: `${name}.py`, python }));
  expect(result.stderr).toBe('');
  return result.stdout;
}

const golden = (name: string): string => readFileSync(join(folder, `${name}.out`), 'utf8');

test('the goldens are of 3.12.1', () => {
  expect(readFileSync(join(folder, 'VERSION'), 'utf8')).toBe('CPython 3.12.1\n');
});

describe('as CPython 3.12.1', () => {
  test.each(names)('%s', (name) => {
    expect(output(name, '3.12')).toBe(golden(name));
  });
});

describe('3.13 differs', () => {
  test.each(['version', 'thresholds', 'generations', 'straight_line', 'class_names', 'start'])('%s', (name) => {
    expect(output(name, '3.13')).not.toBe(golden(name));
  });
});
