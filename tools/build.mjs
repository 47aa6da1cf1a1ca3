// Builds dist/ from src/: bundles the modules and copies what is data (Python files of the workloads and modules, scripts of pages).
//
// The machine (heap, strategies, interpreter, cell) becomes one file: V8 folds the constants of a module into code that it compiles, but reads what is
// imported from another module anew each time. What a command needs beyond it is loaded when it runs.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src');
const target = join(root, 'dist');

/** What is addressed from outside: package.json names the commands, src/base/package-files.ts the workers. */
const entries = ['commands/catalogue', 'commands/command-not-found', 'base/thread-process', 'cell/worker', 'fuzz/worker'];

/** Path below src/, with slashes. @param {string} id */
const below = (id) => relative(source, id).replaceAll('\\', '/');
/** What the flags of commands need goes to the base, for help must come quickly. @param {string} module */
const isBase = (module) => module.startsWith('base/') || module === 'interp/python-version.ts';
/** @param {string} module */
const isMachine = (module) => /^(?:heap|strategies|interp|cell)\//.test(module);
/** What runs when it is loaded must lie in no file that others load. @param {string} module */
const isEntry = (module) => entries.includes(module.slice(0, -'.ts'.length));

rmSync(target, { recursive: true, force: true });
const build = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, join(source, `${name}.ts`)])),
  platform: 'node',
  tsconfig: false,
  // Packages stay what they are: installed beside this one.
  external: /^(?![./]|[A-Za-z]:)/,
});
await build.write({
  dir: target,
  format: 'esm',
  entryFileNames: '[name].js',
  // One folder below dist/: src/base/package-files.ts relies on it.
  chunkFileNames: 'chunks/[name].js',
  minify: false,
  codeSplitting: {
    groups: [
      { name: 'base', test: (id) => isBase(below(id)) && !isEntry(below(id)), priority: 2 },
      { name: 'machine', test: (id) => isMachine(below(id)) && !isEntry(below(id)), priority: 1 },
    ],
  },
});
await build.close();
cpSync(source, target, { recursive: true, filter: (path) => !path.endsWith('.ts') });

// Types for people who write a strategy: package.json exports them as heaplab/strategy.
const flags = [
  '--ignoreConfig --declaration --emitDeclarationOnly --target es2024 --module nodenext --lib es2024,esnext.iterator --types node',
  '--skipLibCheck --strict --rewriteRelativeImportExtensions',
]
  .join(' ')
  .split(' ');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const declarations = spawnSync(
  process.execPath,
  [compiler, join(source, 'fuzz/strategy-author.ts'), '--rootDir', source, '--outDir', join(target, 'types'), ...flags],
  { stdio: 'inherit' },
);
if (declarations.status !== 0) process.exitCode = 1;
