import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProgram, ownParams, placeProgram, programName } from '../../src/shootout/programs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-programs-'));
  writeFileSync(join(folder, 'own.py'), 'print("own")\n');
  writeFileSync(join(folder, 'latin.py'), Buffer.from([0x23, 0x20, 0xe9, 0x0a]));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('findProgram', () => {
  test('finds workloads by name, with - or _, and files by path', () => {
    expect(programName(findProgram('gcbench'))).toBe('gcbench');
    expect(programName(findProgram('lru_cache'))).toBe('lru-cache');
    const path = join(folder, 'own.py');
    expect(findProgram(path)).toEqual({ kind: 'file', name: path, path, source: 'print("own")\n' });
  });

  test.each([
    ['gcbnch', "there is no workload 'gcbnch'"],
    ['missing.py', "there is no file 'missing.py'"],
    ['no/such/program', "there is no file 'no/such/program'"],
  ])('%s is refused', (name, sentence) => {
    expect(() => findProgram(name)).toThrow(sentence);
  });

  test('a folder and text in another encoding are refused', () => {
    expect(() => findProgram(`${folder}/`)).toThrow('is a folder, not a file');
    expect(() => findProgram(join(folder, 'latin.py'))).toThrow('is not UTF-8 text');
  });
});

describe('placeProgram', () => {
  test('a workload with a seed is there once a seed, with the seed in its text', () => {
    const placed = placeProgram(findProgram('splay'), {}, [1, 2]);
    expect(placed.map(({ seed, params }) => [seed, params['seed']])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(placed[0]?.source).not.toBe(placed[1]?.source);
  });

  test('one without is there once', () => {
    expect(placeProgram(findProgram('gcbench'), {}, [5, 6]).map(({ seed }) => seed)).toEqual([5]);
  });

  test('a seed given as a parameter is kept', () => {
    expect(placeProgram(findProgram('splay'), { seed: '9' }, [1, 2]).map(({ params }) => params['seed'])).toEqual([9]);
  });

  test('parameters are checked', () => {
    expect(() => placeProgram(findProgram('gcbench'), { max_dpth: '3' }, [1])).toThrow("gcbench has no parameter 'max_dpth'");
    expect(() => placeProgram(findProgram(join(folder, 'own.py')), { n: '3' }, [1])).toThrow('only workloads have parameters');
  });

  test('only programs that show no time of death must agree', () => {
    expect(placeProgram(findProgram('gcbench'), {}, [1])[0]?.comparable).toBe(true);
    expect(placeProgram(findProgram('tutorial-ids-are-reused'), {}, [1])[0]?.comparable).toBe(false);
  });
});

test('ownParams keeps those that a program has', () => {
  expect(ownParams(findProgram('gcbench'), { 'max-depth': '3', other: '1' })).toEqual({ 'max-depth': '3' });
  expect(ownParams(findProgram(join(folder, 'own.py')), { other: '1' })).toEqual({});
});
