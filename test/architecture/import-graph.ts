import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The folders of src/, lowest floor first. Folders of one floor may not import each other. */
export const floors: readonly (readonly string[])[] = [
  ['base'],
  ['heap', 'workloads', 'results'],
  ['strategies', 'interp'],
  ['cell', 'picture'],
  ['shootout', 'fuzz', 'report', 'figure', 'export', 'calibrate'],
  ['lesson'],
  ['commands'],
];

/** src-relative path of a file -> src-relative paths of the files it imports, dynamic imports included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Which imports count: all that the text names, or those that are left when the types are erased. */
export type ImportKind = 'all' | 'values';

/** Every relative module that one source file names, in the order of the text. Throws on a syntax error. */
export function importsOf(fileName: string, source: string, kind: ImportKind = 'all'): string[] {
  const { module, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]?.message}`);
  const found: { at: number; name: string }[] = [];
  // `import type` and `export type` vanish as a whole; `import { type T }` still loads the file under verbatimModuleSyntax.
  const typeOnly = /^(?:import|export)\s+type(?:\s*[{*]|\s+(?!from\b)[\w$])/;
  const erased = (at: number): boolean => kind === 'values' && typeOnly.test(source.slice(at, at + 80));
  for (const { start, moduleRequest } of module.staticImports) {
    if (!erased(start)) found.push({ at: moduleRequest.start, name: moduleRequest.value });
  }
  for (const { start, entries } of module.staticExports) {
    if (erased(start)) continue;
    for (const { moduleRequest } of entries) {
      if (moduleRequest) found.push({ at: moduleRequest.start, name: moduleRequest.value });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    // A user's own module, which is outside of the tree: it can name nothing in it.
    if (fileName.endsWith('src/fuzz/strategy-module.ts') && text === 'pathToFileURL(resolve(path)).href') continue;
    if (!/^'[^']*'$|^"[^"]*"$/.test(text)) throw new Error(`${fileName}: import(${text}) cannot be followed; name the file`);
    found.push({ at: moduleRequest.start, name: text.slice(1, -1) });
  }
  found.sort((a, b) => a.at - b.at);
  return [...new Set(found.map(({ name }) => name).filter((name) => name.startsWith('.')))];
}

/** Reads every .ts file below `sourceRoot`. */
export function readImportGraph(sourceRoot: string, kind: ImportKind = 'all'): ImportGraph {
  const graph = new Map<string, readonly string[]>();
  const files = readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
  for (const file of files) {
    const path = join(sourceRoot, file);
    const targets = importsOf(path, readFileSync(path, 'utf8'), kind);
    graph.set(
      portable(file),
      targets.map((target) => portable(relative(sourceRoot, resolve(dirname(path), target)))),
    );
  }
  return graph;
}

/** One sentence for each import that climbs, crosses to a sibling, leaves src/ or names a file that is not there. */
export function floorViolations(graph: ImportGraph): string[] {
  const found: string[] = [];
  for (const [file, targets] of graph) {
    const from = folderOf(file);
    const fromFloor = floorOf(from);
    if (fromFloor < 0) {
      found.push(`${file} lies in no known floor`);
      continue;
    }
    for (const target of targets) {
      const to = folderOf(target);
      const toFloor = floorOf(to);
      if (!graph.has(target)) found.push(`${file} imports ${target}, which is not a source file`);
      else if (to === from || toFloor < fromFloor) continue;
      else if (toFloor === fromFloor) found.push(`${file} imports ${target}: ${from} and ${to} are strangers`);
      else found.push(`${file} imports ${target}, a higher floor`);
    }
  }
  return found;
}

/** Import cycles, each as the path that closes it; one for each group of files that reach one another. */
export function importCycles(graph: ImportGraph): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      cycles.push([...path.slice(start), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of graph.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return cycles;
}

function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function floorOf(folder: string): number {
  return floors.findIndex((folders) => folders.includes(folder));
}

function portable(path: string): string {
  return path.split(sep).join('/');
}
