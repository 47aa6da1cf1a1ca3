import { expect, test } from 'vitest';
import { reproducingArgv, shellLine } from '../../src/results/argv.ts';

test('flags that change no figure are left out, with their values', () => {
  const typed = [
    'shootout',
    'gcbench',
    '--jobs',
    '2',
    '--out=x',
    '-o',
    'y',
    '--heap',
    '64m',
    '--json',
    '--force',
    '--',
    '--jobs',
  ];
  expect(reproducingArgv(typed)).toEqual(['shootout', 'gcbench', '--heap', '64m', '--', '--jobs']);
  expect(reproducingArgv(['shootout', '-j2', '-sarena-pools', '-oresult', '-j=1', '-p', 'x=-j2'])).toEqual([
    'shootout',
    '-sarena-pools',
    '-p',
    'x=-j2',
  ]);
});

test('a command line is quoted for the shell', () => {
  expect(shellLine(['run', 'my file.py', '--param', "name=o'clock", ''])).toBe(
    `run 'my file.py' --param 'name=o'\\''clock' ''`,
  );
});
