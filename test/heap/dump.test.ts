import { describe, expect, it } from 'vitest';
import { dumpAround, dumpObject, flagNames } from '../../src/heap/dump.ts';
import { FLAG_COLLECTABLE, FLAG_FINALIZED, FLAG_PREHEADER, POISON } from '../../src/heap/layout.ts';
import { ToyMachine } from '../support/toy-model.ts';

describe('a dump', () => {
  it('shows the words around an address, four a line, and says where that is', () => {
    const { memory } = new ToyMachine('refcount');
    const { words, heapStart } = memory;
    const line = heapStart + 64;
    words.fill(0, line - 8, line + 8);
    words[line + 1] = 0x1234;
    words[line + 3] = -1;
    words.fill(POISON, line + 4, line + 8);
    const at = (word: number): string => `0x${word.toString(16)}`.padStart(10);
    expect(dumpAround(memory, line + 2, 4, 8)).toBe(
      [
        'region: heap',
        `  ${at(line - 4)}: 00000000 00000000 00000000 00000000`,
        `> ${at(line)}: 00000000 00001234 00000000 ffffffff`,
        `  ${at(line + 4)}: dbdbdbdb dbdbdbdb dbdbdbdb dbdbdbdb  poison`,
      ].join('\n'),
    );
    // Unless asked otherwise, four lines in front and seven behind.
    expect(dumpAround(memory, line).split('\n').length).toBe(1 + 12);
    expect(dumpAround(memory, line).split('\n')[5]).toMatch(/^> /);
  });

  it('stops at the ends of the memory', () => {
    const { memory } = new ToyMachine('refcount');
    const { words } = memory;
    expect(dumpAround(memory, 0).split('\n').slice(0, 2)).toEqual([
      'region: null page',
      '>        0x0: ffffffff 00000000 00000000 00000000',
    ]);
    const last = dumpAround(memory, words.length - 1).split('\n');
    expect(last[0]).toBe('region: outside the machine');
    expect(last.length).toBe(1 + 5);
  });

  it('names each region', () => {
    const { memory } = new ToyMachine('refcount');
    const regions = [
      [0, 'null page'],
      [63, 'null page'],
      [64, 'static'],
      [memory.staticTop - 1, 'static'],
      [memory.staticTop, 'static, not handed out'],
      [memory.staticEnd - 1, 'static, not handed out'],
      [memory.staticEnd, 'root table and stack'],
      [memory.stackEnd - 1, 'root table and stack'],
      [memory.stackEnd, 'heap'],
      [memory.heapEnd - 1, 'heap'],
      [memory.heapEnd, 'outside the machine'],
    ] as const;
    for (const [address, name] of regions) expect(dumpAround(memory, address).split('\n')[0]).toBe(`region: ${name}`);
  });

  it('of an object begins with its header and what the model says of it', () => {
    const machine = new ToyMachine('refcount');
    const node = machine.node(1);
    const type = `0x${machine.staticType.toString(16)}`;
    expect(dumpObject(machine.memory, machine.model, node).split('\n').slice(0, 3)).toEqual([
      `object 0x${node.toString(16)}: node #1`,
      `  count 1  flags collectable  type ${type}  rep 0x10001`,
      'region: heap',
    ]);
    const broken = Object.assign(Object.create(machine.model) as typeof machine.model, {
      describe: (): string => {
        throw new Error('no such kind');
      },
    });
    expect(dumpObject(machine.memory, broken, node)).toMatch(/^object 0x[0-9a-f]+: not describable: no such kind\n/);
  });
});

it('flags have names', () => {
  expect(flagNames(0)).toBe('none');
  expect(flagNames(FLAG_FINALIZED)).toBe('finalized');
  expect(flagNames(FLAG_PREHEADER | FLAG_COLLECTABLE)).toBe('collectable|preheader');
  expect(flagNames(255)).toBe('finalized|tracked|collectable|mark|collecting|identity|dying|preheader');
  expect(flagNames(POISON)).toBe('poison');
});
