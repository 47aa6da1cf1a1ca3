/** The command line of a run, as run.json and the footers of the charts show it. */

/** Flags that change where results go or how fast they come, never what they are; `true` where the flag takes a value. */
const withoutInfluence: ReadonlyMap<string, boolean> = new Map([
  ['--out', true],
  ['-o', true],
  ['--jobs', true],
  ['-j', true],
  ['--engine', true],
  ['--force', false],
  ['--resume', false],
  ['--json', false],
  ['--quiet', false],
  ['-q', false],
  ['--progress', false],
  ['--no-progress', false],
  ['--charts', false],
  ['--no-charts', false],
]);

/** `argv` without the flags that have no influence on the figures, so that equal runs have equal run.json files. */
export function reproducingArgv(argv: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!;
    if (word === '--') return [...kept, ...argv.slice(index)];
    // -j2: a flag of one letter with its value behind it.
    if (/^-[^-=][^=]/.test(word) && withoutInfluence.get(word.slice(0, 2)) === true) continue;
    const takesValue = withoutInfluence.get(word.split('=', 1)[0]!);
    if (takesValue === undefined) kept.push(word);
    else if (takesValue && !word.includes('=')) index++;
  }
  return kept;
}

/** `argv` as a line for a POSIX shell. */
export function shellLine(argv: readonly string[]): string {
  return argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
}
