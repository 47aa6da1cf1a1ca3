import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/catalogue.ts';
import { workloads } from '../../src/workloads/catalogue.ts';
import { heaplab } from '../support/cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heaplab-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('help', () => {
  test('names every command', async () => {
    const { code, stdout } = await heaplab(['--help']);
    expect(code).toBe(0);
    for (const command of ['compare', 'disasm', 'minheap', 'recost', 'report', 'run', 'shootout', 'strategies', 'workloads'])
      expect(stdout).toContain(`\n  ${command} `);
  });
});

describe('lists', () => {
  test('workloads, as text and as JSON', async () => {
    const [text, json] = await Promise.all([heaplab(['workloads']), heaplab(['workloads', '--json'])]);
    for (const { name } of workloads) expect(text.stdout).toContain(name);
    const answer = JSON.parse(json.stdout);
    expect(answer.schemaVersion).toBe(1);
    expect(answer.workloads.map(({ name }: { name: string }) => name)).toEqual(workloads.map(({ name }) => name));
    expect(json.stdout, 'no path of this machine').not.toMatch(/"\//);
  });

  test('one strategy by its alias', async () => {
    const { code, stdout } = await heaplab(['strategies', 'cpython']);
    expect(code).toBe(0);
    expect(stdout).toContain('arena-pools');
    expect(stdout).toContain('When to choose it');
  });
});

describe('standard input', () => {
  async function* slowly(...pieces: readonly string[]) {
    for (const piece of pieces) {
      await setTimeout(700);
      yield piece;
    }
  }

  test('is read to its end, however late that comes', async () => {
    writeFileSync(join(folder, 'echo.py'), 'import sys\nprint(len(sys.stdin.read()))\n');
    const [program, input, long] = await Promise.all([
      heaplab(['run', '-', '-q'], { stdin: slowly('print(1)\n', 'print(2)\n') }),
      heaplab(['run', 'echo.py', '-q', '--stdin', '-'], { cwd: folder, stdin: slowly('some', 'thing') }),
      heaplab(['run', 'echo.py', '-q', '--stdin', '-'], { cwd: folder, stdin: 'x'.repeat(3_000_000) }),
    ]);
    expect(program).toMatchObject({ code: 0, stdout: '1\n2\n', stderr: '' });
    expect(input).toMatchObject({ code: 0, stdout: '9\n', stderr: '' });
    expect(long).toMatchObject({ code: 0, stdout: '3000000\n', stderr: '' });
  });
});

test('recursion through built-in code goes as deep as in CPython, whatever the stack of the thread that began', async () => {
  const source = `
def nested(levels):
    value = 1
    for _ in range(levels):
        value = [value]
    return value

class Node:
    def __init__(self, following):
        self.next = following
    def __eq__(self, other):
        return self.next == other.next
    def __repr__(self):
        return f"<{self.next!r}>"

def chain(length):
    node = None
    for _ in range(length):
        node = Node(node)
    return node

print(nested(9_900) == nested(9_900), len(repr(nested(9_900))), len(repr(chain(900))), chain(900) == chain(900))
for attempt in (lambda: nested(20_000) == nested(20_000), lambda: repr(nested(20_000)), lambda: repr(chain(1000))):
    try:
        attempt()
    except RecursionError as error:
        print(error)
`;
  writeFileSync(join(folder, 'deep.py'), source);
  const [run, traced] = await Promise.all([
    heaplab(['run', 'deep.py', '-q'], { cwd: folder }),
    heaplab(['run', 'deep.py', '-q', '--trace', 'trace.txt'], { cwd: folder }),
  ]);
  const expected = [
    'True 19801 1804 True',
    'maximum recursion depth exceeded in comparison',
    'maximum recursion depth exceeded while getting the repr of an object',
    'maximum recursion depth exceeded',
    '',
  ].join('\n');
  expect(run).toMatchObject({ code: 0, stdout: expected, stderr: '' });
  expect(traced).toMatchObject({ code: 0, stdout: expected, stderr: '' });
});

describe('standard input is a program or nothing: never an argument that was left out', () => {
  test('a list in a pipe, such as a loop of a shell makes', async () => {
    const { code, stdout } = await heaplab(['strategies'], { stdin: 'semispace\n' });
    expect(code).toBe(0);
    expect(stdout).toContain('mark-sweep');
  });

  test.each(Object.entries(commands))('%s', (_name, { args }) => {
    expect(Object.values(args).filter(({ ignoreStdin }) => ignoreStdin !== true)).toEqual([]);
  });
});

describe('bad input: exit code 2, what was wrong and the next step, and no folder', () => {
  test.each([
    ['an unknown command with a program', ['rnu', 'p.py'], "there is no command 'rnu'", "did you mean 'heaplab run'?"],
    ['an unknown command', ['shotout'], "there is no command 'shotout'", "did you mean 'heaplab shootout'?"],
    ['an unknown flag', ['workloads', '--jsn'], 'Nonexistent flag: --jsn', 'see --help'],
    ['an unknown workload', ['run', 'gcbnch'], "there is no workload 'gcbnch'", "did you mean 'gcbench'?"],
    ['a missing file', ['run', 'none.py', '--out', 'out'], "there is no file 'none.py'", 'check the path'],
    ['a folder', ['run', './', '--out', 'out'], 'is a folder, not a file', 'name a file in it'],
    ['an unknown strategy', ['run', 'gcbench', '-s', 'refcuont'], "unknown strategy 'refcuont'", "did you mean 'refcount'?"],
    ['an unknown allocator', ['run', 'gcbench', '-s', 'refcount+maloc'], "allocator 'maloc'", "did you mean 'malloc'?"],
    ['an unknown parameter', ['run', 'gcbench', '-p', 'max_dpth=3'], "no parameter 'max_dpth'", "did you mean 'max_depth'?"],
    ['a parameter out of bounds', ['run', 'gcbench', '-p', 'max_depth=99'], "max_depth of gcbench is '99'", 'the default is'],
    ['a heap that is no size', ['run', 'gcbench', '--heap', 'lots'], "--heap 'lots' is not a size", '64m or 1g'],
    ['a heap that is too small', ['run', 'gcbench', '--heap', '1k', '-o', 'out'], 'too small', 'such as 64m'],
    ['a heap that is too large', ['shootout', 'gcbench', '--heap', '900g', '-o', 'out'], 'too large', 'smaller size'],
    ['no strategies', ['shootout', 'gcbench', '-s', ',', '-o', 'out'], 'names no strategy', 'there are:'],
    ['an unknown workload in a list', ['shootout', 'gcbench', 'splya', '-o', 'out'], "'splya'", "did you mean 'splay'?"],
    ['a parameter nothing has', ['shootout', 'gcbench', '-p', 'dpth=1', '-o', 'out'], "has a parameter 'dpth'", ''],
    ['no jobs', ['shootout', 'gcbench', '-j', '0', '-o', 'out'], "--jobs '0'", '1..256'],
  ])('%s', async (_what, args, wrong, next) => {
    const { code, stdout, stderr } = await heaplab(args, { cwd: folder });
    expect(stderr).toContain(wrong);
    expect(stderr).toContain(next);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('with --json the error is JSON on stdout', async () => {
    const { code, stdout } = await heaplab(['workloads', 'gcbnch', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      error: { message: "there is no workload 'gcbnch'", exitCode: 2 },
    });
  });

  test('text in another encoding', async () => {
    writeFileSync(join(folder, 'latin.py'), Buffer.from([0x23, 0xe9, 0x0a]));
    const { code, stderr } = await heaplab(['run', 'latin.py'], { cwd: folder });
    expect([code, stderr.split('\n')[0]]).toEqual([2, "heaplab: program 'latin.py' is not UTF-8 text"]);
  });

  const writing = [
    ['run', 'gcbench'],
    ['shootout', 'gcbench'],
    ['export', 'gcbench'],
    ['lesson', '1'],
    ['figure', 'tutorial-cycle'],
    ['fuzz', '--cases', '1'],
  ].map((args) => ({ args }));
  test.each(writing)('$args into a folder that holds something else, with --force too', async ({ args }) => {
    writeFileSync(join(folder, 'thesis.txt'), 'mine');
    for (const out of ['', '.', '../'.concat(basename(folder))]) {
      const { code, stderr } = await heaplab([...args, '--out', out, '--force'], { cwd: folder });
      expect(stderr).toMatch(/^heaplab: (--out is empty|.* (exists and is not|holds thesis.txt, which is no part of) an? )/);
      expect(code).toBe(2);
    }
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  const ours = Object.entries(commands).filter(([, { flags = {} }]) => 'out' in flags);
  test.each(ours)('%s with an empty --out', async (name, { args, flags }) => {
    const required = Object.entries(flags!).filter(([, flag]) => 'required' in flag && flag.required === true);
    const given = [...Object.keys(args).map(() => 'gcbench'), ...required.flatMap(([flag]) => [`--${flag}`, 'x'])];
    const { code, stderr } = await heaplab([...name.split(':'), ...given, '--out', ''], { cwd: folder });
    expect(stderr).toContain('--out is empty\n');
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([['run'], ['shootout']])('%s into a place where no folder can be made', async (command) => {
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await heaplab([command, 'gcbench', '--out', 'file/out'], { cwd: folder });
    expect(stderr).toMatch(/^heaplab: .*file/);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

test('a program that opens a file of the host is told that there are none', async () => {
  writeFileSync(join(folder, 'opens.py'), "open('/etc/hostname')\n");
  const { code, stderr } = await heaplab(['run', 'opens.py'], { cwd: folder });
  expect(code).toBe(3);
  expect(stderr).toContain("FileNotFoundError: [Errno 2] No such file or directory: '/etc/hostname'");
  expect(stderr).toContain('no access to the files of the host');
});
