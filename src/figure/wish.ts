/** Which moments of a run are wanted, as the user writes it: `--at 7`, `--at 7:3`, `--at return:7`, `--at end`, `--steps 3-9`. */
import { UserError } from '../base/errors.ts';
import type { MomentEvent } from '../cell/moment.ts';
import type { ProgramPoint } from '../cell/moment-recorder.ts';

/** One wish. Several may be met by the same moment, which is then taken once. */
export type Wish =
  /** A line for the `hit`-th time: about to run, called, or about to return. */
  | { readonly kind: 'line'; readonly event: 'line' | 'call' | 'return'; readonly line: number; readonly hit: number }
  /** Steps by number, both ends included. */
  | { readonly kind: 'steps'; readonly from: number; readonly to: number }
  /** Where the run ends, or the line that raised. */
  | { readonly kind: 'last' }
  /** Before and after each collection. */
  | { readonly kind: 'collections' };

/** `[EVENT:]LINE[:HIT]`, or `end`. Throws a UserError for anything else. */
export function parseAt(text: string): Wish {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'end') return { kind: 'last' };
  const [, event = 'line', line, hit = '1'] = /^(?:(line|call|return):)?(\d{1,9})(?::(\d{1,9}))?$/.exec(trimmed) ?? [];
  if (line === undefined || Number(line) === 0 || Number(hit) === 0) {
    throw new UserError(`--at ${text} is not a point of a program`, {
      hint: 'write LINE or LINE:HIT, counted from 1; call:LINE or return:LINE for a call or a return there; or end',
    });
  }
  return { kind: 'line', event: event as 'line', line: Number(line), hit: Number(hit) };
}

/** `A-B`, `N`, `all` or `last`. Throws a UserError for anything else. */
export function parseSteps(text: string): Wish {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === 'all') return { kind: 'steps', from: 1, to: Number.MAX_SAFE_INTEGER };
  if (trimmed === 'last') return { kind: 'last' };
  const [, from, to = from] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(trimmed) ?? [];
  if (from === undefined || Number(from) === 0 || Number(to) < Number(from)) {
    throw new UserError(`--steps ${text} is not a range of steps`, {
      hint: 'write A-B with A at most B, a single number, all, or last; steps count from 1',
    });
  }
  return { kind: 'steps', from: Number(from), to: Number(to) };
}

/** Does `point` meet the wish? `file` is the program's own. Which point is the last is known only when the run is over: none meets that wish. */
export function meets(wish: Wish, point: ProgramPoint, file: string): boolean {
  const inCollection = isCollection(point.event);
  switch (wish.kind) {
    case 'line':
      return point.event === wish.event && point.line === wish.line && point.hit === wish.hit && point.file === file;
    case 'steps':
      return !inCollection && point.step >= wish.from && point.step <= wish.to;
    case 'last':
      return false;
    case 'collections':
      return inCollection;
  }
}

export function isCollection(event: MomentEvent): boolean {
  return event === 'collection' || event === 'collected';
}
