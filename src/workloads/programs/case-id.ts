/** Names of generated cases: `g<generator version>:<profile>:<seed>:<index>`. */
import { UserError } from '../../base/errors.ts';

/** Raised whenever the same seed would give another program; test/workloads/programs pins it. */
export const generatorVersion = 3;

/** Which programs are drawn: `mixed` draws the tier, the others fix it. */
export const profiles = ['mixed', 'A', 'B', 'C'] as const;
export type Profile = (typeof profiles)[number];

export interface CaseId {
  readonly profile: Profile;
  readonly seed: number;
  readonly index: number;
}

export function caseName({ profile, seed, index }: CaseId): string {
  return `g${generatorVersion}:${profile}:${seed}:${index}`;
}

/** Reads `SEED:INDEX` or a full name; throws UserError when it is neither, or of another generator version. */
export function parseCaseId(text: string): CaseId {
  const parts = /^(?:g(\d+):([A-Za-z]+):)?(\d+):(\d+)$/.exec(text);
  if (parts === null) {
    throw new UserError(`'${text}' names no case: it is SEED:INDEX, such as 1:17, or g${generatorVersion}:mixed:1:17`);
  }
  const [, version, profile = 'mixed', seed, index] = parts;
  if (version !== undefined && Number(version) !== generatorVersion) {
    throw new UserError(`case '${text}' was made by generator version ${version}, this is version ${generatorVersion}`, {
      hint: 'replay the stored .py file of the finding: it does not depend on the generator',
    });
  }
  const known = profiles.find((each) => each === profile);
  if (known === undefined) throw new UserError(`unknown profile '${profile}': the profiles are ${profiles.join(', ')}`);
  return { profile: known, seed: checked(seed, 'seed'), index: checked(index, 'index') };
}

function checked(text: string, what: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number))
    throw new UserError(`${what} ${text} is too large: the most is ${Number.MAX_SAFE_INTEGER}`);
  return number;
}
