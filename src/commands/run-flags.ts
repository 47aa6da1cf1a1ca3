import * as Flags from '@oclif/core/flags';
import { DEFAULT_PYTHON, PYTHON_VERSIONS } from '../interp/python-version.ts';

/** Flags of every command that runs programs. Values are read by shootout/choices, so that their errors are ours. */
export const runFlags = {
  param: Flags.string({
    char: 'p',
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'NAME=VALUE',
    summary: 'set a parameter of the workload; may be repeated',
  }),
  allocator: Flags.string({ helpValue: 'NAME', summary: 'swap the allocator under a strategy that does not move objects' }),
  heap: Flags.string({ default: '256m', helpValue: 'SIZE', summary: 'heap limit, such as 8m or 1g' }),
  stack: Flags.string({ default: '8m', helpValue: 'SIZE', summary: 'size of the stack region' }),
  steps: Flags.string({ default: '1_000_000_000', helpValue: 'N', summary: 'end a program after this many bytecodes' }),
  'cost-profile': Flags.string({
    default: 'flat-1',
    helpValue: 'NAME',
    summary: 'what events cost in cycles: a profile by name, or a file that ends in .json',
  }),
  oracle: Flags.boolean({
    summary: 'follow every object: exact lifetimes, drag, reclaim delays, leaks; slower, never charged',
  }),
  python: Flags.string({
    default: DEFAULT_PYTHON,
    options: [...PYTHON_VERSIONS],
    summary: 'be this Python: thresholds and rules of memory, sys.version_info',
  }),
  out: Flags.string({ char: 'o', helpValue: 'DIR', summary: 'write the run folder here' }),
  force: Flags.boolean({ summary: 'replace the run folder that is already there' }),
  verify: Flags.boolean({ summary: 'check the whole heap after each collection and at the end' }),
  stress: Flags.string({ default: '0', helpValue: 'N', summary: 'collect at every N-th safepoint; 0 is off' }),
} as const;
