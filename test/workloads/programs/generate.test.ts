/** The generator: its programs are pinned by hashes, parse, and have the parts that fuzzing relies on. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseModule } from '../../../src/interp/syntax/parse.ts';
import { forEachBlock } from '../../../src/workloads/programs/block.ts';
import { caseName, generatorVersion, parseCaseId, profiles } from '../../../src/workloads/programs/case-id.ts';
import { emitProgram } from '../../../src/workloads/programs/emit.ts';
import { generateProgram } from '../../../src/workloads/programs/generate.ts';
import { hazards } from '../../../src/workloads/programs/hazards.ts';

const cases = Array.from({ length: 50 }, (_, index) => ({ profile: 'mixed' as const, seed: 1 + (index % 5), index }));

describe('generated programs', () => {
  it('are those of this generator version', () => {
    const golden = JSON.parse(readFileSync(new URL('goldens.json', import.meta.url), 'utf8')) as Record<string, string>;
    const made = Object.fromEntries(
      cases.map((id) => [
        caseName(id),
        createHash('sha256')
          .update(emitProgram(generateProgram(id)))
          .digest('hex'),
      ]),
    );
    expect(golden, `programs changed: raise generatorVersion (now ${generatorVersion}) and write goldens.json anew`).toEqual(
      made,
    );
  });

  it('parse, and name each block once', () => {
    for (const id of cases) {
      const program = generateProgram(id);
      expect(() => parseModule(emitProgram(program), 'program.py')).not.toThrow();
      const ids: number[] = [];
      forEachBlock(program.blocks, (block) => ids.push(block.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('keep to their tier', () => {
    for (const profile of ['A', 'B', 'C'] as const) {
      for (let index = 0; index < 40; index++) {
        const program = generateProgram({ profile, seed: 3, index });
        expect(program.tier).toBe(profile);
        const text = emitProgram(program);
        if (profile === 'A') expect(text).not.toMatch(/__del__|LOG|KEPT/);
        if (profile === 'B') expect(text).not.toMatch(/print\("finalizer"|KEPT/);
        for (const name of program.hazards) expect(hazards.find((each) => each.name === name)!.tiers).toContain(profile);
      }
    }
  });

  it('let sets of tier C hold no instances: they would die in the order of their addresses', () => {
    for (let index = 0; index < 60; index++) {
      const program = generateProgram({ profile: 'C', seed: 4, index });
      forEachBlock(program.blocks, ({ op, args }) => {
        const members = op === 'set' ? args : op === 'set-add' ? args.slice(1) : [];
        for (const arg of members) if (arg.from === 'block') expect(['Int', 'Str']).toContain(arg.block.kind);
      });
    }
  });

  it('draw all three tiers and every hazard', () => {
    const tiers = new Set<string>();
    const names = new Set<string>();
    for (let index = 0; index < 1000; index++) {
      const program = generateProgram({ profile: 'mixed', seed: 9, index });
      tiers.add(program.tier);
      for (const name of program.hazards) names.add(name);
    }
    expect([...tiers].sort()).toEqual(['A', 'B', 'C']);
    expect([...names].sort()).toEqual(hazards.map(({ name }) => name).sort());
  });
});

describe('case names', () => {
  it('come back', () => {
    for (const profile of profiles) {
      const id = { profile, seed: 12, index: 345 };
      expect(parseCaseId(caseName(id))).toEqual(id);
    }
    expect(parseCaseId('7:8')).toEqual({ profile: 'mixed', seed: 7, index: 8 });
  });

  it.each([
    '',
    '7',
    'g1:7:8',
    'x',
    '-1:2',
    `g${generatorVersion + 1}:mixed:1:2`,
    `g${generatorVersion}:nothing:1:2`,
    '99999999999999999999:1',
  ])('refuses %j', (text) => {
    expect(() => parseCaseId(text)).toThrow();
  });
});
