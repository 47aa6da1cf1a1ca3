import type { Capabilities, Strategy, StrategyContext } from '../heap/strategy.ts';

/** A strategy as the fuzzer needs it: an entry of the catalogue, one with a planted fault, or one of a user's own. */
export interface Contestant {
  readonly name: string;
  /** The planted fault, or an empty text. */
  readonly variant: string;
  readonly capabilities: Capabilities;
  readonly create: (context: StrategyContext) => Strategy;
  /**
   * Does the strategy hold all its state in fields of objects that it leads to? Then one that has booted is put back for the next run. One of a user's own
   * may keep state in what its functions close over, and is booted anew.
   */
  readonly restorable: boolean;
  /** Is it held to the clock's books (books.ts)? A strategy of a user's own may count what it likes. */
  readonly booksBalance: boolean;
}
