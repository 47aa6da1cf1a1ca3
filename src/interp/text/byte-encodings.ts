/** Encodings of one byte a character, by any of their names. */
import { codePages } from './code-pages.ts';

/** What a byte without meaning stands for in a page. */
const UNDEFINED = 0xfffe;

export interface ByteEncoding {
  /** Code point of each byte; -1 for a byte without meaning. */
  readonly codePoints: Int32Array;
  /** Byte of each code point that has one. */
  readonly bytes: ReadonlyMap<number, number>;
}

const pageNames = new Map<string, string>();
for (const [name, { aliases }] of Object.entries(codePages)) {
  for (const alias of [name, ...aliases.split(' ')]) if (alias !== '') pageNames.set(alias, name);
}
const made = new Map<string, ByteEncoding>();

/** The name of the page with a name or alias in lower case, its words divided by `_`. */
export function pageNameOf(name: string): string | undefined {
  return pageNames.get(name);
}

/** `name` as for pageNameOf; null when no page has it. */
export function byteEncodingOf(name: string): ByteEncoding | null {
  const page = pageNames.get(name);
  if (page === undefined) return null;
  let encoding = made.get(page);
  if (encoding === undefined) {
    encoding = byteEncoding(codePages[page]!.characters);
    made.set(page, encoding);
  }
  return encoding;
}

function byteEncoding(characters: string): ByteEncoding {
  const codePoints = Int32Array.from({ length: 256 }, (_, byte) => byte);
  const bytes = new Map<number, number>();
  const first = 256 - characters.length;
  for (let byte = 0; byte < 256; byte++) {
    if (byte >= first) {
      const codePoint = characters.charCodeAt(byte - first);
      codePoints[byte] = codePoint === UNDEFINED ? -1 : codePoint;
    }
    if (codePoints[byte] >= 0) bytes.set(codePoints[byte], byte);
  }
  return { codePoints, bytes };
}
