/**
 * Cost profiles: what each event of the clock costs in cycles. They are data, in reports/profiles/NAME-VERSION.json; a user's own file is read the same way. No
 * profile claims milliseconds.
 *
 * Every cost is a multiple of 1/16 cycle, so that sums of products with whole counts are exact in a double: any order of summation gives the same
 * digits, and a part subtracted from its whole leaves exactly the rest.
 */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { packageFile } from '../base/package-files.ts';
import { EVENTS, type EventName } from '../heap/clock.ts';

/** Plain data: it crosses the border of a worker thread. */
export interface CostProfile {
  /** `name-version@hash`: what runs.csv says. The hash is of the costs and what is calibrated, not of the file's white space. */
  readonly id: string;
  /** Strategies whose costs were fitted against a real machine. */
  readonly calibrated: readonly string[];
  readonly cycles: Readonly<Record<EventName, number>>;
  /** Does it charge misses of a simulated cache? Then they must be counted while the program runs. */
  readonly cache: boolean;
}

/** Costs are multiples of 1 / this. */
const UNITS_A_CYCLE = 16;
const MOST_CYCLES = 1_000_000;
const folder = packageFile('reports/profiles/');
const suffix = '.json';

export const defaultProfileName = 'flat-1';

/** Names of the profiles that come with heaplab, sorted. */
export function profileNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

/**
 * A profile by name (`flat-1`, or `flat` for its newest version), or from a file when `name` ends in .json. Throws a UserError that says what is wrong
 * with the file.
 */
export function loadProfile(name: string): CostProfile {
  if (name.endsWith(suffix)) return parseProfile(readText(name), name);
  const names = profileNames();
  const newest = names.filter((known) => known.replace(/-\d+$/, '') === name).at(-1);
  const chosen = names.includes(name) ? name : newest;
  if (chosen === undefined) {
    const nearest = nearestName(name, names);
    throw new UserError(`there is no cost profile '${name}'${nearest === null ? '' : `: did you mean '${nearest}'?`}`, {
      hint: `there are ${names.join(', ')}; a file of your own is named by its path and ends in .json`,
    });
  }
  return parseProfile(readFileSync(new URL(`${chosen}${suffix}`, folder), 'utf8'), `${chosen}${suffix}`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(`the cost profile '${path}' cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads the text of a profile; `where` names it in errors. */
export function parseProfile(text: string, where: string): CostProfile {
  const refuse = (what: string): never => {
    throw new UserError(`cost profile ${where}: ${what}`, { hint: 'start from a copy of reports/profiles/flat-1.json' });
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refuse(`not valid JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  if (!isRecord(value)) return refuse('an object was expected');
  const { name, version, description, calibrated, costs, ...others } = value;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) refuse(`it has a field '${unknown}' that no profile has`);
  if (typeof name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name)) refuse('name must be lower-case words');
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    refuse('version must be a whole number from 1');
  if (description !== undefined && typeof description !== 'string') refuse('description must be text');
  if (!Array.isArray(calibrated) || !calibrated.every((entry) => typeof entry === 'string')) {
    return refuse('calibrated must be a list of strategies, empty when nothing is');
  }
  if (!isRecord(costs)) return refuse('costs must be an object of event: cycles');
  const names = EVENTS.map((event) => event.name);
  for (const key of Object.keys(costs)) {
    if ((names as readonly string[]).includes(key)) continue;
    const nearest = nearestName(key, names);
    refuse(`there is no event '${key}'${nearest === null ? '' : `; did you mean '${nearest}'?`}`);
  }
  const cycles = {} as Record<EventName, number>;
  for (const event of names) {
    const cost = costs[event] ?? (optionalEvents.has(event) ? 0 : undefined);
    if (typeof cost !== 'number') return refuse(`costs.${event} is missing or not a number`);
    if (!(cost >= 0 && cost <= MOST_CYCLES)) refuse(`costs.${event} is ${cost}; it must be 0..${MOST_CYCLES}`);
    if (!Number.isInteger(cost * UNITS_A_CYCLE))
      refuse(`costs.${event} is ${cost}; it must be a multiple of 1/${UNITS_A_CYCLE} cycle`);
    cycles[event] = cost;
  }
  const sorted = [...calibrated].sort();
  const hash = createHash('sha256')
    .update(JSON.stringify({ name, version, calibrated: sorted, cycles }))
    .digest('hex');
  return {
    id: `${name}-${version}@${hash.slice(0, 12)}`,
    calibrated: sorted,
    cycles,
    cache: [...optionalEvents].some((event) => cycles[event as EventName] > 0),
  };
}

/** Events that a profile may leave out: they cost nothing then. */
const optionalEvents: ReadonlySet<string> = new Set(['collector_l2_hit', 'collector_miss']);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Costs in the order of EVENTS. */
export function costVector(profile: CostProfile): Float64Array {
  return Float64Array.from(EVENTS, (event) => profile.cycles[event.name]);
}

/** Cycles of a vector of event counts; exact. */
export function cyclesOf(costs: Float64Array, counts: ArrayLike<number>): number {
  let total = 0;
  for (let event = 0; event < costs.length; event++) total += counts[event]! * costs[event]!;
  return total;
}

/** Does the profile's fit cover this strategy? Every other figure in cycles is a model that nothing has checked. */
export function isCalibrated(profile: CostProfile, strategy: string): boolean {
  return profile.calibrated.includes(strategy);
}
