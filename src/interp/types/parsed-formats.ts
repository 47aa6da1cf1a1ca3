/** A cache of parsed format strings: programs use few formats, each many times. It holds host values only and forgets all when it is full. */

/** Gives the parsed form of a text. */
export type ParsedFormats<T> = (text: string) => T;

const MOST = 512;

export function parsedFormats<T>(parse: (text: string) => T): ParsedFormats<T> {
  const known = new Map<string, T>();
  return (text) => {
    let parsed = known.get(text);
    if (parsed === undefined) {
      parsed = parse(text);
      if (known.size >= MOST) known.clear();
      known.set(text, parsed);
    }
    return parsed;
  };
}
