/** Takes heap snapshots at points of a run: when a line is about to run, before and after a collection, at the end. */
import { MomentRecorder, type ProgramPoint } from '../cell/moment-recorder.ts';
import type { CellWatch } from '../cell/run-cell.ts';
import type { Machine } from '../interp/machine.ts';
import { heapGraph } from './heap-graph.ts';
import { ObjectNumbers } from './object-numbers.ts';

/** `LINE:HIT` of the program's own file, or a collection by its number, both from 1. */
export type SnapshotPoint =
  | { readonly kind: 'line'; readonly line: number; readonly hit: number }
  | { readonly kind: 'collection'; readonly number: number };

export interface TakenSnapshot {
  /** `line-12`, `line-12-hit-3`, `gc-1-before`, `gc-1-after`, `end`. */
  readonly name: string;
  /** What it shows, as a sentence without its full stop. */
  readonly shows: string;
  readonly text: string;
  readonly objects: number;
  /** Sum of all sizes in it. */
  readonly bytes: number;
  readonly unreachable: { readonly objects: number; readonly bytes: number };
  /** The strategy's used bytes at that moment. */
  readonly usedBytes: number;
}

export class SnapshotTaker implements CellWatch {
  readonly trackObjects = true;
  readonly taken: TakenSnapshot[] = [];
  /** How often each line of the program has been about to run. */
  readonly hits = new Map<number, number>();
  /** Collections while the program ran. */
  collections = 0;
  private readonly path: string;
  private readonly points: readonly SnapshotPoint[];
  private readonly programOnly: boolean;
  private readonly recorder: MomentRecorder;
  private machine: Machine | null = null;
  private numbers: ObjectNumbers | null = null;
  private ended = false;

  /** `path` names the program's file as its tracebacks do. */
  constructor(path: string, points: readonly SnapshotPoint[], programOnly: boolean) {
    this.path = path;
    this.points = points;
    this.programOnly = programOnly;
    this.recorder = new MomentRecorder({ wants: (point) => this.pass(point) });
  }

  begin(machine: Machine): void {
    this.machine = machine;
    this.numbers = new ObjectNumbers(machine, (phase) => this.collection(phase));
    this.recorder.begin(machine);
  }

  /** The points that the run did not come by. */
  missed(): SnapshotPoint[] {
    return this.points.filter((point) => !this.taken.some(({ name }) => name === nameOf(point)));
  }

  private pass({ event, file, line, hit }: ProgramPoint): boolean {
    if (event === 'end') {
      this.ended = true;
      this.take('end', 'at the end of the run, when the globals are still there');
    } else if (event === 'line' && file === this.path) {
      this.hits.set(line, hit);
      for (const point of this.points) {
        if (point.kind === 'line' && point.line === line && point.hit === hit) {
          this.take(nameOf(point), `before line ${line} runs${hit === 1 ? '' : ` for the ${ordinal(hit)} time`}`);
        }
      }
    }
    return false;
  }

  private collection(phase: 'begin' | 'end'): void {
    if (this.ended) return;
    if (phase === 'begin') this.collections++;
    const number = this.collections;
    for (const point of this.points) {
      if (point.kind !== 'collection' || point.number !== number) continue;
      if (phase === 'begin') this.take(`gc-${number}-before`, `before collection ${number}`);
      else this.take(nameOf(point), `after collection ${number}`);
    }
  }

  private take(name: string, shows: string): void {
    const machine = this.machine!;
    const { graph, objects, bytes, unreachable } = heapGraph(machine, this.numbers!, this.programOnly);
    const { usedBytes } = machine.strategy.footprint();
    this.taken.push({ name, shows, text: graph.text(), objects, bytes, unreachable, usedBytes });
  }
}

function nameOf(point: SnapshotPoint): string {
  if (point.kind === 'collection') return `gc-${point.number}-after`;
  return point.hit === 1 ? `line-${point.line}` : `line-${point.line}-hit-${point.hit}`;
}

function ordinal(count: number): string {
  const last = count % 10;
  const ending = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th');
  return `${count}${ending}`;
}
