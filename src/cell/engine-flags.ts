/**
 * Settings of the host's JavaScript engine. The run loop is one large function with hundreds of small calls in it; V8's default budget for inlining is spent after
 * the first few, and a strategy's retain and release would stay calls. Results do not depend on these settings, only speed does.
 */
import { setFlagsFromString } from 'node:v8';

/** Call before the first cell of a thread runs. */
export function raiseInliningBudget(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=20000');
  setFlagsFromString('--max-inlined-bytecode-size-small-total=60000');
}
