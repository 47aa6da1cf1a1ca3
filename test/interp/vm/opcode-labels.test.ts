/**
 * The run loop holds numbers where it could hold names: V8 makes one jump table of literal case labels, and folds constants of the same module
 * only. Here they are held against their definitions.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import * as layout from '../../../src/heap/layout.ts';
import * as strategy from '../../../src/heap/strategy.ts';
import { OP, OPCODES } from '../../../src/interp/bytecode/opcodes.ts';
import * as dict from '../../../src/interp/objects/dict.ts';
import * as functions from '../../../src/interp/objects/function.ts';
import * as instance from '../../../src/interp/objects/instance.ts';
import * as ints from '../../../src/interp/objects/int.ts';
import * as iterator from '../../../src/interp/objects/iterator.ts';
import { KIND } from '../../../src/interp/objects/kinds.ts';
import * as range from '../../../src/interp/objects/range.ts';
import * as sequence from '../../../src/interp/objects/sequence.ts';
import * as codeTable from '../../../src/interp/runtime/code-table.ts';
import * as attributeCache from '../../../src/interp/vm/attribute-cache.ts';
import * as frameRecord from '../../../src/interp/vm/frame-record.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const runLoop = readFileSync(`${root}src/interp/vm/run-loop.ts`, 'utf8');
const rareOpcodes = readFileSync(`${root}src/interp/vm/rare-opcodes.ts`, 'utf8');

/** Bytecode beyond which V8 never optimises a function (its flag max-optimized-bytecode-size is 60 KB), less a margin. */
const MOST_BYTECODE = 58_000;

/** The pseudo instruction that loads a frame's registers; no compiler emits it. */
const LOAD_REGISTERS = 255;

describe('case labels', () => {
  const places = [...labels(runLoop, 'execute', 'word & 255'), ...labels(rareOpcodes, 'rareOpcode', 'op')];

  test('are found', () => {
    expect(places.length).toBeGreaterThan(OPCODES.length / 2);
  });

  test('each has the name of its opcode beside it', () => {
    const wrong = places.filter(({ number, name }) => number !== LOAD_REGISTERS && OPCODES[number]?.name !== name);
    expect(wrong).toEqual([]);
  });

  test('every opcode has exactly one', () => {
    const numbers = places.map(({ number }) => number).filter((number) => number !== LOAD_REGISTERS);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(OPCODES.map((_info, number) => number));
    expect(new Set(OPCODES.map(({ name }) => name)).size).toBe(OPCODES.length);
    expect(OPCODES.length).toBeLessThan(LOAD_REGISTERS);
  });
});

describe('literal constants of the run loop', () => {
  const definitions: Readonly<Record<string, unknown>>[] = [
    layout,
    strategy,
    dict,
    functions,
    instance,
    ints,
    iterator,
    range,
    sequence,
    codeTable,
    attributeCache,
    frameRecord,
  ];
  const constants = literalConstants(runLoop);

  test('are found', () => {
    expect(constants.size).toBeGreaterThan(30);
  });

  test.each([...constants])('%s = %i', (name, value) => {
    expect(value).toBe(defined(name));
  });

  /** What the constant of that name is where it is defined. */
  function defined(name: string): unknown {
    if (name.startsWith('OP_')) return OP[name.slice(3)];
    if (name.startsWith('K_')) return (KIND as Record<string, number>)[camelCase(name.slice(2))];
    const found = definitions.filter((module) => name in module).map((module) => module[name]);
    expect(found, `one definition of ${name}`).toHaveLength(1);
    return found[0];
  }
});

test('the run loop is small enough for V8 to optimise', () => {
  const flags = ['--print-bytecode', '--print-bytecode-filter=execute'];
  const { stdout, status } = spawnSync(process.execPath, [...flags, `${root}bin/dev.js`, 'run', '-', '--quiet'], {
    input: 'print(1)',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  expect(status).toBe(0);
  // oclif has a function of that name too, a small one.
  const lengths = [...stdout.matchAll(/^Bytecode length: (\d+)$/gm)].map(([, length]) => Number(length));
  const longest = Math.max(...lengths);
  expect(longest).toBeGreaterThan(5000);
  expect(longest).toBeLessThan(MOST_BYTECODE);
});

interface Label {
  readonly number: number;
  /** The comment behind the label. */
  readonly name: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** The labels of the switch on `subject` in the function of that name, with the comment behind each. */
function labels(source: string, functionName: string, subject: string): Label[] {
  const found: Label[] = [];
  const text = ({ start, end }: Node): string => source.slice(start, end);
  walk(functionNamed(source, functionName), (node) => {
    if (node.type !== 'SwitchStatement' || text(node['discriminant'] as Node) !== subject) return;
    for (const { test: label } of node['cases'] as { test: Node | null }[]) {
      if (label === null) continue;
      const name = /^:\s*\{?\s*\/\/ ([A-Z_]+)\n/.exec(source.slice(label.end, label.end + 200))?.[1] ?? '';
      found.push({ number: Number(text(label)), name });
    }
  });
  return found;
}

function functionNamed(source: string, name: string): Node {
  const found: Node[] = [];
  walk(parse(source), (node) => {
    if (node.type === 'FunctionDeclaration' && (node['id'] as { name: string }).name === name) found.push(node);
  });
  expect(found, name).toHaveLength(1);
  return found[0]!;
}

/** Top-level constants of a module that are numbers written out. */
function literalConstants(source: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const statement of parse(source)['body'] as Node[]) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement['declarations'] as { id: { name: string }; init: { value?: unknown } }[]) {
      if (typeof init.value === 'number') found.set(id.name, init.value);
    }
  }
  return found;
}

function parse(source: string): Node {
  const { program, errors } = parseSync('source.ts', source);
  expect(errors).toEqual([]);
  return program as unknown as Node;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === 'object' && child !== null && typeof child.type === 'string') walk(child, visit);
    }
  }
}

/** METHOD_DESCRIPTOR -> methodDescriptor. */
function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
