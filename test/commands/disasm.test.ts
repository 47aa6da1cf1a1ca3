import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heaplab } from '../support/cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-disasm-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `heaplab disasm p.py` on that source. */
function disasm(source: string, ...flags: string[]): ReturnType<typeof heaplab> {
  writeFileSync(join(folder, 'p.py'), source);
  return heaplab(['disasm', 'p.py', ...flags], { cwd: folder });
}

describe('heaplab disasm', () => {
  test('lists the module, then the functions in it', async () => {
    const { code, stdout, stderr } = await disasm('def double(n):\n    return n * 2\n\nprint(double(4))\n');
    expect([code, stderr]).toEqual([0, '']);
    const opcodes = [...stdout.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g)].map(([opcode]) => opcode);
    const [module, body] = stdout.split('Disassembly of double (p.py:1):');
    expect(module).toMatch(/ +4 .*LOAD_NAME +\d+ \(print\)/);
    expect(body).toMatch(/ +2 .*LOAD_FAST +0 \(n\)/);
    expect(body).toMatch(/LOAD_CONST +\d+ \(2\)/);
    expect(opcodes.indexOf('MAKE_FUNCTION')).toBeLessThan(opcodes.indexOf('BINARY_MUL'));
  });

  test('gives the same facts as JSON', async () => {
    const { code, stdout } = await disasm('def f(a, /, b, *, c):\n    return a\n', '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ schemaVersion: 1, filename: 'p.py', warnings: [] });
    expect(answer.code.map(({ qualname }: { qualname: string }) => qualname)).toEqual(['<module>', 'f']);
    expect(answer.code[1]).toMatchObject({ argCount: 2, posOnlyCount: 1, kwOnlyCount: 1, varNames: ['a', 'b', 'c'] });
    expect(answer.code[1].instructions.slice(1)).toEqual([
      { index: 1, line: 2, opcode: 'LOAD_FAST', arg: 0 },
      { index: 2, line: 2, opcode: 'RETURN_VALUE', arg: 0 },
    ]);
  });

  test('takes a workload and standard input', async () => {
    const [workload, stdin] = await Promise.all([
      heaplab(['disasm', 'tutorial-cycle']),
      heaplab(['disasm', '-'], { stdin: 'del x\n' }),
    ]);
    expect([workload.code, stdin.code]).toEqual([0, 0]);
    expect(workload.stdout).toContain('RETURN_VALUE');
    expect(stdin.stdout).toMatch(/DELETE_NAME +0 \(x\)/);
  });

  test('shows a syntax error with file, line and caret, and ends with 3', async () => {
    const { code, stdout, stderr } = await disasm('x = 1\nif x = 2:\n    pass\n');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      `heaplab: 'p.py' does not compile
  File "p.py", line 2
    if x = 2:
       ^^^^^
SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
`,
    );
  });

  test('says a syntax error as JSON', async () => {
    const { code, stdout } = await disasm('  x\n', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(stdout).error).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('IndentationError: unexpected indent'),
    });
  });

  test('warnings go to stderr', async () => {
    const { code, stderr } = await disasm('x = 1\nassert (x, "is one")\n');
    expect(code).toBe(0);
    expect(stderr).toBe('p.py:2: SyntaxWarning: assertion is always true, perhaps remove parentheses?\n');
  });

  test('a missing file ends with 2', async () => {
    const { code, stderr } = await heaplab(['disasm', 'none.py'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("there is no file 'none.py'");
  });
});
