/**
 * The programs of test/programs on every strategy against CPython's output; a share of them under stress and verification too.
 *
 * All of them run on `arena-pools`, and on the other strategies a share that differs from one to the next; with
 * HEAPLAB_PROGRAMS=all every program runs on every strategy. HEAPLAB_UPDATE_KNOWN_FAILURES=1 writes the list of known failures anew
 * for what ran.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { describeFault } from '../../src/base/errors.ts';
import { bugResult, type CellResult, type CellSpec } from '../../src/cell/cell.ts';
import { runCell } from '../../src/cell/run-cell.ts';
import { strategies } from '../../src/strategies/catalogue.ts';
import {
  type CorpusProgram,
  difference,
  lot,
  mustReproduce,
  orphansOf,
  programsOf,
  readKnownFailures,
  specOf,
  topics,
  versionOf,
  writeKnownFailures,
} from '../support/program-corpus.ts';

/** One program in this many runs on a strategy other than the first, unless all were asked for. */
const SHARE = process.env['HEAPLAB_PROGRAMS'] === 'all' ? 1 : 12;
/** One program in this many, a different choice on each strategy, runs again with collections at many safepoints. */
const STRESS_SHARE = 12;
/** Collections that a stressed run should see, about; its interval follows from the length of the plain run. */
const STRESS_COLLECTIONS = 200;

/** For the largest topic, stressed runs included, on a slow machine. */
const TIMEOUT_MS = 600_000;

const names = strategies.map((each) => each.name);
const updating = process.env['HEAPLAB_UPDATE_KNOWN_FAILURES'] !== undefined;
const known = readKnownFailures(names);
const failed = new Map<string, string[]>(known.entries().map(([name, on]) => [name, [...on]]));

test('the corpus holds at least 600 programs, and no golden without one', () => {
  const programs = topics().flatMap((topic) => programsOf(topic));
  expect(programs.length).toBeGreaterThanOrEqual(600);
  expect(topics().flatMap((topic) => orphansOf(topic))).toEqual([]);
});

describe.each(topics())('%s', (topic) => {
  const programs = programsOf(topic);

  test('was recorded from CPython 3.13.0 and holds programs', () => {
    expect(versionOf(topic)).toBe('CPython 3.13.0\n');
    expect(programs.length).toBeGreaterThan(0);
  });

  test.each(names)(
    'on %s',
    (name) => {
      const share = name === names[0] ? programs : programs.filter((each) => lot(`${name} ${each.name}`) % SHARE === 0);
      const complaints = share.flatMap((program) => judge(program, name));
      expect(complaints, complaints.join('\n\n')).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

afterAll(() => {
  if (updating) writeKnownFailures(failed, names);
});

function judge(program: CorpusProgram, name: string): string[] {
  const fault = attempt(program, name);
  const others = (failed.get(program.name) ?? []).filter((each) => each !== name);
  failed.set(program.name, fault === null ? others : [...others, name]);
  if (updating) return [];
  const listed = known.get(program.name)?.includes(name) === true;
  if (fault === null) {
    return listed ? [`${program.name} passes on ${name}: take it out of known-failures.txt`] : [];
  }
  return listed ? [] : [`${program.name} on ${name}: ${fault}`];
}

/** What differs from the golden in a plain run, or in a stressed one when its lot falls on this program. */
function attempt(program: CorpusProgram, name: string): string | null {
  const strategy = strategies.find((each) => each.name === name)!;
  const plain = run(specOf(program, strategy));
  const fault = difference(program, name, plain);
  if (fault !== null || lot(`${program.name} ${name}`) % STRESS_SHARE !== 0) return fault;
  const stress = Math.ceil((plain.run?.bytecodes ?? 1) / STRESS_COLLECTIONS);
  const stressed = run(specOf(program, strategy, { stress, verify: true }));
  // Collections at other moments are what a program of tier C sees, so it need only stay sound.
  const sees = program.tier !== 'C' && mustReproduce(program, name);
  const broken = sees ? difference(program, name, stressed) : stressed.status === 'bug' ? stressed.stderr : null;
  return broken === null ? null : `under --stress ${stress} --verify: ${broken}`;
}

/** A fault that runCell itself throws counts against the program, not against the whole file. */
function run(spec: CellSpec): CellResult {
  try {
    return runCell(spec);
  } catch (error) {
    return bugResult(spec.runId, describeFault(error));
  }
}
