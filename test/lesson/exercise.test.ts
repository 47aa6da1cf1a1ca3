import { describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { findFault } from '../../src/fuzz/faults.ts';
import { runBroken } from '../../src/lesson/broken-run.ts';
import { exerciseSheets, readCase, readCases } from '../../src/lesson/exercise.ts';
import { findLesson } from '../../src/lesson/lesson-file.ts';
import { findStrategy, strategies } from '../../src/strategies/catalogue.ts';
import { cellSpec } from '../support/cell-spec.ts';

const lesson = await findLesson('find-the-broken-collector');
const cases = await readCases(lesson);

describe.each(cases.map((one) => [one.file, one] as const))('%s', (_file, one) => {
  test('is right under CPython’s strategy and under the sound strategy that it breaks', async () => {
    const { source, expected } = await readCase(lesson, one);
    for (const strategy of new Set(['arena-pools', findFault(one.fault).strategy])) {
      const result = runCell(cellSpec({ source, strategy, allocator: findStrategy(strategy).allocator, verify: true }));
      expect(result.stdout, strategy).toBe(expected);
      expect(result.stderr).toBe('');
    }
  });

  test('shows something else under the broken one, the same each time', async () => {
    const { source, expected } = await readCase(lesson, one);
    const run = runBroken(source, one.file, one.fault, 0);
    expect(run.output).not.toBe(expected);
    expect(runBroken(source, one.file, one.fault, 0)).toEqual(run);
  });

  test('has hints and a solution that do not fall with the door into the house', () => {
    expect(one.hints.length).toBeGreaterThanOrEqual(2);
    expect(one.solution.length).toBeGreaterThan(150);
    for (const hint of one.hints) expect(hint).not.toContain(one.fault);
    expect(strategies.some(({ name }) => one.hints.join(' ').includes(name))).toBe(false);
  });
});

test('the notes say rightly what the verifier finds', async () => {
  const found = new Map<number, boolean>();
  for (const [index, one] of cases.entries()) {
    const { source } = await readCase(lesson, one);
    found.set(index + 1, runBroken(source, one.file, one.fault, 0).finding !== null);
  }
  expect(Object.fromEntries(found)).toEqual({ 1: true, 2: true, 3: false, 4: false, 5: true, 6: true });
  expect(lesson.notes).toContain('It finds nothing in cases 3 and 4');
});

test('sheets: symptoms for students without the fault’s name, solutions with it', async () => {
  const sheets = (await exerciseSheets(lesson))!;
  for (const { fault, title } of cases) {
    expect(sheets.handout).toContain(title);
    expect(sheets.handout).not.toContain(fault);
    expect(sheets.solutions).toContain(`\`${fault}\``);
  }
  expect(sheets.handout).toContain('noise 13');
  expect(await exerciseSheets(await findLesson('1'))).toBeNull();
});
