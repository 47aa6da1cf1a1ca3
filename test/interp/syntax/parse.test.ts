import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseExpression, parseModule, parseSingle } from '../../../src/interp/syntax/parse.ts';
import { PySyntaxError } from '../../../src/interp/syntax/syntax-error.ts';
import { treeLines } from './tree-lines.ts';

const here = import.meta.dirname;
const corpus = join(here, '..', 'bytecode', 'corpus');

describe('trees of the corpus are CPython’s, node by node with positions', () => {
  const wanted = new Map(
    readFileSync(join(here, 'trees.cpython-3.13.txt'), 'utf8')
      .trimEnd()
      .split('\nFILE ')
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end), part.slice(end + 1)];
      }),
  );
  it.each(readdirSync(corpus))('%s', (file) => {
    const { tree } = parseModule(readFileSync(join(corpus, file)), file);
    expect(treeLines(tree).join('\n')).toBe(wanted.get(file));
  });
});

function failure(run: () => unknown): PySyntaxError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof PySyntaxError) return thrown;
    throw thrown;
  }
  throw new Error('the text is valid');
}

describe('source text', () => {
  it('drops a byte-order mark, form feeds and carriage returns', () => {
    const { tree } = parseModule(new TextEncoder().encode('\ufeffx = 1\r\n\fif x:\r\n  y = 2\r'), 'f');
    expect(treeLines(tree).filter((line) => line.includes('Name'))).toEqual([
      '    Name 1:0-1:1',
      '   Name 2:4-2:5',
      '      Name 3:2-3:3',
    ]);
  });

  it('reads the encoding that a cookie names', () => {
    const bytes = Uint8Array.from([...Buffer.from('# -*- coding: latin-1 -*-\nx = "'), 0xe9, ...Buffer.from('"\n')]);
    expect(treeLines(parseModule(bytes, 'f').tree).at(-1)).toContain("'\\xe9'");
  });

  it('counts columns in UTF-8 bytes and offsets in characters', () => {
    expect(treeLines(parseModule('"é𝒳" + x\n', 'f').tree)[4]).toBe("    Constant 1:0-1:8 '\\xe9\\U0001d4b3'");
    expect(failure(() => parseModule('"é𝒳" x\n', 'f'))).toMatchObject({ line: 1, column: 6, endColumn: 7 });
  });

  it('refuses what is no text', () => {
    expect(failure(() => parseModule(Uint8Array.from([0x78, 0x0a, 0xff]), 'f')).message).toContain(
      'Non-UTF-8 code starting with',
    );
    expect(failure(() => parseModule('x\0', 'f')).message).toBe('source code string cannot contain null bytes');
  });
});

describe('depth', () => {
  const nested = (open: string, inner: string, close: string, times: number): string =>
    open.repeat(times) + inner + close.repeat(times);

  it('survives long chains', () => {
    const sum = `x = ${Array.from({ length: 20_000 }, () => 'a').join(' + ')}`;
    expect(parseModule(sum, 'f').tree.body).toHaveLength(1);
    expect(parseModule(`if a: b\n${'elif c: d\n'.repeat(5_000)}`, 'f').tree.body).toHaveLength(1);
  });

  it('stops at the limits of CPython', () => {
    expect(parseModule(nested('(', 'x', ')', 199), 'f').tree.body).toHaveLength(1);
    expect(failure(() => parseModule(nested('(', 'x', ')', 201), 'f')).message).toBe('too many nested parentheses');
    const blocks = Array.from({ length: 101 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('');
    const error = failure(() => parseModule(`${blocks}${' '.repeat(101)}pass`, 'f'));
    expect([error.kind, error.message]).toEqual(['IndentationError', 'too many levels of indentation']);
  });

  it('turns an overflow of the host’s stack into an error of the program', () => {
    expect(failure(() => parseModule(`${'-'.repeat(200_000)}1`, 'f')).kind).toBe('MemoryError');
  });
});

describe('other entries', () => {
  it('eval takes one expression', () => {
    expect(failure(() => parseExpression('  1', 'f')).message).toBe('unexpected indent');
    expect(parseExpression('1, 2\n\n', 'f').tree.body.kind).toBe('Tuple');
    expect(failure(() => parseExpression('x = 1', 'f'))).toMatchObject({ message: 'invalid syntax', column: 3 });
    expect(failure(() => parseExpression('', 'f')).message).toBe('invalid syntax');
  });

  it('single takes one statement', () => {
    expect(parseSingle('x; y\n', 'f').tree.body).toHaveLength(2);
    expect(parseSingle('if x:\n  y\n', 'f').tree.body).toHaveLength(1);
    expect(failure(() => parseSingle('x\ny\n', 'f')).message).toBe(
      'multiple statements found while compiling a single statement',
    );
  });
});
