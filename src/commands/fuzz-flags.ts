import * as Flags from '@oclif/core/flags';

/** Flags that commands of the fuzzer share. */
export const benchFlags = {
  python: Flags.string({
    helpValue: 'PATH',
    summary: 'a CPython 3.13 to compare output with [default: python3.13, when there is one]',
  }),
  fault: Flags.string({ helpValue: 'NAME', summary: 'plant a fault of the catalogue; heaplab fuzz selftest lists them' }),
} as const;
