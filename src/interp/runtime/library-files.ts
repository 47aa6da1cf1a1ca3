/**
 * The file names of library modules written in Python, as code objects and tracebacks show them: CPython's form for modules that have no file. Their
 * source is ours and not CPython's, so tracebacks show no line of it.
 */

/** Modules that are native code in CPython, at least where errors come from: their functions have no frames there. */
const NATIVE = [
  '_asyncio_events',
  'atexit',
  'bisect',
  'datetime',
  'decimal',
  'heapq',
  'io',
  'math',
  'operator',
  'struct',
  'time',
  'warnings',
];

/** The file name of library module `name`. */
export function libraryFile(name: string): string {
  return `<frozen ${name}>`;
}

const hidden: ReadonlySet<string> = new Set(NATIVE.map(libraryFile));

/** Do frames of this file stay out of tracebacks? */
export function isHiddenFile(filename: string): boolean {
  return hidden.has(filename);
}
