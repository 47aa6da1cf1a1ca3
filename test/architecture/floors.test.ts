import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { floors, floorViolations, importCycles, importsOf, readImportGraph } from './import-graph.ts';

const sourceRoot = fileURLToPath(new URL('../../src', import.meta.url));

describe('src/', () => {
  const graph = readImportGraph(sourceRoot);

  test('is read: files and imports are found in it', () => {
    expect(graph.size).toBeGreaterThan(30);
    expect([...graph.values()].flat().length).toBeGreaterThan(graph.size);
    const folders = new Set([...graph.keys()].map((file) => file.split('/')[0]));
    expect([...folders].filter((folder) => !floors.flat().includes(folder ?? ''))).toEqual([]);
  });

  test('imports go down the floors, and siblings are strangers', () => {
    expect(floorViolations(graph)).toEqual([]);
  });

  // An interface and the class that needs it may name each other's types; what a cycle breaks is the order in which files run.
  test('has no cycle of imports that remain when the types are erased', () => {
    const values = readImportGraph(sourceRoot, 'values');
    expect(values.size).toBe(graph.size);
    expect([...values.values()].flat().length).toBeGreaterThan(graph.size);
    expect(importCycles(values)).toEqual([]);
  });
});

describe('the check itself', () => {
  test('sees imports of every kind, types included', () => {
    const source = `
      import { a } from './a.ts';
      import type { B } from "../heap/b.ts";
      export { c } from './c.ts';
      export * from './d.ts';
      const e = await import('./e.ts');
      import 'node:fs';
      // import './comment.ts'
    `;
    expect(importsOf('x.ts', source)).toEqual(['./a.ts', '../heap/b.ts', './c.ts', './d.ts', './e.ts']);
  });

  test('leaves out what is erased with the types, when told to', () => {
    const source = `
      import type { A } from './a.ts';
      import { type B } from './b.ts';
      export type { C } from './c.ts';
      export { d } from './d.ts';
      import type from './e.ts';
    `;
    expect(importsOf('x.ts', source, 'values')).toEqual(['./b.ts', './d.ts', './e.ts']);
  });

  test('refuses an import whose target is computed, and source that does not parse', () => {
    expect(() => importsOf('x.ts', 'await import(name)')).toThrow('cannot be followed');
    expect(() => importsOf('x.ts', 'const = 1')).toThrow('x.ts');
  });

  test.each([
    ['a higher floor', 'heap/a.ts', 'cell/b.ts', 'heap/a.ts imports cell/b.ts, a higher floor'],
    ['a sibling', 'interp/a.ts', 'strategies/b.ts', 'interp/a.ts imports strategies/b.ts: interp and strategies are strangers'],
    ['an unknown folder', 'attic/a.ts', 'base/b.ts', 'attic/a.ts lies in no known floor'],
  ])('names %s', (_kind, file, target, sentence) => {
    const graph = new Map([
      [file, [target]],
      [target, []],
    ]);
    expect(floorViolations(graph)).toEqual([sentence]);
  });

  test('names a file that is not there', () => {
    expect(floorViolations(new Map([['heap/a.ts', ['base/gone.ts']]]))).toEqual([
      'heap/a.ts imports base/gone.ts, which is not a source file',
    ]);
  });

  test('finds cycles of one, two and three files, and none in a diamond', () => {
    expect(importCycles(new Map([['a', ['a']]]))).toEqual(['a -> a']);
    expect(importCycles(graphOf('a>b b>a'))).toEqual(['a -> b -> a']);
    expect(importCycles(graphOf('r>a a>b b>c c>a'))).toEqual(['a -> b -> c -> a']);
    expect(importCycles(graphOf('r>a r>b a>c b>c'))).toEqual([]);
  });
});

/** A graph in the notation `from>to from>to`. */
function graphOf(edges: string): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const edge of edges.split(' ')) {
    const [from = '', to = ''] = edge.split('>');
    graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  return graph;
}
