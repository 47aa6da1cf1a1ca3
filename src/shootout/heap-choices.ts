/** Heap limits as a user writes them: bytes, or multiples of a program's min heap; several make a sweep. */
import { parseByteSize } from '../base/byte-size.ts';
import { UserError } from '../base/errors.ts';
import { stream } from '../base/random-streams.ts';

export interface HeapChoice {
  /** As written: `64m`, `1.5x`. */
  readonly label: string;
  readonly bytes: number | null;
  /** Multiple of the min heap; null when bytes are given. */
  readonly factor: number | null;
}

/** One replicate of a heap choice: the limit times `scale`. */
export interface HeapReplicate {
  /** 0 is the limit as given. */
  readonly no: number;
  readonly scale: number;
}

const MOST_FACTOR = 100;
const MOST_REPLICATES = 100;
/** Replicates lie within this share of the limit, either side. */
export const JITTER_SHARE = 0.03;
const PAGE_BYTES = 4096;

/** Limits separated by commas, such as `64m` or `1x,1.5x,2x`. */
export function parseHeaps(text: string): HeapChoice[] {
  const words = text.split(',').map((word) => word.trim());
  const chosen = new Map<string, HeapChoice>();
  for (const word of words) {
    const factor = /^(\d+(?:\.\d+)?)x$/i.exec(word);
    if (factor === null) {
      chosen.set(word.toLowerCase(), { label: word.toLowerCase(), bytes: parseByteSize(word, '--heap'), factor: null });
      continue;
    }
    const value = Number(factor[1]);
    if (!(value >= 1 && value <= MOST_FACTOR)) {
      throw new UserError(`--heap '${word}' is out of bounds: a multiple of the min heap is 1x to ${MOST_FACTOR}x`, {
        hint: 'below 1x no strategy completes',
      });
    }
    chosen.set(`${value}x`, { label: `${value}x`, bytes: null, factor: value });
  }
  return [...chosen.values()];
}

/** `count` replicates: the limit as given, then limits a few per cent around it, the same ones for every program and strategy. */
export function parseJitter(text: string): HeapReplicate[] {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= 1 && count <= MOST_REPLICATES)) {
    throw new UserError(`--jitter '${text}' is not a number of replicates from 1 to ${MOST_REPLICATES}`, {
      hint: 'for example --jitter 5: the limit itself and four within 3 % of it',
    });
  }
  return Array.from({ length: count }, (_, no) => {
    const share = no === 0 ? 0 : (2 * stream(['heap-jitter', no]).real() - 1) * JITTER_SHARE;
    return { no, scale: 1 + share };
  });
}

/** The limit in bytes, whole pages. `reference` is the program's min heap where the choice is a multiple of it. */
export function heapBytesOf(choice: HeapChoice, replicate: HeapReplicate, reference: number | null): number {
  const base = choice.bytes ?? choice.factor! * (reference ?? Number.NaN);
  if (replicate.no === 0 && choice.bytes !== null) return choice.bytes;
  return Math.max(256 * 1024, Math.ceil((base * replicate.scale) / PAGE_BYTES) * PAGE_BYTES);
}
