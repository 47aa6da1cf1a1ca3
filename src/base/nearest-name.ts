/**
 * Edit distance in which an insertion, a deletion, a substitution and a swap of two neighbours cost 1 each (optimal string
 * alignment).
 */
export function editDistance(left: string, right: string): number {
  const columns = right.length + 1;
  const rows: number[][] = [];
  for (let i = 0; i <= left.length; i++) {
    const row: number[] = new Array<number>(columns).fill(0);
    rows.push(row);
    row[0] = i;
    for (let j = 1; j < columns; j++) {
      if (i === 0) {
        row[j] = j;
        continue;
      }
      const above = rows[i - 1]!;
      const same = left[i - 1] === right[j - 1];
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      row[j] = best;
    }
  }
  return rows[left.length]![columns - 1]!;
}

/**
 * The name that a user probably meant, or null when none is near: it begins with what was typed, or at most a third of its
 * letters differ. Case, `-` and `_` do not count. The first of equally near names wins.
 */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = fold(typed);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const candidate = fold(name);
    const prefix = wanted.length >= 2 && candidate.startsWith(wanted);
    const distance = prefix ? 0.5 : editDistance(wanted, candidate);
    const allowed = prefix ? 1 : Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (distance <= allowed && distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}
