/**
 * A film of a run: the moments that are wanted, under one strategy. The program runs twice: once to learn which of its points are wanted, once to look at the
 * memory there and at the point before, so that the first moment can tell what is new in it.
 */
import { assert } from '../base/assert.ts';
import { exitCodes, UserError } from '../base/errors.ts';
import type { CellSpec, CellStatus } from '../cell/cell.ts';
import { defaultProfileName, loadProfile } from '../cell/cost-profile.ts';
import type { Moment } from '../cell/moment.ts';
import { MomentRecorder, type ProgramPoint } from '../cell/moment-recorder.ts';
import { type CellWatch, runCell } from '../cell/run-cell.ts';
import { isCollection, meets, type Wish } from './wish.ts';

/** A program with its parameters in place. */
export interface FilmProgram {
  readonly name: string;
  /** What tracebacks show; files beside it can be imported. */
  readonly path: string;
  readonly source: string;
  readonly params?: CellSpec['params'];
  readonly seed?: number;
  /** sys.argv[1:]. */
  readonly argv?: readonly string[];
  readonly stdin?: string | null;
}

export interface FilmStrategy {
  /** Name in the catalogue of strategies, and of an allocator it runs on. */
  readonly name: string;
  readonly allocator: string;
}

export interface FilmLimits {
  readonly heapBytes?: number;
  readonly stackBytes?: number;
  /** Bytecodes after which a run ends. */
  readonly stepLimit?: number;
  /** Moments in one film; further ones are left out. */
  readonly mostMoments?: number;
  readonly python?: CellSpec['python'];
  /** Objects that a moment holds at most. */
  readonly mostObjects?: number;
  /** Take a map of the heap with each moment. */
  readonly withMap?: boolean;
}

/** How the run ended. `stopped`: all that was wanted had been seen. */
export type FilmEnd = Exclude<CellStatus, 'bug'> | 'stopped';

export interface Film {
  readonly strategy: FilmStrategy;
  readonly moments: readonly Moment[];
  /** The moment before the first; null when that is the first of all. */
  readonly earlier: Moment | null;
  readonly end: FilmEnd;
  /** What CPython would have ended with. */
  readonly exitCode: number;
  /** Points that the run has passed. */
  readonly points: number;
  /** What the program printed; `Moment.printed` counts its characters. */
  readonly output: string;
  /** What it wrote to stderr: its traceback comes last. */
  readonly stderr: string;
  /** More moments were wanted than may be taken. */
  readonly isCut: boolean;
  /** A sentence for each point that was wanted and not reached before the run broke off. */
  readonly unmet: readonly string[];
}

const DEFAULT_STEP_LIMIT = 20_000_000;
/** Points of one film that are drawn unless the caller says otherwise. */
const DEFAULT_MOST_MOMENTS = 400;
/** Stretches of lines that an error names. */
const MOST_RANGES = 24;

/**
 * Runs `program` and takes the moments that meet one of `wishes`, in the order of the run. A program that raises is filmed as far as it came. Throws a UserError
 * for a point that the run, complete as it is, never reaches, and says which it does reach.
 */
export function takeFilm(program: FilmProgram, strategy: FilmStrategy, wishes: readonly Wish[], limits: FilmLimits = {}): Film {
  const found = scout(program, strategy, wishes, limits);
  if (found.end !== 'ok' && found.points <= 1 && found.lines.size === 0)
    throw refusal({ message: 'no line of it has run', hint: '' }, found);
  const unmet = unmetWishes(program, found);
  const [complaint] = unmet;
  if (complaint !== undefined && (found.wanted.length === 0 || found.end === 'ok')) throw refusal(complaint, found);
  const wanted = found.wanted.slice(0, limits.mostMoments ?? DEFAULT_MOST_MOMENTS);
  const last = wanted.at(-1) ?? 0;
  const places = new Set(wanted);
  const output = new OutputLog();
  let passed = 0;
  const recorder: MomentRecorder = new MomentRecorder({
    wants: () => {
      passed++;
      return passed === found.beforeFirst || places.has(passed);
    },
    printed: () => output.length,
    withMap: limits.withMap === true,
    ...(limits.mostObjects === undefined ? {} : { mostObjects: limits.mostObjects }),
    enough: () => passed >= last,
  });
  runCell(specOf(program, strategy, limits), listening(recorder, output));
  return {
    strategy,
    moments: recorder.moments.slice(found.beforeFirst === 0 ? 0 : 1),
    earlier: found.beforeFirst === 0 ? null : (recorder.moments[0] ?? null),
    end: found.end,
    exitCode: found.exitCode,
    points: found.points,
    output: output.text(),
    stderr: found.stderr,
    isCut: found.wanted.length > wanted.length,
    unmet: unmet.map(({ message }) => message),
  };
}

interface Scouted {
  /** Places of the wanted points in the order of the run, collections counted, from 1. */
  readonly wanted: readonly number[];
  /** Place of the point before the first of them; 0 when there is none. */
  readonly beforeFirst: number;
  readonly points: number;
  readonly end: FilmEnd;
  readonly exitCode: number;
  readonly stderr: string;
  /** How often each line of the program's own file was about to run. */
  readonly lines: ReadonlyMap<number, number>;
  readonly collections: number;
  /** Wishes that were not met, or not to their end. */
  readonly open: ReadonlySet<Wish>;
}

/** Runs without looking at memory. It ends early when every wish is met that can be met. */
function scout(program: FilmProgram, strategy: FilmStrategy, wishes: readonly Wish[], limits: FilmLimits): Scouted {
  const lines = new Map<number, number>();
  const open = new Set(wishes);
  const wanted: number[] = [];
  let beforeFirst = 0;
  let passed = 0;
  let lastPoint = 0;
  let collections = 0;
  let stopped = false;
  const most = limits.mostMoments ?? DEFAULT_MOST_MOMENTS;
  const meet = (point: ProgramPoint): boolean => {
    let met = false;
    for (const wish of wishes) {
      if (!meets(wish, point, program.path)) continue;
      met = true;
      if (wish.kind === 'line') open.delete(wish);
    }
    for (const wish of open) if (wish.kind === 'steps' && point.step >= wish.to) open.delete(wish);
    return met;
  };
  const recorder: MomentRecorder = new MomentRecorder({
    wants: (point) => {
      passed++;
      if (point.event === 'line' && point.file === program.path) lines.set(point.line, point.hit);
      if (isCollection(point.event)) collections++;
      if (meet(point)) {
        if (wanted.length === 0) beforeFirst = passed - 1;
        wanted.push(passed);
      }
      // The end of a program that raised shows nothing of where it raised.
      if (point.event !== 'end' && !isCollection(point.event)) lastPoint = passed;
      return false;
    },
    // Of moments beyond the most that are taken, only the number is told, and that is not worth an endless loop.
    enough: () => (stopped = open.size === 0 || wanted.length > most),
  });
  const result = runCell(specOf(program, strategy, limits), recorder);
  const end = stopped ? 'stopped' : result.status;
  assert(end !== 'bug', 'a fault of the lab is thrown, not returned');
  const wish = wishes.find(({ kind }) => kind === 'last');
  const place = end === 'ok' ? passed : lastPoint;
  if (wish !== undefined && !stopped && place > 0) {
    open.delete(wish);
    if (wanted.length === 0) beforeFirst = place - 1;
    if (!wanted.includes(place)) wanted.push(place);
    wanted.sort((a, b) => a - b);
  }
  return {
    wanted,
    beforeFirst,
    points: recorder.points,
    end,
    exitCode: stopped ? 0 : result.exitCode,
    stderr: stopped ? '' : result.stderr,
    lines,
    collections,
    open,
  };
}

/** What is wrong with a wish that was not met, and what would be right. */
interface Unmet {
  readonly message: string;
  readonly hint: string;
}

function unmetWishes({ name, source }: FilmProgram, found: Scouted): Unmet[] {
  const lineCount = source.trimEnd().split('\n').length;
  const complaintOf = (wish: Wish): Unmet[] => {
    switch (wish.kind) {
      case 'line': {
        const hits = found.lines.get(wish.line) ?? 0;
        if (wish.line > lineCount)
          return [{ message: `${name} has ${lineCount} lines; there is no line ${wish.line}`, hint: reached(found) }];
        if (wish.event !== 'line') {
          return [
            {
              message: `line ${wish.line} of ${name} saw no ${wish.event} number ${wish.hit}`,
              hint: `--at ${wish.line} shows the line itself, if it runs`,
            },
          ];
        }
        if (hits === 0) return [{ message: `line ${wish.line} of ${name} never runs`, hint: reached(found) }];
        return [
          {
            message: `line ${wish.line} of ${name} runs ${times(hits)}, not ${times(wish.hit)}`,
            hint: `the last time is --at ${wish.line}${hits === 1 ? '' : `:${hits}`}`,
          },
        ];
      }
      case 'steps':
        if (found.points >= wish.from) return [];
        return [
          {
            message: `${name} has ${found.points} steps; there is no step ${wish.from}`,
            hint: `--steps 1-${found.points}, or a part of that`,
          },
        ];
      case 'collections':
        if (found.collections > 0) return [];
        return [
          {
            message: `no collection runs in ${name}`,
            hint: 'call gc.collect() in the program, or choose a strategy that collects',
          },
        ];
      case 'last':
        return found.points > 0 ? [] : [{ message: `${name} has no line that runs`, hint: 'give it one' }];
    }
  };
  return [...found.open].flatMap(complaintOf);
}

function refusal({ message, hint }: Unmet, { end, stderr }: Scouted): UserError {
  const traceback = stderr.trimEnd();
  switch (end) {
    case 'error':
      return new UserError(`the program raised before there was anything to draw: ${message}\n${traceback}`, {
        exitCode: exitCodes.programRaised,
      });
    case 'oom':
      return new UserError(`the program ran out of memory before there was anything to draw: ${message}`, {
        hint: 'give it more with --heap',
        exitCode: exitCodes.outOfMemory,
      });
    case 'limit':
      return new UserError(`${message}: the run was ended by its limit of bytecodes`, { hint, exitCode: exitCodes.stepLimit });
    default:
      return new UserError(message, { hint });
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** The lines that ran, as ranges, with how often where that is more than once. */
function reached({ lines }: Scouted): string {
  const ranges: { from: number; to: number; hits: number }[] = [];
  for (const [line, hits] of [...lines].sort(([a], [b]) => a - b)) {
    const open = ranges.at(-1);
    if (open !== undefined && open.to === line - 1 && open.hits === hits) open.to = line;
    else ranges.push({ from: line, to: line, hits });
  }
  if (ranges.length === 0) return 'no line of it ran';
  const shown = ranges
    .slice(0, MOST_RANGES)
    .map(({ from, to, hits }) => `${from === to ? from : `${from}-${to}`}${hits === 1 ? '' : ` (×${hits})`}`);
  return `lines that run: ${shown.join(', ')}${ranges.length > MOST_RANGES ? ', …' : ''}`;
}

/** What the program has printed so far. */
class OutputLog {
  length = 0;
  private readonly pieces: string[] = [];

  add(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }
  text(): string {
    return this.pieces.join('');
  }
}

/** `recorder`, with what the program prints going to `output` too. */
function listening(recorder: MomentRecorder, output: OutputLog): CellWatch {
  return {
    trackObjects: true,
    begin(machine) {
      const { stdout } = machine.rt;
      const write = stdout.write.bind(stdout);
      stdout.write = (text) => {
        output.add(text);
        write(text);
      };
      recorder.begin(machine);
    },
  };
}

function specOf(program: FilmProgram, strategy: FilmStrategy, limits: FilmLimits): CellSpec {
  return {
    runId: 'figure',
    programName: program.name,
    source: program.source,
    path: program.path,
    argv: program.argv ?? [],
    params: program.params ?? {},
    seed: program.seed ?? 1,
    strategy: strategy.name,
    allocator: strategy.allocator,
    heapBytes: limits.heapBytes ?? 2 ** 28,
    stepLimit: limits.stepLimit ?? DEFAULT_STEP_LIMIT,
    stackBytes: limits.stackBytes ?? 2 ** 23,
    ...(limits.python === undefined ? {} : { python: limits.python }),
    verify: false,
    stress: 0,
    profile: loadProfile(defaultProfileName),
    heapFactor: null,
    samples: false,
    oracle: false,
    stdin: program.stdin ?? null,
    wantStdout: false,
  };
}
