"""Writes src/interp/text/code-pages.ts from the codecs of the Python that runs it (3.13).

    python3.13 scripts/record-code-pages.py > src/interp/text/code-pages.ts
"""
import encodings.aliases
import sys

PAGES = (
    [f"cp{n}" for n in (37, 437, 500, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 1125, 1140)]
    + [f"cp{n}" for n in range(1250, 1259)]
    + [f"iso8859_{n}" for n in range(2, 17) if n != 12]
    + ["koi8_r", "koi8_t", "koi8_u", "kz1048", "hp_roman8", "mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish", "ptcp154", "tis_620"]
)
PAGES = ["cp037" if page == "cp37" else page for page in PAGES]
UNDEFINED = "\ufffe"

print("""/**
 * Encodings of one byte a character, as CPython 3.13 has them: what the bytes from 0 mean where a page is no superset of ASCII, else those from
 * 128, or from 160 where it has the control characters of Latin-1. U+FFFE stands for a byte without meaning.
 * Written by scripts/record-code-pages.py; read by byte-encodings.ts.
 */

export interface CodePage {
  /** Names besides the page's own. */
  readonly aliases: string;
  readonly characters: string;
}

export const codePages: Readonly<Record<string, CodePage>> = {""")
for page in PAGES:
    letters = "".join(bytes([byte]).decode(page, "replace").replace("\ufffd", UNDEFINED) for byte in range(256))
    start = 0 if letters[:128] != "".join(map(chr, range(128))) else 160 if letters[128:160] == "".join(map(chr, range(128, 160))) else 128
    shown = "".join(c if c.isprintable() and c not in "'\\" and not 0x590 <= ord(c) < 0x780 and not 0xFB00 <= ord(c) else f"\\u{ord(c):04x}" for c in letters[start:])
    aliases = " ".join(sorted(alias for alias, name in encodings.aliases.aliases.items() if name == page))
    print(f"  {page}: {{ aliases: '{aliases}', characters: '{shown}' }},")
print("};")
sys.stdout.flush()
