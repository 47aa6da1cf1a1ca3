import type { Hook } from '@oclif/core/hooks';
import { exitCodes } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';

/** Names the command that was probably meant. Never asks back: a script would hang on a question. */
export const commandNotFound: Hook.CommandNotFound = async ({ config, id }) => {
  // oclif joins all words in front of the first flag, for any of them may belong to the name.
  const [first = '', second] = id.split(':');
  const commands = config.commandIDs.map((each) => each.replaceAll(':', ' '));
  const isTopic = second !== undefined && commands.some((each) => each.startsWith(`${first} `));
  const name = isTopic ? `${first} ${second}` : first;
  const nearest = nearestName(name, commands);
  const hint = nearest === null ? `the commands are: ${commands.join(', ')}` : `did you mean '${config.bin} ${nearest}'?`;
  process.stderr.write(`heaplab: there is no command '${name}'\n  ${hint}\n`);
  process.exit(exitCodes.usage);
};
