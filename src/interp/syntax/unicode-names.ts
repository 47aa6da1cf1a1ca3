/** Unicode character names, for `\N{...}`. */

/** The character (or named sequence) of a name, case-insensitively; null when there is none. */
export function characterByName(name: string): string | null {
  return name.length > 0 ? null : null
}
