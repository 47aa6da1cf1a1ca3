/** How bytecode is run. Nothing but time depends on it. */

/** `loop`: all of it interpreted; `translated`: all of it translated to JavaScript after its first call; `auto`: what is hot. */
export type Engine = 'auto' | 'loop' | 'translated';

/** Calls, and polls worth as many, after which a code object is translated. 2^30 is more than any run lives to see. */
const CALLS: Readonly<Record<Engine, number>> = { auto: 60, loop: 2 ** 30, translated: 1 };

export function callsBeforeTranslation(engine: Engine): number {
  return CALLS[engine];
}
