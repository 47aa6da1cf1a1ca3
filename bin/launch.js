// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const marker = 'HEAPLAB_REEXECUTED';

/**
 * True when `version` is at least `minimum`; both are written major.minor.patch.
 * @param {string} version
 * @param {string} minimum
 */
function atLeast(version, minimum) {
  const have = version.split('.').map(Number);
  const need = minimum.split('.').map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (have[i] ?? 0) - (need[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The lowest Node that package.json admits, as major.minor.patch. */
function minimumNode() {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const digits = /\d+(?:\.\d+)*/.exec(String(manifest.engines.node));
  return digits === null ? '0.0.0' : digits[0];
}

/** The Node that tools/node-runtime links into a checkout, or null in an installed package. */
function bundledNode() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  const path = `${root}node_modules/.bin/${name}`;
  return existsSync(path) ? path : null;
}

/** @param {string} command @param {string} script */
function reExecute(command, script) {
  const child = spawn(command, [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [marker]: '1' },
    shell: process.platform === 'win32',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1;
  });
}

/**
 * Runs `main` when this Node is new enough. Otherwise runs the same script on the checkout's own Node, or says which Node
 * is needed. Also ends quietly when the reader of a pipe goes away (`heaplab workloads | head`).
 * @param {string} script absolute path of the entry file, to be run again
 * @param {() => Promise<unknown>} main
 */
export async function launch(script, main) {
  process.stdout.on('error', endQuietlyOnClosedPipe);
  process.stderr.on('error', endQuietlyOnClosedPipe);
  const minimum = minimumNode();
  if (atLeast(process.versions.node, minimum)) {
    nodeModule.enableCompileCache?.();
    await main();
    return;
  }
  const current = bundledNode();
  if (current !== null && process.env[marker] === undefined) {
    reExecute(current, script);
    return;
  }
  process.stderr.write(
    `heaplab needs Node ${minimum} or newer; this is ${process.versions.node}.\n` +
      'Next step: install a current Node, or in a checkout run `npm ci` and then `npm run -s heaplab -- …`.\n',
  );
  process.exitCode = 2;
}

/** @param {NodeJS.ErrnoException} error */
function endQuietlyOnClosedPipe(error) {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
