/**
 * "Find the broken collector": programs under strategies with planted faults. A sheet shows what each program prints and what it should; hints come one by one, and the
 * solutions name the fault. What the broken machine prints is run, not written down.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findFault } from '../fuzz/faults.ts';
import { type BrokenRun, runBroken } from './broken-run.ts';
import type { Lesson } from './lesson-file.ts';

export interface ExerciseCase {
  readonly file: string;
  readonly title: string;
  readonly fault: string;
  readonly hints: readonly string[];
  readonly solution: string;
}

export interface ExerciseSheets {
  /** For the students: programs, symptoms, hints. Markdown. */
  readonly handout: string;
  /** For the lecturer. Markdown. */
  readonly solutions: string;
}

/** The cases of a lesson; none where it has no `cases.yaml`. */
export async function readCases(lesson: Lesson): Promise<ExerciseCase[]> {
  if (!lesson.handouts.includes('case-1.py')) return [];
  return parse(await readFile(join(lesson.directory, 'cases.yaml'), 'utf8')) as ExerciseCase[];
}

/** Source of a case's program, and what CPython printed for it. */
export async function readCase(lesson: Lesson, { file }: ExerciseCase): Promise<{ source: string; expected: string }> {
  const source = await readFile(join(lesson.directory, file), 'utf8');
  const expected = await readFile(join(lesson.directory, file.replace('.py', '.expected.txt')), 'utf8');
  return { source, expected };
}

/** Both sheets; null for a lesson without cases. */
export async function exerciseSheets(lesson: Lesson): Promise<ExerciseSheets | null> {
  const cases = await readCases(lesson);
  if (cases.length === 0) return null;
  const handout: string[] = [`# ${lesson.title}`, SHEET_INTRODUCTION];
  const solutions: string[] = [`# ${lesson.title}: solutions`];
  for (const [index, one] of cases.entries()) {
    const { source, expected } = await readCase(lesson, one);
    const run = runBroken(source, one.file, one.fault, 0);
    const heading = `## Case ${index + 1}: ${one.title}`;
    handout.push(
      heading,
      fenced(source),
      'It should print:',
      fenced(expected),
      'Under the broken machine it prints:',
      fenced(run.output),
      ...one.hints.map((hint, place) => `**Hint ${place + 1}.** ${hint}`),
      verifierHint(run, one.hints.length + 1),
    );
    solutions.push(
      heading,
      one.solution,
      `Fault \`${one.fault}\` in \`${run.strategy}\`: ${findFault(one.fault).summary}. To see the fuzzer find it: \`heaplab fuzz --fault ${one.fault} --cases 40\`.`,
    );
  }
  return { handout: `${handout.join('\n\n')}\n`, solutions: `${solutions.join('\n\n')}\n` };
}

const SHEET_INTRODUCTION =
  'Each machine below has exactly one thing broken in its memory management. The program is right, and so is the rest of the machine. For each case say: what went wrong ' +
  'with which object, what kind of memory manager it is (does it count or trace? does it move?), and in which of its jobs the fault lies. Take a hint only when you are stuck.';

function verifierHint({ finding }: BrokenRun, place: number): string {
  const words =
    finding === null
      ? 'The whole-heap verifier finds nothing: every block, count and reference is in order. The fault is in a promise that the heap itself does not show.'
      : `The whole-heap verifier says: \`${finding}\`. (# stands for a number or an address.)`;
  return `**Hint ${place}.** ${words}`;
}

function fenced(text: string): string {
  return `\`\`\`\n${text.trimEnd()}\n\`\`\``;
}
