/**
 * Measures what a lesson's text quotes, so that no number in it is hearsay.
 *
 * A measurement at a point of the program (`at`), of an object that a variable names, of all objects of a type, or of the heap:
 *
 * ```
 *  { at: "7", object: a, show: refcount }        refcount, bytes, text, type, arrows
 *  { at: "7", count: Node, state: unreachable }  objects of that type; `state` may be left out
 *  { at: "7", show: used }                       used, footprint: bytes before the line runs for the first time
 *  { at: "7", show: frames }                     depth of the stack
 * ```
 * Or one of a whole run, alone or over that of another strategy:
 *
 * ```
 *  { run: cycles_total, strategy: mark-sweep, over: arena-pools, digits: 1 }
 * ```
 * where `run` is a column of runs.csv, `collections`, `longest_pause`, `pauses` or `gc_share` (in percent). `heap` sets the heap limit, `program` names
 * another file of the lesson, `digits` rounds, `unit: kB` or `MB` divides.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseByteSize } from '../base/byte-size.ts';
import { LabBug } from '../base/errors.ts';
import type { CellResult, CellSpec } from '../cell/cell.ts';
import { defaultProfileName, loadProfile } from '../cell/cost-profile.ts';
import type { Moment } from '../cell/moment.ts';
import { MomentRecorder } from '../cell/moment-recorder.ts';
import { runCell } from '../cell/run-cell.ts';
import type { Machine } from '../interp/machine.ts';
import { findStrategy } from '../strategies/catalogue.ts';
import type { Lesson, Measure } from './lesson-file.ts';

/** Measures for one lesson; runs are kept, so that ten measures of a strategy run it once. */
export class Measurer {
  private readonly lesson: Lesson;
  private readonly runs = new Map<string, CellResult>();
  private readonly moments = new Map<string, Moment>();
  private readonly books = new Map<string, Map<string, { readonly used: number; readonly footprint: number }>>();

  constructor(lesson: Lesson) {
    this.lesson = lesson;
  }

  async measure(measure: Measure): Promise<number | string> {
    const strategy = textOf(measure, 'strategy') ?? 'arena-pools';
    const raw = 'run' in measure ? await this.ofRun(measure, strategy) : await this.ofMoment(measure, strategy);
    if (typeof raw === 'string') return raw;
    const unit = { kB: 1e3, MB: 1e6 }[textOf(measure, 'unit') ?? ''] ?? 1;
    const factor = 10 ** Number(measure['digits'] ?? 0);
    return Math.round((raw / unit) * factor) / factor;
  }

  private async ofRun(measure: Measure, strategy: string): Promise<number> {
    const what = String(measure['run']);
    const own = figureOf(await this.run(measure, strategy), what);
    const over = textOf(measure, 'over');
    return over === undefined ? own : own / figureOf(await this.run(measure, over), what);
  }

  private async ofMoment(measure: Measure, strategy: string): Promise<number | string> {
    const show = textOf(measure, 'show') ?? '';
    const name = textOf(measure, 'object');
    const type = textOf(measure, 'count');
    if (type === undefined && name === undefined && show !== 'frames') return this.ofHeap(measure, strategy, show);
    const moment = await this.moment(measure, strategy);
    if (show === 'frames') return moment.frames.length;
    if (type !== undefined) {
      const state = textOf(measure, 'state');
      return moment.objects.filter((object) => object.type === type && (state === undefined || object.state === state)).length;
    }
    const variable = [...moment.frames]
      .reverse()
      .flatMap(({ variables }) => variables)
      .find((candidate) => candidate.name === name);
    const object = moment.objects.find(({ key }) => key === variable?.to);
    const value = object?.[show as 'refcount' | 'bytes' | 'text' | 'type' | 'arrows'];
    if (value === undefined || value === null) throw new LabBug(`a lesson measures ${show} of '${name}', which is not there`);
    return value;
  }

  /** Of the books of the strategy when a line is about to run for the first time, or at the end. */
  private async ofHeap(measure: Measure, strategy: string, show: string): Promise<number> {
    const program = textOf(measure, 'program');
    const key = `${program ?? ''} ${strategy}`;
    let books = this.books.get(key);
    if (books === undefined) {
      this.books.set(key, (books = new Map()));
      const seen = books;
      const spec = await this.spec(measure, strategy, this.lesson.heap);
      let machine: Machine | null = null;
      const recorder = new MomentRecorder({
        wants: ({ event, file, line, hit }) => {
          const at = event === 'end' ? 'end' : String(line);
          if (machine !== null && (event === 'end' || (event === 'line' && file === spec.path && hit === 1))) {
            const { usedBytes, mappedBytes, sideBytes } = machine.strategy.footprint();
            seen.set(at, { used: usedBytes, footprint: mappedBytes + sideBytes });
          }
          return false;
        },
      });
      runCell(spec, {
        begin: (made) => {
          machine = made;
          recorder.begin(made);
        },
      });
    }
    const value = books.get(String(measure['at']))?.[show as 'used' | 'footprint'];
    if (value === undefined) throw new LabBug(`a lesson measures '${show}' at ${measure['at']}, which is not there`);
    return value;
  }

  private async run(measure: Measure, strategy: string): Promise<CellResult> {
    const heap = textOf(measure, 'heap') ?? this.lesson.heap;
    const key = `${measure['program'] ?? ''} ${strategy} ${heap}`;
    let result = this.runs.get(key);
    if (result === undefined) this.runs.set(key, (result = runCell(await this.spec(measure, strategy, heap))));
    return result;
  }

  private async moment(measure: Measure, strategy: string): Promise<Moment> {
    const at = String(measure['at']);
    const program = textOf(measure, 'program');
    const key = `${program ?? ''} ${strategy} ${at}`;
    const known = this.moments.get(key);
    if (known !== undefined) return known;
    const [, event = 'line', line, hit = '1'] = /^(?:(line|call|return):)?(\d+)(?::(\d+))?$/.exec(at) ?? [];
    const spec = await this.spec(measure, strategy, this.lesson.heap);
    const recorder = new MomentRecorder({
      wants: (point) =>
        at === 'end'
          ? point.event === 'end'
          : point.file === spec.path && point.event === event && String(point.line) === line && String(point.hit) === hit,
    });
    runCell(spec, recorder);
    const [moment] = recorder.moments;
    if (moment === undefined) throw new LabBug(`the lesson ${this.lesson.name} never comes to ${at}`);
    this.moments.set(key, moment);
    return moment;
  }

  private async spec(measure: Measure, strategy: string, heap: string): Promise<CellSpec> {
    const path = textOf(measure, 'program') ?? 'program.py';
    const { name, allocator } = findStrategy(strategy);
    return {
      runId: `${this.lesson.name}.${name}`,
      programName: this.lesson.name,
      source: path === 'program.py' ? this.lesson.source : await readFile(join(this.lesson.directory, path), 'utf8'),
      path,
      argv: [],
      params: {},
      seed: 1,
      strategy: name,
      allocator,
      heapBytes: parseByteSize(heap, 'heap'),
      stepLimit: 100_000_000,
      stackBytes: 8 * 2 ** 20,
      verify: false,
      stress: 0,
      profile: loadProfile(defaultProfileName),
      heapFactor: null,
      samples: true,
      oracle: false,
      stdin: null,
      wantStdout: true,
    };
  }
}

function figureOf({ run, collections, pauses }: CellResult, what: string): number {
  if (run === null) throw new LabBug('a lesson measures a run that heaplab could not finish');
  switch (what) {
    case 'collections':
      return collections.length;
    case 'pauses':
      return pauses.length;
    case 'longest_pause':
      return pauses.reduce((most, { cycles }) => Math.max(most, cycles), 0);
    case 'gc_share':
      return (100 * run.cycles_gc) / run.cycles_total;
  }
  const value = run[what as keyof typeof run];
  if (typeof value !== 'number') throw new LabBug(`a lesson measures '${what}', which runs.csv does not have as a number`);
  return value;
}

function textOf(measure: Measure, key: string): string | undefined {
  const value = measure[key];
  return value === undefined ? undefined : String(value);
}
