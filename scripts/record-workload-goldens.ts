/**
 * Records what CPython prints for the workloads of the catalogue, or checks that the records are still true.
 *
 *   node scripts/record-workload-goldens.ts --python FILE [--check] [WORKLOAD ...]
 *
 * In test/programs/workloads it writes
 *   NAME.out       the output with small parameters, to the byte
 *   goldens.json   the version of CPython; for each workload the parameters, length and SHA-256 of the output with default and with
 *                  small parameters; for random workloads also the SHA-256 of the program and of its output for some seeds
 * Programs run in an empty folder under the name that the catalogue gives them, with PYTHONHASHSEED=0. What ends with an error,
 * writes to stderr or prints nothing is refused. With --check nothing is written; the exit code is 1 if something differs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { paramValues, smallParamValues, workloads } from '../src/workloads/catalogue.ts';
import type { ParamValues, Workload } from '../src/workloads/workload.ts';
import { type Goldens, goldensFile, goldensFolder, type OutputGolden, randomSeeds } from '../test/workloads/goldens.ts';

const VERSION = '3.13.0';

const { values: flags, positionals } = parseArgs({
  options: { python: { type: 'string', default: 'python3.13' }, check: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const version = execFileSync(flags.python, ['-c', 'import platform; print(platform.python_version())'], {
  encoding: 'utf8',
}).trim();
if (version !== VERSION) throw new Error(`${flags.python} is CPython ${version}; the goldens are those of ${VERSION}`);

const before: Goldens = existsSync(goldensFile)
  ? JSON.parse(readFileSync(goldensFile, 'utf8'))
  : { python: VERSION, workloads: {} };
const goldens: Goldens = { python: VERSION, workloads: {} };
const folder = mkdtempSync(join(tmpdir(), 'heaplab-goldens-'));
let differences = 0;
try {
  for (const workload of workloads) {
    const known = before.workloads[workload.name];
    const wanted = positionals.length === 0 || positionals.includes(workload.name) || known === undefined;
    goldens.workloads[workload.name] = wanted ? record(workload) : known;
  }
} finally {
  rmSync(folder, { recursive: true });
}
settle(goldensFile, `${JSON.stringify(goldens, null, 2)}\n`);
console.log(`${workloads.length} workloads, ${differences} files ${flags.check ? 'differ' : 'written'}`);
process.exitCode = flags.check && differences > 0 ? 1 : 0;

function record(workload: Workload): Goldens['workloads'][string] {
  const small = outputOf(workload, smallParamValues(workload));
  settle(join(goldensFolder, `${workload.name}.out`), small.output);
  const full = outputOf(workload, paramValues(workload));
  const golden = { small: small.golden, default: full.golden };
  if (workload.kind !== 'random') return golden;
  const seeds = randomSeeds.map((seed) => {
    const params = { ...smallParamValues(workload), seed };
    return { seed, program: sha256(workload.emit(params)), output: outputOf(workload, params).golden.sha256 };
  });
  return { ...golden, seeds };
}

function outputOf(workload: Workload, params: ParamValues): { output: string; golden: OutputGolden } {
  writeFileSync(join(folder, workload.fileName), workload.emit(params));
  const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' };
  const run = spawnSync(flags.python, [workload.fileName], { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
  if (run.status !== 0 || run.stderr !== '' || run.stdout === '') {
    throw new Error(`${workload.name} with ${JSON.stringify(params)} ended with ${run.status}: ${run.stderr}`);
  }
  const bytes = Buffer.byteLength(run.stdout);
  return { output: run.stdout, golden: { params, bytes, sha256: sha256(run.stdout) } };
}

/** Makes the file hold the text; under --check only counts and names it when it does not. */
function settle(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  differences++;
  if (flags.check) {
    console.log(`${file} differs from CPython ${VERSION}`);
    return;
  }
  mkdirSync(goldensFolder, { recursive: true });
  writeFileSync(file, text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
