/**
 * Where the package's own files lie: data that is read at run time and the modules of workers. All such addresses start here, because in a built
 * package many modules lie in one file and `import.meta.url` says nothing of the module's own folder.
 */

/** The folder of the code: `src/` in a checkout, `dist/` in the package. This module lies one folder below, in both. */
const codeRoot = new URL('../', import.meta.url);

/** Are the modules TypeScript, as in a checkout? */
const inSource = import.meta.url.endsWith('.ts');

/** A data file or folder under the code, as `interp/modules/py/`. */
export function codeFile(path: string): URL {
  return new URL(path, codeRoot);
}

/** A file or folder of the package, as `reports/charts/`. */
export function packageFile(path: string): URL {
  return new URL(`../${path}`, codeRoot);
}

/** The module that a worker thread runs, as `cell/worker`. Each is an entry of the build (tools/build.mjs). */
export function workerModule(name: string): URL {
  return new URL(`${name}.${inSource ? 'ts' : 'js'}`, codeRoot);
}
