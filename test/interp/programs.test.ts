/** Every program of test/programs on every strategy against CPython's output; a share of them under stress and verification too. */
import { afterAll, describe, expect, test } from 'vitest';
import { runCell } from '../../src/cell/run-cell.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import {
  type CorpusProgram,
  difference,
  lot,
  mustReproduce,
  programsOf,
  readKnownFailures,
  specOf,
  topics,
  versionOf,
  writeKnownFailures,
} from '../support/program-corpus.ts';

/** One program in this many, a different choice on each strategy, runs again with collections at many safepoints. */
const STRESS_SHARE = 7;
/** Collections that a stressed run should see, about; its interval follows from the length of the plain run. */
const STRESS_COLLECTIONS = 300;

const names = strategies.map((each) => each.name);
const updating = process.env['HEAPLAB_UPDATE_KNOWN_FAILURES'] !== undefined;
const known = readKnownFailures(names);
const failed = new Map<string, string[]>();

describe.each(topics())('%s', (topic) => {
  const programs = programsOf(topic);

  test('was recorded from CPython 3.13.0 and holds programs', () => {
    expect(versionOf(topic)).toBe('CPython 3.13.0\n');
    expect(programs.length).toBeGreaterThan(0);
  });

  test.each(names)('on %s', (name) => {
    const complaints = programs.flatMap((program) => judge(program, name));
    expect(complaints, complaints.join('\n\n')).toEqual([]);
  });
});

afterAll(() => {
  if (updating) writeKnownFailures(failed, names);
});

function judge(program: CorpusProgram, name: string): string[] {
  const fault = attempt(program, name);
  if (fault !== null) failed.set(program.name, [...(failed.get(program.name) ?? []), name]);
  if (updating) return [];
  const listed = known.get(program.name)?.includes(name) === true;
  if (fault === null) return listed ? [`${program.name} passes on ${name}: take it out of known-failures.txt`] : [];
  return listed ? [] : [`${program.name} on ${name}: ${fault}`];
}

/** What differs from the golden in a plain run, or in a stressed one when its lot falls on this program. */
function attempt(program: CorpusProgram, name: string): string | null {
  const strategy = strategies.find((each) => each.name === name)!;
  const plain = runCell(specOf(program, strategy));
  const fault = difference(program, name, plain);
  if (fault !== null || lot(`${program.name} ${name}`) % STRESS_SHARE !== 0) return fault;
  const stress = Math.ceil((plain.run?.bytecodes ?? 1) / STRESS_COLLECTIONS);
  const stressed = runCell(specOf(program, strategy, { stress, verify: true }));
  // Collections at other moments are what a program of tier C sees, so it need only stay sound.
  const sees = program.tier !== 'C' && mustReproduce(program, name);
  const broken = sees ? difference(program, name, stressed) : stressed.status === 'bug' ? stressed.stderr : null;
  return broken === null ? null : `under --stress ${stress} --verify: ${broken}`;
}
