/** The Python versions heaplab can be, and what differs between them as far as a program that watches its memory can tell. Observed on 3.12.1 and 3.13.0. */
import type { ProgramStart } from '../heap/strategy.ts';

export type PythonVersion = '3.12' | '3.13';

export interface VersionFacts {
  readonly name: PythonVersion;
  readonly minor: number;
  readonly micro: number;
  /** sys.hexversion */
  readonly hex: number;
  /** Thresholds of the cycle collector. */
  readonly thresholds: readonly [number, number, number];
  /** The collector's books when a program begins: collections of the youngest generation so far, what they found, and allocations since the last. */
  readonly start: ProgramStart;
  /** Is it known what its compiler leaves in the free lists (start-state.ts)? */
  readonly compilerTraces: boolean;
  /** Are interned strings immortal? 3.13 made them mortal again. */
  readonly internedImmortal: boolean;
  /** Do classes have `__static_attributes__` and `__firstlineno__`? */
  readonly classNotes: boolean;
}

const FACTS: Readonly<Record<PythonVersion, VersionFacts>> = {
  '3.12': {
    name: '3.12',
    minor: 12,
    micro: 1,
    hex: 0x030c01f0,
    thresholds: [700, 10, 10],
    start: { collections: 4, collected: 24, youngCount: 669, objects: 4974 },
    compilerTraces: false,
    internedImmortal: true,
    classNotes: false,
  },
  '3.13': {
    name: '3.13',
    minor: 13,
    micro: 0,
    hex: 0x030d00f0,
    thresholds: [2000, 10, 10],
    start: { collections: 3, collected: 24, youngCount: 3, objects: 5065 },
    compilerTraces: true,
    internedImmortal: false,
    classNotes: true,
  },
};

export const PYTHON_VERSIONS: readonly PythonVersion[] = ['3.12', '3.13'];
export const DEFAULT_PYTHON: PythonVersion = '3.13';

export function versionFacts(version: PythonVersion): VersionFacts {
  return FACTS[version];
}
