/** What the oracle learns of lives, gathered into the rows of lifetimes.csv, survival.csv, delays.csv and leaks.csv while the program runs. */
import type { DelayRow, DemographicsRow, LeakRow, LifetimeRow, SurvivalRow } from '../results/rows.ts';

export interface OracleRows {
  readonly lifetimes: readonly LifetimeRow[];
  readonly survival: readonly SurvivalRow[];
  readonly delays: readonly DelayRow[];
  readonly leaks: readonly LeakRow[];
  readonly demographics: readonly DemographicsRow[];
}

/** Ages at which the survival table has a step: this many in each doubling. */
const STEPS_A_DOUBLING = 4;

interface Tally {
  objects: number;
  bytes: number;
  censored: number;
  area: number;
}

/** n with 2^(n-1) <= value < 2^n; 0 for 0. */
export function log2Class(value: number): number {
  return value < 1 ? 0 : Math.floor(Math.log2(value)) + 1;
}

class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

export class LifeTable {
  private readonly sites = new Names();
  private readonly types = new Names();
  private readonly lives = new Map<number, Tally>();
  private readonly ages = new Map<number, { died: number; censored: number }>();
  private readonly delays = new Map<string, Map<number, Tally>>();
  private readonly leaks = new Map<string, Tally>();
  /** Objects by size. */
  private readonly sizes = new Map<number, number>();
  private references = 0;
  private stores = 0;
  private oldYoungStores = 0;

  site(name: string): number {
    return this.sites.number(name);
  }
  type(name: string): number {
    return this.types.number(name);
  }

  /** A life of `life` bytes of clock A; `censored`: it went on when the program ended. */
  noteLife(site: number, type: number, life: number, size: number, censored: boolean): void {
    const tally = at(this.lives, ((site * 65536 + type) * 64 + log2Class(life)) * 64 + log2Class(size));
    tally.objects++;
    tally.bytes += size;
    if (censored) tally.censored++;
    this.sizes.set(size, (this.sizes.get(size) ?? 0) + 1);
    const step = stepOf(life);
    let age = this.ages.get(step);
    if (age === undefined) this.ages.set(step, (age = { died: 0, censored: 0 }));
    if (censored) age.censored += size;
    else age.died += size;
  }

  /** References that a dead object, or one at the end, holds. */
  noteReferences(references: number): void {
    this.references += references;
  }
  /** A store into an object; `oldYoung`: of a reference to a younger one. */
  noteStore(oldYoung: boolean): void {
    this.stores++;
    if (oldYoung) this.oldYoungStores++;
  }
  noteDrag(size: number, delay: number): void {
    this.noteDelay('drag', size, delay);
  }
  noteReclaim(size: number, delay: number): void {
    this.noteDelay('reclaim', size, delay);
  }
  noteUnreclaimed(size: number, delay: number): void {
    this.noteDelay('unreclaimed', size, delay);
  }

  noteLeak(cause: LeakRow['cause'], site: number, type: number, size: number): void {
    const tally = at(this.leaks, `${cause}\n${site}\n${type}`);
    tally.objects++;
    tally.bytes += size;
  }

  private noteDelay(what: DelayRow['what'], size: number, delay: number): void {
    let classes = this.delays.get(what);
    if (classes === undefined) this.delays.set(what, (classes = new Map()));
    const tally = at(classes, log2Class(delay));
    tally.objects++;
    tally.bytes += size;
    tally.area += size * delay;
  }

  private demographics(run_id: string, allocatedBytes: number): DemographicsRow {
    const sizes = [...this.sizes].sort(([a], [b]) => a - b);
    const objects = sizes.reduce((sum, [, count]) => sum + count, 0);
    const rank = (share: number): number => {
      let left = Math.ceil(share * objects);
      for (const [size, count] of sizes) if ((left -= count) <= 0) return size;
      return 0;
    };
    const { references, stores } = this;
    return {
      run_id,
      objects,
      bytes: sizes.reduce((sum, [size, count]) => sum + size * count, 0),
      size_p10: rank(0.1),
      size_p50: rank(0.5),
      size_p90: rank(0.9),
      references,
      references_per_object: share(references, objects),
      stores,
      stores_per_byte: share(stores, allocatedBytes),
      old_young_stores: this.oldYoungStores,
    };
  }

  /** `allocatedBytes` is clock A at the end. */
  rows(run_id: string, allocatedBytes: number): OracleRows {
    const lifetimes = [...this.lives].map(([key, { objects, bytes, censored }]): LifetimeRow => {
      const log2_size = key % 64;
      const log2_life = Math.floor(key / 64) % 64;
      const type = this.types.list[Math.floor(key / 4096) % 65536]!;
      const site = this.sites.list[Math.floor(key / 4096 / 65536)]!;
      return { run_id, site, type, log2_life, log2_size, objects, bytes, censored };
    });
    lifetimes.sort(
      (a, b) => compare(a.site, b.site) || compare(a.type, b.type) || a.log2_life - b.log2_life || a.log2_size - b.log2_size,
    );
    const delays = (['drag', 'reclaim', 'unreclaimed'] as const).flatMap((what) =>
      [...(this.delays.get(what) ?? [])]
        .sort(([a], [b]) => a - b)
        .map(([log2_b, { objects, bytes, area }]): DelayRow => ({ run_id, what, log2_b, objects, bytes, area })),
    );
    const leaks = [...this.leaks].map(([key, { objects, bytes }]): LeakRow => {
      const [cause = '', site = '', type = ''] = key.split('\n');
      return {
        run_id,
        cause: cause as LeakRow['cause'],
        site: this.sites.list[Number(site)] ?? '<start-up>',
        type: this.types.list[Number(type)] ?? '?',
        objects,
        bytes,
      };
    });
    leaks.sort((a, b) => compare(a.cause, b.cause) || b.bytes - a.bytes || compare(a.site, b.site) || compare(a.type, b.type));
    return {
      lifetimes,
      survival: this.survival(run_id),
      delays,
      leaks,
      demographics: [this.demographics(run_id, allocatedBytes)],
    };
  }

  /**
   * The life table of survival analysis: within a step those that are censored count for half. Source: Kaplan and Meier (1958), section 2, for the grouped ("actuarial")
   * form of their estimate.
   */
  private survival(run_id: string): SurvivalRow[] {
    let atRisk = 0;
    for (const { died, censored } of this.ages.values()) atRisk += died + censored;
    let share = 1;
    return [...this.ages]
      .sort(([a], [b]) => a - b)
      .map(([step, { died, censored }]): SurvivalRow => {
        const exposed = atRisk - censored / 2;
        if (exposed > 0) share *= 1 - died / exposed;
        const row = { run_id, age: ageOf(step), at_risk_b: atRisk, survival: Math.round(share * 1e6) / 1e6 };
        atRisk -= died + censored;
        return row;
      });
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1e6) / 1e6;
}

/** Step 0 is age 0; step n ends at 2^(n / STEPS_A_DOUBLING) bytes. */
function stepOf(life: number): number {
  if (life < 1) return 0;
  let step = Math.max(1, Math.floor(Math.log2(life) * STEPS_A_DOUBLING));
  while (ageOf(step) <= life) step++;
  return step;
}

/** Upper end of a step in bytes, exclusive; 0 for step 0. Powers of two are exact on every host, and so are the roots of two between them. */
function ageOf(step: number): number {
  if (step === 0) return 0;
  const whole = Math.floor(step / STEPS_A_DOUBLING);
  return Math.ceil(2 ** whole * quarters[step % STEPS_A_DOUBLING]!);
}

/** 2^(k/4), k = 0..3. */
const quarters = [1, 1.189207115002721, Math.SQRT2, 1.6817928305074292] as const;

function at<K>(tallies: Map<K, Tally>, key: K): Tally {
  let tally = tallies.get(key);
  if (tally === undefined) tallies.set(key, (tally = { objects: 0, bytes: 0, censored: 0, area: 0 }));
  return tally;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
