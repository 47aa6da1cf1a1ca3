/** What the files in memory (py/_files.py) need of the host: text files beside the program, to read. */
import { WORDS } from '../../heap/memory.ts';
import { programFolder } from '../module-files.ts';
import { newStr, strText } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

/** _neighbour(path): the text of a file below the program's folder, or None. */
const neighbour: NativeSpec = {
  name: '_neighbour',
  arity: 'one',
  fn: (rt, args) => {
    const text = rt.readNeighbour(strText(rt, M[args]));
    return text === null ? rt.none : newStr(rt, text);
  },
};

/** _program_folder(): the folder of the program's file, absolute. */
const folder: NativeSpec = {
  name: '_program_folder',
  arity: 'none',
  fn: (rt) => newStr(rt, programFolder(rt.argv[0] ?? '')),
};

export const filesModule: ModuleSpec = {
  name: '_files',
  doc: 'Files in memory.',
  functions: [neighbour, folder],
  get python() {
    return pythonSource('_files');
  },
};
