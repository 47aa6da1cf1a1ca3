import { PyValueProblem } from '../numeric/problem.ts';

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
  | 'utf-32-le';

const aliases: Readonly<Record<CodecName, string>> = {
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
};

const codecs = new Map<string, CodecName>();
for (const [codec, names] of Object.entries(aliases)) for (const name of names.split(' ')) codecs.set(name, codec as CodecName);

/** The codec of an encoding name: case, hyphens and blanks do not matter. LookupError for an unknown one. */
export function codecOf(encoding: string): CodecName {
  const codec = codecs.get(encoding.toLowerCase().replace(/[-\s_]+/g, '_'));
  if (codec === undefined) throw new PyValueProblem('LookupError', `unknown encoding: ${encoding}`);
  return codec;
}
