/** Every module a program can import, and those that heaplab refuses. */
import { abcModule } from './abc.ts';
import { arrayModule } from './array/array.ts';
import { astModule } from './ast.ts';
import { bisectModule } from './bisect.ts';
import { cmathModule } from './cmath.ts';
import { codecsModule } from './codecs.ts';
import { collectionsModule } from './collections/collections.ts';
import { digestModule } from './digest.ts';
import { filesModule } from './files.ts';
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
import { unicodedataModule } from './unicodedata.ts';

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

/** Further modules in Python text, whose docstring stands in the file; the name of the file where it differs from the module's. */
const MORE_PYTHON_MODULES: readonly (string | readonly [name: string, file: string])[] = [
  '_builtin_signatures',
  '_codecs',
  '_functools',
  '_help',
  '_operator',
  '_collections_abc',
  '_thread',
  '_weakrefset',
  'argparse',
  'base64',
  'binascii',
  'calendar',
  'cmd',
  'colorsys',
  'concurrent',
  ['concurrent.futures', 'concurrent_futures'],
  'configparser',
  'contextvars',
  'csv',
  'doctest',
  'errno',
  'fnmatch',
  'getopt',
  'getpass',
  'gettext',
  'glob',
  'graphlib',
  'gzip',
  'hashlib',
  'hmac',
  ['importlib.abc', 'importlib_abc'],
  ['importlib.machinery', 'importlib_machinery'],
  ['importlib.metadata', 'importlib_metadata'],
  ['importlib.util', 'importlib_util'],
  'ipaddress',
  ['json.decoder', 'json_decoder'],
  ['json.encoder', 'json_encoder'],
  'html',
  ['html.entities', 'html_entities'],
  ['html.parser', 'html_parser'],
  'locale',
  'logging',
  ['logging.handlers', 'logging_handlers'],
  'optparse',
  'os',
  'pathlib',
  'pickle',
  'platform',
  'posixpath',
  'queue',
  'sched',
  'secrets',
  'shlex',
  'shutil',
  'stat',
  'tempfile',
  'threading',
  'timeit',
  'tomllib',
  'xml',
  ['xml.etree', 'xml_etree'],
  ['xml.etree.ElementTree', 'xml_etree_elementtree'],
  'token',
  'tokenize',
  ['unittest.mock', 'unittest_mock'],
  'urllib',
  ['urllib.parse', 'urllib_parse'],
  'uuid',
  'zlib',
];

function pythonModule(name: string, file: string, doc?: string): ModuleSpec {
  return {
    name,
    ...(doc === undefined ? {} : { doc }),
    get python() {
      return pythonSource(file);
    },
  };
}

export const moduleSpecs: readonly ModuleSpec[] = [
  abcModule,
  arrayModule,
  astModule,
  bisectModule,
  cmathModule,
  codecsModule,
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
  unicodedataModule,
  tracebackModule,
  digestModule,
  filesModule,
  ...PYTHON_MODULES.map(([name, file, doc]) => pythonModule(name, file, doc)),
  ...MORE_PYTHON_MODULES.map((each) => (typeof each === 'string' ? pythonModule(each, each) : pythonModule(each[0], each[1]))),
];

/** What CPython has compiled in or has loaded before a program begins: files of the program with these names hide nothing. */
const FIXED = new Set(
  'abc array atexit builtins cmath codecs errno gc io itertools math os os.path posixpath stat sys time _thread unicodedata zlib'.split(
    ' ',
  ),
);

/** Modules of the library that a file of the program with the same name takes the place of. */
export const hidable: ReadonlySet<string> = new Set(
  moduleSpecs.map((each) => each.name).filter((name) => !FIXED.has(name) && !name.startsWith('_')),
);

const NO_HOST = 'programs have no access to files, processes or the network of the host';
const NO_THREADS = 'programs run on one thread of a deterministic machine';
const NO_NATIVE = 'it is about native code or memory of CPython itself';
const NO_DATA = 'it reads data of the system that programs here do not see';
const PRIVATE = 'it is a part of CPython that its own library uses';
const NOT_YET = 'heaplab does not have this module yet';

function refuse(names: string, why: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, why]));
}

/** Why a module of CPython's library cannot be imported: a clause that goes on after "heaplab has no module 'x': ". */
export const refusedModules: Readonly<Record<string, string>> = {
  ...refuse(
    'posix fileinput filecmp zipfile tarfile bz2 lzma sqlite3 dbm shelve ' +
      'subprocess socket ssl select selectors socketserver http http.client http.server urllib.request ftplib smtplib ' +
      'email imaplib poplib xmlrpc webbrowser mmap fcntl pwd grp resource termios tty pty signal curses readline tkinter turtle ' +
      'ctypes msvcrt winreg syslog',
    NO_HOST,
  ),
  ...refuse('multiprocessing', NO_THREADS),
  ...refuse(
    'antigravity compileall ensurepip idlelib mailbox netrc ntpath nturl2path py_compile runpy site sysconfig turtledemo venv wave winsound wsgiref ' +
      'zipapp zipimport http.client http.cookies urllib.error urllib.response xmlrpc.client',
    NO_HOST,
  ),
  ...refuse('encodings zoneinfo mimetypes', NO_DATA),
  ...refuse(
    'code codeop genericpath importlib.resources modulefinder pkgutil plistlib pyclbr pydoc pydoc_data pyexpat quopri rlcompleter stringprep symtable tabnanny ' +
      'this xml.dom xml.sax xml.parsers',
    NOT_YET,
  ),
  ...refuse('opcode pickletools sre_compile sre_constants sre_parse', PRIVATE),
  ...refuse(
    '_abc _aix_support _android_support _apple_support _ast _asyncio _bisect _blake2 _bz2 _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw ' +
      '_collections _colorize _compat_pickle _compression _contextvars _csv _curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib ' +
      '_frozen_importlib_external _gdbm _hashlib _heapq _imp _interpchannels _interpqueues _interpreters _io _ios_support _json _locale _lsprof ' +
      '_lzma _markupbase _md5 _multibytecodec _multiprocessing _opcode _opcode_metadata _osx_support _overlapped _pickle _posixshmem ' +
      '_posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong _pyrepl _queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket ' +
      '_sqlite3 _sre _ssl _stat _statistics _string _struct _suggestions _symtable _sysconfig _threading_local _tkinter _tokenize _tracemalloc _typing ' +
      '_uuid _warnings _weakref _winapi _wmi _zoneinfo',
    PRIVATE,
  ),
  ...refuse('ctypes _ctypes tracemalloc faulthandler cProfile profile pstats pdb bdb trace marshal dis', NO_NATIVE),
};
