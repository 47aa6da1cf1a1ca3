/** A strategy of a user's own: loaded from a module, run, graded. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/fuzz/fuzz-config.ts';
import { gradeSheet } from '../../src/fuzz/grade-sheet.ts';
import { runProgram } from '../../src/fuzz/run-program.ts';
import { signatureOf } from '../../src/fuzz/signature.ts';
import { loadStrategyModule } from '../../src/fuzz/strategy-module.ts';

const example = fileURLToPath(new URL('../../docs/examples/my-strategy.mjs', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-module-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a strategy module', () => {
  it('runs, and its mistakes are seen', async () => {
    const contestant = await loadStrategyModule(example);
    expect(contestant.name).toBe('my-mark-sweep');
    const { failure } = runProgram(
      'import weakref\nclass A:\n    pass\na = A()\nw = weakref.ref(a)\ndel a\nfor i in range(5):\n    pass\n',
      'program.py',
      contestant,
      parseConfig('stress=1'),
    );
    expect(failure?.strategy).toBe('my-mark-sweep');
  });

  it.each([
    ['export default {};', 'does not export a strategy'],
    ['export const strategy = 1;', 'does not export a strategy'],
    ['this is no module', 'cannot load'],
  ])('is refused when it is %j', async (text, message) => {
    const path = join(folder, `module-${text.length}.mjs`);
    writeFileSync(path, text);
    await expect(loadStrategyModule(path)).rejects.toThrow(message);
  });

  it('is refused when it is not there', async () => {
    await expect(loadStrategyModule(join(folder, 'absent.mjs'))).rejects.toThrow('cannot load');
  });
});

describe('the grade sheet', () => {
  it('shows the shortest program for each broken rule', () => {
    const failure = { oracle: 'R', strategy: 'mine', phase: 'collect', object: 'list', cause: 'c', details: '' } as const;
    const stored = (source: string) => ({
      origin: '',
      tier: 'A' as const,
      strategy: 'mine',
      config: parseConfig(''),
      fault: null,
      signature: signatureOf(failure),
      cause: '',
      source,
    });
    const finding = (source: string) => ({
      signature: signatureOf(failure),
      cases: [1],
      from: 0,
      original: stored(source),
      details: '',
      reduced: null,
      lines: null,
      reductionRuns: 0,
      confirmed: true,
      journals: [],
    });
    const sheet = gradeSheet(['mine'], { outcomes: [], findings: [finding('a\nb\n'), finding('short\n')], missing: 0 });
    expect(sheet).toContain('7 of 8 rules kept');
    expect(sheet).toContain('broken  frees nothing that the program can still reach');
    expect(sheet).toContain('            short');
    expect(sheet).not.toContain('            a');
  });
});
