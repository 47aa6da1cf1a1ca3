/** How a generated case is run: stress, limits and thresholds, drawn from a stream of their own. */
import { stream } from '../base/random-streams.ts';
import { countBlocks, type Program } from '../workloads/programs/block.ts';
import { type CaseId, generatorVersion } from '../workloads/programs/case-id.ts';

export interface RunConfig {
  /** Collect at every n-th safepoint; 0 is off. */
  readonly stress: number;
  readonly heapBytes: number;
  /** Thresholds of the generational collector. */
  readonly thresholds: readonly [number, number, number];
  /** The allocation of the program that fails, counted from 1; 0: none. */
  readonly failAt: number;
  /** How bytecode is run: all of it interpreted, or all of it translated. */
  readonly engine: 'loop' | 'translated';
  /** Which collections the whole-heap verifier follows. It runs at the end of each program too. */
  readonly verify: 'all' | 'some';
}

const MIB = 1024 * 1024;

/** Bytecodes after which a program counts as a runaway: the longest that is generated needs a hundredth of it. */
export const STEP_LIMIT = 5_000_000;

/** Heap of a run whose limit shall not matter. */
export const WIDE_HEAP_BYTES = 64 * MIB;

const STRESSES = [0, 1, 1, 2, 3, 5, 8, 13] as const;
const HEAPS = [WIDE_HEAP_BYTES, WIDE_HEAP_BYTES, WIDE_HEAP_BYTES, WIDE_HEAP_BYTES, 4 * MIB, 2 * MIB] as const;
const THRESHOLDS = [
  [2000, 10, 10],
  [2000, 10, 10],
  [50, 3, 3],
  [5, 2, 2],
] as const;

/** Blocks of the longest program that is translated: a long one takes seconds to translate again and again, and its shapes are those of short ones. */
const TRANSLATED_BLOCKS_MOST = 60;

/** Is a program short enough to be run translated? */
export function mayBeTranslated(program: Program): boolean {
  return countBlocks(program.blocks) <= TRANSLATED_BLOCKS_MOST;
}

/** The configuration that a case is run with. Tier C is compared with CPython only without stress, so it has less of it. */
export function drawConfig(id: CaseId, program: Program): RunConfig {
  const draw = stream(['fuzz', generatorVersion, id.profile, id.seed, id.index, 'config']);
  const calm = draw.chance(0.5);
  const stress = draw.pick(STRESSES);
  return {
    stress: program.tier === 'C' && calm ? 0 : stress,
    heapBytes: draw.pick(HEAPS),
    thresholds: draw.pick(THRESHOLDS),
    failAt: 0,
    // The M oracle runs one strategy of some cases by the other engine. Translating takes several times longer than running such programs.
    engine: draw.chance(1 / 32) && mayBeTranslated(program) ? 'translated' : 'loop',
    verify: draw.chance(1 / 32) ? 'all' : 'some',
  };
}

/** One line, read by `parseConfig`. */
export function configText({ stress, heapBytes, thresholds, failAt, engine, verify }: RunConfig): string {
  return `stress=${stress} heap=${heapBytes} thresholds=${thresholds.join(',')} fail-at=${failAt} engine=${engine} verify=${verify}`;
}

/** Reads what `configText` wrote; what is missing has its default. */
export function parseConfig(text: string): RunConfig {
  const field = (name: string): string | undefined => new RegExp(`(?:^|\\s)${name}=(\\S+)`).exec(text)?.[1];
  const numbers = (field('thresholds') ?? '2000,10,10').split(',').map(Number);
  return {
    stress: Number(field('stress') ?? 0),
    heapBytes: Number(field('heap') ?? WIDE_HEAP_BYTES),
    thresholds: [numbers[0], numbers[1], numbers[2]],
    failAt: Number(field('fail-at') ?? 0),
    engine: field('engine') === 'translated' ? 'translated' : 'loop',
    verify: field('verify') === 'some' ? 'some' : 'all',
  };
}
