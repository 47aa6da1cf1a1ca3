import type { Hook } from '@oclif/core/hooks';
import { exitCodes } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';

/** Names the command that was probably meant. Never asks back: a script would hang on a question. */
export const commandNotFound: Hook.CommandNotFound = async ({ config, id }) => {
  const nearest = nearestName(id, config.commandIDs);
  const hint =
    nearest === null ? `the commands are: ${config.commandIDs.join(', ')}` : `did you mean '${config.bin} ${nearest}'?`;
  process.stderr.write(`heaplab: there is no command '${id}'\n  ${hint}\n`);
  process.exit(exitCodes.usage);
};
