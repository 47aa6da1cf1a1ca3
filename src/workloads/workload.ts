/** What a workload is: a Python program with a purpose and whole-number parameters. */

export interface WorkloadParam {
  /** Lower case with underscores; the constant of the program in lower case. */
  readonly name: string;
  /** The size that takes CPython 3.13 about 0.2 to 0.8 s on a machine of 2024. */
  readonly default: number;
  /** A value for tests: with all parameters small CPython needs less than 20 ms. */
  readonly small: number;
  /** Both bounds are included. */
  readonly min: number;
  readonly max: number;
  readonly meaning: string;
}

/**
 * What the output of a program depends on. `nothing`: it is the same under every strategy. `time of death`: it shows when objects
 * die (weak references, finalizers, reused ids, reference counts), so only a strategy that counts references and collects
 * cycles prints what CPython prints.
 */
export type Observes = 'nothing' | 'time of death';

/** scripted: a .py file · tutorial: a short .py file for one idea · random: emitted from a seed. */
export type WorkloadKind = 'scripted' | 'tutorial' | 'random';

export interface Workload {
  readonly name: string;
  readonly kind: WorkloadKind;
  /** One sentence without a full stop at its end. */
  readonly title: string;
  readonly purpose: string;
  /** Tags in the field's words, such as `cycles` or `short lives`. */
  readonly exercises: readonly string[];
  readonly observes: Observes;
  /** The paper, benchmark or PEP it follows; null for programs that follow none. */
  readonly source: string | null;
  /** The name of the program in tracebacks and run folders: no folder, the same on every machine. */
  readonly fileName: string;
  /** Absolute path of the .py file; null for a random workload, which has none. */
  readonly filePath: string | null;
  readonly params: readonly WorkloadParam[];
  /** The program's text for a complete and checked set of values. */
  readonly emit: (values: ParamValues) => string;
}

/** A value for each parameter of a workload, in the order of `params`. */
export type ParamValues = Readonly<Record<string, number>>;
