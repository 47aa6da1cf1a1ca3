/** Where the text of a module of the program lies: beside the program, or in a folder below it that sys.path names (CPython: importlib's PathFinder). */
import { REP } from '../heap/layout.ts';
import { WORDS } from '../heap/memory.ts';
import { dictGetStr } from './objects/dict.ts';
import { KIND } from './objects/kinds.ts';
import { listItem, listLength } from './objects/sequence.ts';
import { intern, isStr, strText } from './objects/str.ts';
import type { Runtime } from './runtime/runtime.ts';
import { MODULE_DICT } from './types/core-types.ts';

const M = WORDS;

/** The folder in which a program begins, and which stands for the one that its file lies in. */
const HOME = '/home/user';

/** A module's source: its text, null for a folder without `__init__.py`, and its path from the program's folder. */
export interface ModuleFile {
  readonly path: string;
  readonly text: string | null;
  readonly isPackage: boolean;
}

/** The folder of the program as programs see it: absolute, without a slash at the end. */
export function programFolder(program: string): string {
  const folder = program.slice(0, Math.max(program.lastIndexOf('/'), 0)).replace(/^(\.\/)+/, '');
  if (program.startsWith('/')) return folder === '' ? '/' : folder;
  return folder === '' || folder === '.' ? HOME : `${HOME}/${folder}`;
}

/** `entry` of sys.path as a prefix of paths from the program's folder, empty or with a slash at the end; null when it lies outside. */
function prefixOf(entry: string, folder: string): string | null {
  let rest = entry;
  for (const home of [folder, HOME]) {
    if (rest === home) rest = '';
    else if (rest.startsWith(`${home}/`)) rest = rest.slice(home.length + 1);
  }
  if (rest.startsWith('/')) return null;
  const parts: string[] = [];
  for (const part of rest.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.map((part) => `${part}/`).join('');
}

/** The folders to look in, in their order; the program's own is always one of them. */
function prefixes(rt: Runtime): string[] {
  const found: string[] = [];
  const list = dictGetStr(rt, M[rt.loadedModule('sys') + MODULE_DICT], intern(rt, 'path'));
  if (list !== 0 && (M[list + REP] & 0xff) === KIND.list) {
    const folder = programFolder(rt.argv[0] ?? '');
    for (let index = 0; index < listLength(rt, list); index++) {
      const entry = listItem(rt, list, index);
      const prefix = isStr(rt, entry) ? prefixOf(strText(rt, entry), folder) : null;
      if (prefix !== null && !found.includes(prefix)) found.push(prefix);
    }
  }
  if (!found.includes('')) found.push('');
  return found;
}

/** The source of module `name`, null where the program has none. A folder counts when no other place has a module of that name. */
export function findModuleFile(rt: Runtime, name: string): ModuleFile | null {
  let folder: ModuleFile | null = null;
  for (const prefix of prefixes(rt)) {
    const base = prefix + name.replaceAll('.', '/');
    const init = rt.readNeighbour(`${base}/__init__.py`);
    if (init !== null) return { path: `${base}/__init__.py`, text: init, isPackage: true };
    const text = rt.readNeighbour(`${base}.py`);
    if (text !== null) return { path: `${base}.py`, text, isPackage: false };
    if (folder === null && rt.readNeighbour(`${base}/`) !== null) folder = { path: base, text: null, isPackage: true };
  }
  return folder;
}
