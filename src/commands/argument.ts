import * as Args from '@oclif/core/args';

/** An argument of a command. Standard input never stands for one that was left out: it is a program, or nothing. */
export const argument = Args.custom<string>({ ignoreStdin: true });
