/** The gc module's view of a strategy without generations: as CPython with its collector disabled, but counting what ran. */
import type { Address } from '../../heap/memory.ts';
import type { GcInterface } from '../../heap/strategy.ts';

export class IdleGc implements GcInterface {
  enabled = true;
  thresholds: [number, number, number] = [2000, 10, 10];
  debug = 0;
  onGarbage: ((object: Address) => void) | null = null;
  onPhase: GcInterface['onPhase'] = null;
  reporter: GcInterface['reporter'] = null;
  private readonly full: [number, number, number] = [0, 0, 0];
  private readonly listed: () => Address[];

  /** `listed` gives the objects that gc.get_objects() shows. */
  constructor(listed: () => Address[]) {
    this.listed = listed;
  }

  counts(): [number, number, number] {
    return [0, 0, 0];
  }
  stats(): [number, number, number][] {
    return [[0, 0, 0], [0, 0, 0], [...this.full]];
  }
  isTracked(_object: Address): boolean {
    return false;
  }
  freeze(): void {}
  unfreeze(): void {}
  freezeCount(): number {
    return 0;
  }
  objects(generation: number): Address[] {
    return generation === -1 || generation === 2 ? this.listed() : [];
  }

  /** Notes one full collection. */
  note(collected: number): void {
    this.full[0]++;
    this.full[1] += collected;
  }
}
