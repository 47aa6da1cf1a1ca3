/** Every module a program can import, and those that heaplab refuses. */
import { abcModule } from './abc.ts';
import { collectionsModule } from './collections/collections.ts';
import { functoolsModule } from './functools.ts';
import { itertoolsModule } from './itertools/itertools.ts';
import { mathModule } from './math.ts';
import type { ModuleSpec } from './module-spec.ts';
import { operatorModule } from './operator.ts';
import { pythonSource } from './python-sources.ts';
import { randomModule } from './random.ts';
import { timeModule } from './time.ts';

/** Modules that are Python text alone: module name, file of py/, docstring. */
const PYTHON_MODULES: readonly (readonly [name: string, file: string, doc: string])[] = [
  ['collections.abc', 'collections_abc', 'Abstract Base Classes (ABCs) for collections, according to PEP 3119.'],
  ['_collections_user', '_collections_user', 'ChainMap, UserDict, UserList and UserString.'],
];

function pythonModule(name: string, file: string, doc: string): ModuleSpec {
  return {
    name,
    doc,
    get python() {
      return pythonSource(file);
    },
  };
}

export const moduleSpecs: readonly ModuleSpec[] = [
  abcModule,
  collectionsModule,
  functoolsModule,
  itertoolsModule,
  mathModule,
  operatorModule,
  randomModule,
  timeModule,
  ...PYTHON_MODULES.map(([name, file, doc]) => pythonModule(name, file, doc)),
];

const NO_HOST = 'programs have no access to files, processes or the network of the host';
const NO_THREADS = 'programs run on one thread of a deterministic machine';
const NO_NATIVE = 'it is about native code or memory of CPython itself';

function refuse(names: string, why: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, why]));
}

/** Why a module of CPython's library cannot be imported: a clause that goes on after "heaplab has no module 'x': ". */
export const refusedModules: Readonly<Record<string, string>> = {
  ...refuse(
    'os posix os.path pathlib shutil tempfile glob fnmatch fileinput stat filecmp zipfile tarfile gzip bz2 lzma zlib sqlite3 dbm shelve ' +
      'subprocess socket ssl select selectors socketserver http http.client http.server urllib urllib.request urllib.parse ftplib smtplib ' +
      'email imaplib poplib xmlrpc webbrowser mmap fcntl pwd grp resource termios tty pty signal platform getpass curses readline tkinter turtle ' +
      'ctypes msvcrt winreg syslog logging.handlers',
    NO_HOST,
  ),
  ...refuse('threading _thread multiprocessing concurrent concurrent.futures queue sched', NO_THREADS),
  ...refuse('ctypes _ctypes tracemalloc faulthandler cProfile profile pstats pdb bdb trace marshal pickle dis', NO_NATIVE),
};
