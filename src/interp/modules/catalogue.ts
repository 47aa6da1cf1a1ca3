/** Every module a program can import, and those that heaplab refuses. */
import { abcModule } from './abc.ts';
import { arrayModule } from './array/array.ts';
import { bisectModule } from './bisect.ts';
import { cmathModule } from './cmath.ts';
import { collectionsModule } from './collections/collections.ts';
import { functoolsModule } from './functools.ts';
import { heapqModule } from './heapq.ts';
import { itertoolsModule } from './itertools/itertools.ts';
import { jsonModule } from './json.ts';
import { linecacheModule } from './linecache.ts';
import { mathModule } from './math.ts';
import type { ModuleSpec } from './module-spec.ts';
import { operatorModule } from './operator.ts';
import { pythonSource } from './python-sources.ts';
import { randomModule } from './random.ts';
import { reModule } from './re/re.ts';
import { structModule } from './struct.ts';
import { timeModule } from './time.ts';
import { tracebackModule } from './traceback.ts';
import { typeNamesModule } from './type-names.ts';

/** Modules that are Python text alone: module name, file of py/, docstring. */
const PYTHON_MODULES: readonly (readonly [name: string, file: string, doc: string])[] = [
  ['__future__', '__future__', 'Record of phased-in incompatible language changes.'],
  ['_asyncio_events', '_asyncio_events', 'The event loop, futures and tasks of asyncio.'],
  ['_asyncio_sync', '_asyncio_sync', 'Locks, events and queues of asyncio.'],
  ['_collections_user', '_collections_user', 'ChainMap, UserDict, UserList and UserString.'],
  ['collections.abc', 'collections_abc', 'Abstract Base Classes (ABCs) for collections, according to PEP 3119.'],
  ['_weakref_collections', '_weakref_collections', 'WeakSet, WeakValueDictionary and WeakKeyDictionary.'],
  ['asyncio', 'asyncio', 'The asyncio package, tracking PEP 3156.'],
  [
    'atexit',
    'atexit',
    'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.',
  ],
  ['contextlib', 'contextlib', 'Utilities for with-statement contexts.  See PEP 343.'],
  ['copy', 'copy', 'Generic (shallow and deep) copying operations.'],
  ['copyreg', 'copyreg', 'Helper to provide extensibility for pickle.'],
  ['_strptime', '_strptime', 'Strptime-related classes and functions.'],
  ['datetime', 'datetime', 'Fast implementation of the datetime type.'],
  ['decimal', 'decimal', 'C decimal arithmetic module'],
  ['difflib', 'difflib', 'Module difflib -- helpers for computing deltas between objects.'],
  ['pprint', 'pprint', 'Support to pretty-print lists, tuples, & dictionaries recursively.'],
  ['dataclasses', 'dataclasses', 'Classes made of fields.'],
  ['enum', 'enum', 'Support for enumerations.'],
  ['fractions', 'fractions', 'Fraction, infinite-precision, rational numbers.'],
  ['importlib', 'importlib', 'A pure Python implementation of import.'],
  ['inspect', 'inspect', 'Get useful information from live Python objects.'],
  ['io', 'io', 'Streams in memory: the io module without the files of the host.'],
  ['keyword', 'keyword', 'Keywords (from "Grammar/python.gram")'],
  ['numbers', 'numbers', 'Abstract Base Classes (ABCs) for numbers, according to PEP 3141.'],
  ['reprlib', 'reprlib', 'Redo the builtin repr() (representation) but with limits on most sizes.'],
  ['statistics', 'statistics', 'Basic statistics module.'],
  ['string', 'string', 'A collection of string constants.'],
  ['textwrap', 'textwrap', 'Text wrapping and filling.'],
  ['typing', 'typing', 'The typing module: Support for gradual typing as defined by PEP 484 and subsequent PEPs.'],
  ['types', 'types', "Define names for built-in types that aren't directly accessible as a builtin."],
  [
    'unittest',
    'unittest',
    "Python unit testing framework, based on Erich Gamma's JUnit and Kent Beck's Smalltalk testing framework.",
  ],
  ['warnings', 'warnings', 'Python part of the warnings subsystem.'],
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
  arrayModule,
  bisectModule,
  cmathModule,
  collectionsModule,
  functoolsModule,
  heapqModule,
  itertoolsModule,
  jsonModule,
  linecacheModule,
  mathModule,
  operatorModule,
  randomModule,
  reModule,
  structModule,
  timeModule,
  typeNamesModule,
  tracebackModule,
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
