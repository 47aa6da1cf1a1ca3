/** The reducers: what they keep, what they remove, and how they put programs right again. */
import { describe, expect, it } from 'vitest';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { drawConfig, parseConfig } from '../../src/fuzz/fuzz-config.ts';
import { reduceFinding } from '../../src/fuzz/reduce-finding.ts';
import { reducePython } from '../../src/fuzz/reduce-python.ts';
import { reduceTree } from '../../src/fuzz/reduce-tree.ts';
import { runProgram } from '../../src/fuzz/run-program.ts';
import { isSameDamage, signatureOf } from '../../src/fuzz/signature.ts';
import { parseModule } from '../../src/interp/syntax/parse.ts';
import { countBlocks } from '../../src/workloads/programs/block.ts';
import { emitProgram } from '../../src/workloads/programs/emit.ts';
import { generateProgram } from '../../src/workloads/programs/generate.ts';

const reduced = async (source: string, sign: string, runs = 2000): Promise<string> =>
  (await reducePython(source, (text) => text.includes(sign), runs)).source;

describe('by the syntax tree', () => {
  it('keeps what the predicate asks for and nothing else', async () => {
    const source =
      'import os\na = 1\nif a:\n    for b in [1, 2]:\n        print("here", b)\n        a += 1\nelse:\n    pass\nc = 3\n';
    expect(await reduced(source, '"here"')).toBe('"here"\n');
  });

  it('takes code out of functions that are only called', async () => {
    const source = 'def f(x):\n    y = [x, 2]\n    boom(y)\n    return y\nf(1)\n';
    expect(await reduced(source, 'boom(')).toBe('boom()\n');
  });

  it('counts columns in bytes', async () => {
    const source = 'a = "äöü€"; b = 2\nprint("ß", [a, "here"])\n';
    expect(await reduced(source, '"here"')).toBe('"here"\n');
  });

  it('asks no more often than it may', async () => {
    let asked = 0;
    const source = Array.from({ length: 60 }, (_, index) => `a${index} = [${index}, ${index}]`).join('\n');
    const { runs } = await reducePython(
      `${source}\n`,
      (text) => {
        asked++;
        return text.includes('a59');
      },
      25,
    );
    expect(asked).toBeLessThanOrEqual(25);
    expect(runs).toBe(asked);
  });

  it('gives only programs that parse', async () => {
    const source =
      'class A:\n    @property\n    def f(self):\n        return 1\nwith open("x") as f:\n    try:\n        pass\n    finally:\n        keep()\n';
    const seen: string[] = [];
    await reducePython(
      source,
      (text) => {
        seen.push(text);
        return text.includes('keep()');
      },
      500,
    );
    for (const text of seen) expect(() => parseModule(text, 'program.py')).not.toThrow();
    expect(seen.length).toBeGreaterThan(3);
  });

  it('takes out at once what nothing mentions', async () => {
    const program = [
      'class Kept:',
      '    def used(self):',
      '        return 1',
      '    def unused(self):',
      '        return helper()',
      'class Gone(Kept):',
      '    def __init__(self):',
      '        self.used()',
      'def helper():',
      '    return Gone()',
      'def named():',
      '    return 2',
      'print(Kept().used(), globals()["named"]())',
      '',
    ].join('\n');
    const asked: string[] = [];
    await reducePython(program, (text) => asked.push(text) === 1, 2);
    expect(asked[0]).toBe(
      'class Kept:\n    def used(self):\n        return 1\ndef named():\n    return 2\nprint(Kept().used(), globals()["named"]())\n',
    );
  });
});

describe('damage of the heap', () => {
  it('is the same whatever object it hits, and whenever it is met; of the rest every word counts', () => {
    expect(isSameDamage('I/refcount/exit/list/count is #', 'I/refcount/collect/-/count is #')).toBe(true);
    expect(isSameDamage('I/refcount/exit/list/count is #', 'I/mark-sweep/exit/list/count is #')).toBe(false);
    expect(isSameDamage('I/refcount/exit/list/count is #', 'R/refcount/exit/list/count is #')).toBe(false);
    expect(isSameDamage('I/refcount/exit/list/a/b', 'I/refcount/exit/list/a/c')).toBe(false);
    expect(isSameDamage('L/refcount/exit/list/left', 'L/refcount/exit/dict/left')).toBe(false);
  });

  it('in a program of 2,000 blocks is shown by a few lines', { timeout: 60_000 }, async () => {
    const contestant = contestantOf('mark-sweep', 'slot-not-traced');
    const id = { profile: 'mixed', seed: 1, index: 14 } as const;
    const program = generateProgram(id);
    const source = emitProgram(program);
    const config = drawConfig(id, program);
    const { failure } = runProgram(source, 'program.py', contestant, config);
    const bench = { tier: program.tier, contestant, reference: null, cpython: null };
    const small = await reduceFinding(source, program, config, signatureOf(failure!), bench, 300, null);
    expect(small.source.split('\n').filter((line) => line.trim() !== '').length).toBeLessThan(12);
    // What the text shows is what is said of it.
    const again = runProgram(small.source, 'program.py', contestant, small.config);
    expect(signatureOf(again.failure!)).toBe(small.signature);
  });

  it('that crashes what looks at it is none of the next program', () => {
    const contestant = contestantOf('mark-sweep', 'slot-not-traced');
    const run = (index: number) => {
      const id = { profile: 'mixed', seed: 1, index } as const;
      const program = generateProgram(id);
      return runProgram(emitProgram(program), 'program.py', contestant, drawConfig(id, program));
    };
    const before = run(36);
    expect(before.status).toBe('ok');
    expect(run(327).failure?.oracle).toBe('X');
    expect(run(36).metrics).toBe(before.metrics);
  });

  it('ends as a failure where a search in a table has no end', () => {
    const contestant = contestantOf('mark-sweep', 'slot-not-traced');
    const id = { profile: 'mixed', seed: 1, index: 116 } as const;
    const program = generateProgram(id);
    const { failure } = runProgram(emitProgram(program), 'program.py', contestant, drawConfig(id, program));
    expect(failure?.cause).toContain('has no free slot');
  });
});

describe('by the block tree', () => {
  it.each([2, 9, 10])('repairs what it cuts: case 1:%i stays a program', async (index) => {
    const program = generateProgram({ profile: 'mixed', seed: 1, index });
    let asked = 0;
    const { program: small } = await reduceTree(
      program,
      (text) => {
        asked++;
        expect(() => parseModule(text, 'program.py')).not.toThrow();
        return /gc\.collect\(/.test(text.slice(text.indexOf('def main')));
      },
      120,
    );
    expect(asked).toBeGreaterThan(0);
    expect(countBlocks(small.blocks)).toBeLessThan(countBlocks(program.blocks));
    expect(emitProgram(small)).toContain('gc.collect');
  });
});

describe('a failure that comes by number', () => {
  it('is shown by a crowd of objects, where each statement of the program adds a few', async () => {
    const contestant = contestantOf('mark-sweep', 'mark-stack-too-small');
    const config = parseConfig('stress=0 verify=some');
    const lists = Array.from({ length: 150 }, (_, index) => `a${index} = [[${index}]]\n`).join('');
    const source = `import gc\n${lists}gc.collect()\ngc.collect()\n`;
    const { failure } = runProgram(source, 'program.py', contestant, config);
    const bench = { tier: 'A', contestant, reference: null, cpython: null } as const;
    const small = await reduceFinding(source, null, config, signatureOf(failure!), bench, 60, null);
    expect(small.source.split('\n').length).toBeLessThan(6);
    expect(small.runs).toBeLessThan(61);
  });
});
