import { PyValueProblem } from '../numeric/problem.ts';
import { type ByteEncoding, byteEncodingOf, pageNameOf } from './byte-encodings.ts';

/** The codecs of this machine, by the names that error messages show. */
export type CodecName =
  | 'ascii'
  | 'latin-1'
  | 'utf-8'
  | 'utf-8-sig'
  | 'utf-16'
  | 'utf-16-be'
  | 'utf-16-le'
  | 'utf-32'
  | 'utf-32-be'
  | 'utf-32-le'
  | 'unicode-escape'
  | 'raw-unicode-escape'
  | 'charmap';

const aliases: Readonly<Partial<Record<CodecName, string>>> = {
  ascii:
    'ascii us_ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us',
  'latin-1': 'latin_1 latin1 latin l1 8859 cp819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 csisolatin1 ibm819',
  'utf-8': 'utf_8 utf8 u8 utf cp65001 utf8_ucs2 utf8_ucs4',
  'utf-8-sig': 'utf_8_sig',
  'utf-16': 'utf_16 utf16 u16',
  'utf-16-be': 'utf_16_be utf_16be unicodebigunmarked',
  'utf-16-le': 'utf_16_le utf_16le unicodelittleunmarked',
  'utf-32': 'utf_32 utf32 u32',
  'utf-32-be': 'utf_32_be utf_32be',
  'utf-32-le': 'utf_32_le utf_32le',
  'unicode-escape': 'unicode_escape unicodeescape',
  'raw-unicode-escape': 'raw_unicode_escape rawunicodeescape',
};

const codecs = new Map<string, CodecName>();
for (const [codec, names] of Object.entries(aliases)) for (const name of names.split(' ')) codecs.set(name, codec as CodecName);

/** The name under which the module codecs shows an encoding; null for one that the machine does not know. */
export function shownCodecName(encoding: string): string | null {
  const key = codecKey(encoding);
  const name = codecs.get(key) ?? pageNameOf(key)?.replaceAll('_', '-') ?? null;
  return name === 'latin-1' ? 'iso8859-1' : name;
}

export interface Codec {
  readonly name: CodecName;
  /** Of `charmap`; null for the others. */
  readonly page: ByteEncoding | null;
}

function codecKey(encoding: string): string {
  return encoding.toLowerCase().replace(/[-\s_]+/g, '_');
}

/** The codec of an encoding name: case, hyphens and blanks do not matter. LookupError for an unknown one. */
export function codecOf(encoding: string): Codec {
  const key = codecKey(encoding);
  const name = codecs.get(key);
  if (name !== undefined) return { name, page: null };
  const page = byteEncodingOf(key);
  if (page === null) throw new PyValueProblem('LookupError', `unknown encoding: ${encoding}`);
  return { name: 'charmap', page };
}
