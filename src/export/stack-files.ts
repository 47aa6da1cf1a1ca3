/** Bytes by call stack as files of other tools: collapsed stacks and speedscope. */
import { heaplabVersion } from '../base/version.ts';
import type { StackBytes, StackFrame } from './allocation-profile.ts';

/** One line a stack, `a (f.py:12);b (f.py:4) 14336`, sorted: what flame graph tools read. */
export function collapsedStacks(stacks: readonly StackBytes[]): string {
  const lines = stacks.map(
    ({ stack, bytes }) => `${stack.map((frame) => label(frame).replaceAll(';', ':')).join(';')} ${bytes}\n`,
  );
  return lines.sort((a, b) => (a < b ? -1 : Number(a > b))).join('');
}

/** A file of speedscope: one `sampled` profile a strategy, weights in bytes, samples in the order of the first allocation of each stack. */
export function speedscope(
  name: string,
  profiles: readonly { readonly name: string; readonly stacks: readonly StackBytes[] }[],
): string {
  const frames: { name: string; file?: string; line?: number }[] = [];
  const indices = new Map<string, number>();
  const indexOf = (frame: StackFrame): number => {
    const key = label(frame);
    let index = indices.get(key);
    if (index === undefined) {
      index = frames.push(frame.file === '' ? { name: key } : { name: key, file: frame.file, line: frame.line }) - 1;
      indices.set(key, index);
    }
    return index;
  };
  const sampled = profiles.map(({ name: strategy, stacks }) => ({
    type: 'sampled',
    name: `bytes allocated, ${strategy}`,
    unit: 'bytes',
    startValue: 0,
    endValue: stacks.reduce((sum, { bytes }) => sum + bytes, 0),
    samples: stacks.map(({ stack }) => stack.map(indexOf)),
    weights: stacks.map(({ bytes }) => bytes),
  }));
  const file = {
    $schema: 'https://www.speedscope.app/file-format-schema.json',
    exporter: `heaplab@${heaplabVersion}`,
    name,
    activeProfileIndex: 0,
    shared: { frames },
    profiles: sampled,
  };
  return `${JSON.stringify(file)}\n`;
}

function label({ name, file, line }: StackFrame): string {
  return file === '' ? name : `${name} (${file}:${line})`;
}
