import type { CellSpec } from '../../src/cell/cell.ts';
import { defaultProfileName, loadProfile } from '../../src/cell/cost-profile.ts';

/** A cell with small limits, and some settings of its own. */
export function cellSpec(own: Partial<CellSpec>): CellSpec {
  return {
    runId: 'program.arena-pools.s1',
    programName: 'program',
    source: '',
    path: 'program.py',
    argv: [],
    params: {},
    seed: 1,
    strategy: 'arena-pools',
    allocator: 'arena-pools',
    heapBytes: 64 * 1024 * 1024,
    stepLimit: 50_000_000,
    stackBytes: 8 * 1024 * 1024,
    verify: false,
    stress: 0,
    profile: loadProfile(defaultProfileName),
    heapFactor: null,
    samples: false,
    oracle: false,
    stdin: null,
    wantStdout: true,
    ...own,
  };
}
