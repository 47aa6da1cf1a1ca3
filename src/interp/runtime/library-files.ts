/**
 * The file names of library modules written in Python, as code objects and tracebacks show them: CPython's form for modules that have no file. Their
 * source is ours and not CPython's, so tracebacks show no line of it.
 */

/** Modules that are native code in CPython, at least where errors come from: their functions have no frames there. */
const NATIVE = [
  '_asyncio_events',
  '_files',
  '_thread',
  'atexit',
  'binascii',
  'bisect',
  'contextvars',
  'datetime',
  'decimal',
  'heapq',
  'io',
  'math',
  'operator',
  'pickle',
  'struct',
  'time',
  'unicodedata',
  'warnings',
  'zlib',
];

/** Of modules that are Python there: the functions and classes that are native, by the first or the last part of their qualified name. */
const NATIVE_PARTS: Readonly<Record<string, string>> = {
  csv: '_Reader _Writer _Rules _rules _is_number reader writer register_dialect unregister_dialect get_dialect list_dialects field_size_limit',
  os:
    'chdir listdir mkdir rmdir remove rename symlink link readlink stat lstat fstat access chmod utime truncate DirEntry _Scan scandir open read write ' +
    'lseek close ftruncate fsync isatty strerror get_terminal_size _stat_of _stream_of _refuse',
  queue: 'SimpleQueue',
  typing: '__bound__ __constraints__ __default__ __value__',
};

/** The file name of library module `name`. */
export function libraryFile(name: string): string {
  return `<frozen ${name}>`;
}

const hidden: ReadonlySet<string> = new Set(NATIVE.map(libraryFile));
const hiddenParts: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(NATIVE_PARTS).map(([name, parts]) => [libraryFile(name), new Set(parts.split(' '))]),
);

/** Do frames of this function stay out of tracebacks? */
export function isHidden({ filename, qualname }: { readonly filename: string; readonly qualname: string }): boolean {
  if (hidden.has(filename)) return true;
  const parts = hiddenParts.get(filename);
  if (parts === undefined) return false;
  const names = qualname.split('.');
  return parts.has(names[0]!) || parts.has(names.at(-1)!);
}
