/**
 * Records what CPython prints for the programs of test/programs, or checks that the records are still true.
 *
 *   node scripts/record-goldens.mjs [--check] [--python FILE] [--version X.Y.Z] [FOLDER_OR_PROGRAM ...]
 *
 * Beside `x.py` it writes
 *   x.out       stdout, to the byte
 *   x.err       the last line of stderr, when there was any
 *   x.err.full  the whole of stderr, for a program that has the line `# stderr: full`
 *   x.exit      the exit code, when it is not 0
 * and in each folder VERSION, the version that printed them. A program runs in its own folder, by its bare name, with
 * PYTHONHASHSEED=0 and an empty stdin. The folder's path is cut out of stderr. A program whose output differs between
 * two runs, shows an address, or does not end is refused. Files that begin with `_` and sub-folders are helpers that
 * programs import.
 *
 * The version must be 3.13.0 unless --version names another: test/python-3.12 holds what 3.12.1 printed.
 *
 * With --check nothing is written: what differs is listed and the exit code is 1.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const CORPUS = resolve(dirname(fileURLToPath(import.meta.url)), '../test/programs');
const TIMEOUT_MS = 60_000;
const PARALLEL = 2;
/** Folders whose programs are meant not to compile. */
const SYNTAX_FOLDERS = ['syntax-errors'];

const options = readOptions(process.argv.slice(2));
const VERSION = options.version;
await requireVersion(options.python);
const libraryNames = new Set((await ask('import sys; print(*sys.stdlib_module_names)')).split(' '));
const programs = options.targets.flatMap(programsUnder);
const problems = [];
let written = 0;
let next = 0;
await Promise.all(Array.from({ length: PARALLEL }, worker));
for (const folder of new Set(programs.map((file) => dirname(file)))) settle(join(folder, 'VERSION'), `CPython ${VERSION}\n`);
for (const problem of problems.sort()) console.log(problem);
console.log(
  `${programs.length} programs, ${written} files ${options.check ? 'differ' : 'written'}, ${problems.length} problems`,
);
process.exitCode = problems.length > 0 || (options.check && written > 0) ? 1 : 0;

async function worker() {
  while (next < programs.length) {
    const file = programs[next++];
    await record(file);
  }
}

/** Runs one program twice and writes, or checks, its golden files. */
async function record(file) {
  const name = relative(CORPUS, file);
  if (libraryNames.has(basename(file, '.py')))
    return problems.push(`${name}: has the name of a library module and would hide it`);
  const first = await run(file);
  if (first.timedOut) return problems.push(`${name}: did not end within ${TIMEOUT_MS / 1000} s`);
  const second = await run(file);
  if (first.stdout !== second.stdout || first.stderr !== second.stderr) return problems.push(`${name}: two runs differ`);
  if (/ at 0x[0-9a-f]{6,}/u.test(first.stdout + first.stderr)) return problems.push(`${name}: prints an address`);
  if (first.stdout.includes(dirname(file)) || first.stderr.includes(dirname(file)))
    return problems.push(`${name}: prints a path`);
  if (first.stdout === '' && first.stderr === '') return problems.push(`${name}: prints nothing`);
  const stem = file.slice(0, -'.py'.length);
  const full = /^# stderr: full$/mu.test(readFileSync(file, 'utf8'));
  const lastLine = first.stderr === '' ? null : `${first.stderr.trimEnd().split('\n').at(-1)}\n`;
  const kept = `${first.stdout}${full ? first.stderr : lastLine}`;
  if (/python3\.\d+\//u.test(kept)) return problems.push(`${name}: prints a path of the installation`);
  if (/^(Syntax|Indentation|Tab)Error: /u.test(lastLine ?? '') && !SYNTAX_FOLDERS.includes(basename(dirname(file)))) {
    return problems.push(`${name}: does not compile`);
  }
  settle(`${stem}.out`, first.stdout);
  settle(`${stem}.err`, lastLine);
  settle(`${stem}.err.full`, full ? first.stderr : null);
  settle(`${stem}.exit`, first.code === 0 ? null : `${first.code}\n`);
}

/** Makes `path` hold `text`, or not exist when it is null; under --check only notes that it does not. */
function settle(path, text) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (before === text) return;
  written++;
  if (options.check) problems.push(`${relative(CORPUS, path)}: differs from CPython ${VERSION}`);
  else if (text === null) rmSync(path);
  else writeFileSync(path, text);
}

function run(file) {
  return new Promise((done, fail) => {
    const folder = dirname(file);
    const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', NO_COLOR: '1' };
    const child = spawn(options.python, [basename(file)], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out = [];
    const err = [];
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, TIMEOUT_MS);
    child.stdout.on('data', (chunk) => out.push(chunk));
    child.stderr.on('data', (chunk) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      // CPython ends itself by the signal after an uncaught KeyboardInterrupt; shells call that 130.
      const code = signal === 'SIGINT' ? 130 : status;
      const stderr = Buffer.concat(err).toString('utf8').replaceAll(`${folder}/`, '');
      done({ stdout: Buffer.concat(out).toString('utf8'), stderr, code, timedOut });
    });
  });
}

function programsUnder(target) {
  if (!statSync(target).isDirectory()) return [target];
  const entries = readdirSync(target, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = entries
    .filter((e) => e.isFile() && e.name.endsWith('.py') && !e.name.startsWith('_'))
    .map((e) => join(target, e.name));
  if (target !== CORPUS) return own;
  return entries.filter((e) => e.isDirectory() && e.name !== 'workloads').flatMap((e) => programsUnder(join(target, e.name)));
}

function readOptions(argv) {
  const found = { check: false, python: process.env.HEAPLAB_PYTHON ?? 'python3.13', version: '3.13.0', targets: [] };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (word === '--check') found.check = true;
    else if (word === '--python') found.python = argv[++i];
    else if (word === '--version') found.version = argv[++i];
    else if (word.startsWith('--')) quit(`unknown option ${word}; options are --check, --python FILE and --version X.Y.Z`);
    else if (existsSync(resolve(word))) found.targets.push(resolve(word));
    else if (existsSync(join(CORPUS, word))) found.targets.push(join(CORPUS, word));
    else quit(`no such folder or program: ${word}`);
  }
  if (found.targets.length === 0) found.targets.push(CORPUS);
  return found;
}

async function requireVersion(python) {
  const version = await ask('import sys; print("%d.%d.%d" % sys.version_info[:3])');
  if (version !== VERSION) quit(`${python} is ${version}; goldens are of CPython ${VERSION}`);
}

/** What the interpreter prints for one line of code. */
function ask(code) {
  return new Promise((done) => {
    const child = spawn(options.python, ['-c', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', () => quit(`cannot run ${options.python}; give a CPython ${VERSION} with --python FILE`));
    child.on('close', () => done(text.trim()));
  });
}

function quit(message) {
  console.error(`record-goldens: ${message}`);
  process.exit(2);
}
