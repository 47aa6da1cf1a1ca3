/**
 * Lessons are data: a folder in reports/lessons with a program, what CPython printed for it, notes for the lecturer, questions, and `lesson.yaml`, which says what
 * pictures there are and which measurements the text quotes.
 */

import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { packageFile } from '../base/package-files.ts';

/** A point of the program on a slide. */
export interface FigureSlide {
  /** `[EVENT:]LINE[:HIT]`, or `end`. */
  readonly at: string;
  /** The finding; null leaves it to what is counted. */
  readonly title: string | null;
  /** What to see in it. Markdown of one paragraph. */
  readonly caption: string;
}

/** Stack-and-heap figures of one run, laid out alike, so that nothing jumps from one slide to the next. */
export interface FigurePicture {
  readonly kind: 'figure';
  readonly name: string;
  /** In the order of the run. */
  readonly slides: readonly FigureSlide[];
  readonly strategies: readonly string[];
  /** The lesson's program unless another file of the folder is named. */
  readonly program: string;
  /** What is left out: functions, classes, shelf, freed, source. */
  readonly hide: readonly string[];
}

/** A chart of a shootout of the lesson's program. */
export interface ChartPicture {
  readonly kind: 'chart';
  /** File name in reports/charts. */
  readonly name: string;
  readonly caption: string;
}

export type Picture = FigurePicture | ChartPicture;

/** What is measured: see measure.ts. */
export type Measure = Readonly<Record<string, string | number | boolean>>;

/** A number that the text quotes. */
export interface Claim {
  /** The words of the text, with the number in them. */
  readonly says: string;
  readonly value: number | string;
  readonly measure: Measure;
}

export interface Lesson {
  readonly name: string;
  readonly directory: string;
  /** Place in the course, from 1. */
  readonly number: number;
  readonly title: string;
  /** What a student can do afterwards, in a sentence. */
  readonly goal: string;
  readonly minutes: number;
  /** CPython whose output is recorded in expected.txt. */
  readonly python: string;
  /** Strategies of the charts and the stepper. */
  readonly strategies: readonly string[];
  /** Heap limit of the charts, as `--heap` takes it. */
  readonly heap: string;
  readonly source: string;
  readonly expected: string;
  readonly notes: string;
  readonly questions: string;
  readonly pictures: readonly Picture[];
  readonly claims: readonly Claim[];
  /** What the page to step through shows: a program of the folder, and strategies side by side; null for a lesson whose program is too long for it. */
  readonly stepper: { readonly program: string; readonly strategies: readonly string[] } | null;
  /** Files to hand out, beside program.py. */
  readonly handouts: readonly string[];
}

const folder = packageFile('reports/lessons/');

/** All lessons, in the order of the course. */
export async function readLessons(): Promise<Lesson[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const lessons = await Promise.all(names.map(readLesson));
  return lessons.sort((a, b) => a.number - b.number);
}

/** The lesson of that name, or with that number. Throws a `UserError` that says which there are. */
export async function findLesson(wanted: string): Promise<Lesson> {
  const lessons = await readLessons();
  const key = wanted.trim().toLowerCase();
  const found = lessons.find(({ name, number }) => name === key || String(number) === key);
  if (found !== undefined) return found;
  const names = lessons.map(({ name }) => name);
  const nearest = nearestName(key, names);
  throw new UserError(`there is no lesson '${wanted}'`, {
    hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}there are: ${names.join(', ')}`,
  });
}

async function readLesson(name: string): Promise<Lesson> {
  const directory = new URL(`${name}/`, folder);
  const read = (file: string): Promise<string> => readFile(new URL(file, directory), 'utf8');
  const path = fileURLToPath(new URL('lesson.yaml', directory));
  const plan = record(parse(await read('lesson.yaml')), path);
  const strategies = texts(plan['strategies'] ?? ['arena-pools'], path);
  return {
    name,
    directory: fileURLToPath(directory),
    number: number(plan['number'], path),
    title: text(plan['title'], path),
    goal: text(plan['goal'], path),
    minutes: number(plan['minutes'], path),
    python: text(plan['python'], path),
    strategies,
    heap: text(plan['heap'] ?? '256m', path),
    source: await read('program.py'),
    expected: await read('expected.txt'),
    notes: await read('notes.md'),
    questions: await read('questions.md'),
    pictures: list(plan['pictures'] ?? [], path).map((item) => pictureOf(record(item, path), strategies, path)),
    claims: list(plan['claims'] ?? [], path).map((item) => claimOf(record(item, path), path)),
    stepper: plan['stepper'] === undefined ? null : stepperOf(record(plan['stepper'], path), path),
    handouts: texts(plan['handouts'] ?? [], path),
  };
}

function stepperOf(item: Readonly<Record<string, unknown>>, path: string): Lesson['stepper'] {
  return { program: text(item['program'] ?? 'program.py', path), strategies: texts(item['strategies'], path) };
}

function pictureOf(item: Readonly<Record<string, unknown>>, strategies: readonly string[], path: string): Picture {
  const chart = item['chart'];
  if (chart !== undefined) return { kind: 'chart', name: text(chart, path), caption: text(item['caption'], path) };
  return {
    kind: 'figure',
    name: text(item['figure'], path),
    slides: list(item['slides'], path).map((slide) => {
      const { at, title, caption } = record(slide, path);
      return { at: text(at, path), title: title === undefined ? null : text(title, path), caption: text(caption, path) };
    }),
    strategies: texts(item['strategies'] ?? strategies, path),
    program: text(item['program'] ?? 'program.py', path),
    hide: texts(item['hide'] ?? ['functions', 'classes'], path),
  };
}

function claimOf(item: Readonly<Record<string, unknown>>, path: string): Claim {
  const { value } = item;
  if (typeof value !== 'number' && typeof value !== 'string') throw wrong(path, 'a claim has no value');
  return { says: text(item['says'], path), value, measure: record(item['measure'], path) as Measure };
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(path, 'a map was expected');
  return value as Readonly<Record<string, unknown>>;
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(path, 'a list was expected');
  return value;
}

function texts(value: unknown, path: string): string[] {
  return (Array.isArray(value) ? value : [value]).map((item: unknown) => text(item, path));
}

function text(value: unknown, path: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw wrong(path, 'a text was expected');
  return value;
}

function number(value: unknown, path: string): number {
  if (typeof value !== 'number') throw wrong(path, 'a number was expected');
  return value;
}

function wrong(path: string, what: string): UserError {
  return new UserError(`${path} is not the plan of a lesson: ${what}`, { hint: 'docs/lessons.md has its keys' });
}
