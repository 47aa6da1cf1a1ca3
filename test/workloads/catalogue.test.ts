import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/base/errors.ts';
import {
  defaultShootout,
  findWorkload,
  paramValues,
  smallParamValues,
  workloadSource,
  workloads,
} from '../../src/workloads/catalogue.ts';
import { goldensFolder, readGoldens, smallOutput } from './goldens.ts';

const allowedModules = ['gc', 'sys', 'weakref', 'math', 'random', 'time', 'collections', 'functools', 'itertools', 'operator'];

function errorOf(action: () => unknown): UserError {
  try {
    action();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no UserError was thrown');
}

describe('the catalogue', () => {
  test('has the workloads that the issue names, each name once', () => {
    const names = workloads.map((workload) => workload.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of [
      'gcbench',
      'binary-trees',
      'splay',
      'list-churn',
      'lru-cache',
      'cycles',
      'nqueens',
      'nbody',
      'word-count',
    ]) {
      expect(names).toContain(name);
    }
    expect(workloads.filter((workload) => workload.kind === 'scripted').length).toBeGreaterThanOrEqual(30);
    expect(workloads.filter((workload) => workload.kind === 'tutorial').length).toBeGreaterThanOrEqual(18);
    expect(workloads.filter((workload) => workload.kind === 'random').length).toBeGreaterThanOrEqual(4);
  });

  test.each(workloads.map((workload) => [workload.name, workload] as const))('%s keeps the rules', (_, workload) => {
    expect(workload.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
    expect(workload.fileName).toMatch(/^[a-z0-9_]+\.py$/u);
    expect(workload.filePath === null).toBe(workload.kind === 'random');
    if (workload.filePath !== null) expect(existsSync(workload.filePath)).toBe(true);
    const source = workloadSource(workload);
    for (const [, module] of source.matchAll(/^ *(?:import|from) ([\w.]+)/gmu)) expect(allowedModules).toContain(module);
    expect(source).not.toMatch(/\bimport time\b|\binput\(|\bopen\(/u);
    expect(source.endsWith('\n')).toBe(true);
    expect(Math.max(...source.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
    if (workload.kind === 'tutorial') expect(workload.params).toEqual([]);
    for (const param of workload.params) {
      expect(param.name).toMatch(/^[a-z][a-z0-9_]*$/u);
      expect(param.meaning.length).toBeGreaterThan(5);
      for (const value of [param.default, param.small]) {
        expect(value).toBeGreaterThanOrEqual(param.min);
        expect(value).toBeLessThanOrEqual(param.max);
      }
    }
  });

  test('finds a workload by either spelling and proposes the nearest name', () => {
    expect(findWorkload('binary-trees')).toBe(findWorkload('Binary_Trees'));
    expect(findWorkload('tutorial_cycle').fileName).toBe('cycle.py');
    expect(errorOf(() => findWorkload('gcbnch')).hint).toContain("'gcbench'");
    const lost = errorOf(() => findWorkload('qqqqqqqqqq'));
    expect(lost.message).toContain("'qqqqqqqqqq'");
    expect(lost.hint).toBe('heaplab workloads lists them');
  });

  test('has a default shootout of programs that print the same under every strategy', () => {
    expect(defaultShootout.length).toBeGreaterThanOrEqual(6);
    for (const { name, params } of defaultShootout) {
      const workload = findWorkload(name);
      expect(workload.observes).toBe('nothing');
      expect(Object.keys(paramValues(workload, params)).length).toBe(workload.params.length);
    }
  });
});

describe('parameters', () => {
  const gcbench = findWorkload('gcbench');

  test('are rewritten in their own line, and nothing else is', () => {
    const lines = workloadSource(gcbench).split('\n');
    const changed = workloadSource(gcbench, { max_depth: 9, 'ARRAY-SIZE': '1_000' }).split('\n');
    expect(changed.length).toBe(lines.length);
    const different = changed.filter((line, index) => line !== lines[index]);
    expect(different).toEqual([
      'ARRAY_SIZE = 1000  # param: floats in the array that stays alive; 10..2000000; small 60',
      'MAX_DEPTH = 9  # param: depth of the largest tree that is built and dropped; 4..18; small 6',
    ]);
  });

  test('have all their values in the order of the program, given or not', () => {
    expect(Object.keys(paramValues(gcbench, { min_depth: 3 }))).toEqual(gcbench.params.map((param) => param.name));
    expect(paramValues(gcbench, { min_depth: 3 })['min_depth']).toBe(3);
    expect(workloadSource(gcbench, paramValues(gcbench))).toBe(readFileSync(gcbench.filePath!, 'utf8'));
  });

  test('are refused with the bound and the next step', () => {
    expect(errorOf(() => paramValues(gcbench, { max_dpth: 5 })).hint).toContain("did you mean 'max_depth'?");
    expect(errorOf(() => paramValues(gcbench, { max_depth: 19 })).message).toContain('4..18');
    expect(errorOf(() => paramValues(gcbench, { max_depth: 3 })).message).toContain("'3'");
    for (const value of ['ten', '', '1.5', '0x10', 2.5, Number.NaN]) {
      expect(errorOf(() => paramValues(gcbench, { max_depth: value })).message).toContain('whole number');
    }
    expect(errorOf(() => paramValues(findWorkload('tutorial-cycle'), { n: 1 })).message).toContain('no parameters');
  });
});

describe('goldens', () => {
  const goldens = readGoldens();

  test('are those of CPython 3.13', () => {
    expect(goldens.python).toMatch(/^3\.13\./u);
  });

  test.each(workloads.map((workload) => [workload.name, workload] as const))('of %s fit the catalogue', (name, workload) => {
    const golden = goldens.workloads[name];
    const output = smallOutput(name);
    expect(golden?.small.params).toEqual(smallParamValues(workload));
    expect(golden?.default.params).toEqual(paramValues(workload));
    expect(golden?.small.sha256).toBe(createHash('sha256').update(output).digest('hex'));
    expect(golden?.small.bytes).toBe(Buffer.byteLength(output));
  });

  test('belong to workloads that exist', () => {
    const names = workloads.map((workload) => workload.name).sort();
    expect(Object.keys(goldens.workloads).sort()).toEqual(names);
    const outputs = readdirSync(goldensFolder).filter((file) => file.endsWith('.out'));
    expect(outputs.sort()).toEqual(names.map((name) => `${name}.out`).sort());
  });
});
