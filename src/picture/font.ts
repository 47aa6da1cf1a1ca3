/** The fonts of all pictures, from packages, so that they are the same on every machine: Inter, and Source Code Pro for what a program says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

const faces: readonly (readonly [weight: number, file: string])[] = [
  [400, '400Regular/Inter_400Regular.ttf'],
  [500, '500Medium/Inter_500Medium.ttf'],
  [600, '600SemiBold/Inter_600SemiBold.ttf'],
  [700, '700Bold/Inter_700Bold.ttf'],
];

/** `font-family` of source and output; every letter is `codeWidth` wide. */
export const codeFont = '"Source Code Pro", ui-monospace, Menlo, Consolas, monospace';
const codeFaces: readonly (readonly [weight: number, file: string])[] = [
  [400, '400Regular/SourceCodePro_400Regular.ttf'],
  [600, '600SemiBold/SourceCodePro_600SemiBold.ttf'],
];
const emsPerLetter = 0.6;

/** TTF files of all weights of Inter. */
export function fontFiles(): string[] {
  return faces.map(([, file]) => pathOf(file));
}

/** TTF files of the font of source and output. */
export function codeFontFiles(): string[] {
  return codeFaces.map(([, file]) => codePath(file));
}

/** TTF file of the face of the code font for `weight`. */
export function codeFontFile(weight: number): string {
  return codePath((codeFaces.find(([known]) => known >= weight) ?? codeFaces[codeFaces.length - 1]!)[1]);
}

function codePath(file: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-code-pro/${file}`));
}

/** Width of source text in pixels. */
export function codeWidth(text: string, sizePx: number): number {
  return [...text].length * emsPerLetter * sizePx;
}

/** Source text cut so that it is no wider than `widthPx`. */
export function cutCode(text: string, widthPx: number, sizePx: number): string {
  const letters = [...text];
  const room = Math.max(1, Math.floor(widthPx / (emsPerLetter * sizePx) + 1e-6));
  return letters.length <= room
    ? text
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
}

/** TTF file of the lightest face that is no lighter than `weight`, or of the heaviest. */
export function fontFile(weight: number): string {
  return pathOf(faceOf(weight)[1]);
}

function pathOf(file: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`));
}

function faceOf(weight: number): (typeof faces)[number] {
  return faces.find(([known]) => known >= weight) ?? faces[faces.length - 1]!;
}

const fonts = new Map<number, Font>();
const widths = new Map<string, number>();

function fontOf(weight: number): Font {
  const [nearest, file] = faceOf(weight);
  let font = fonts.get(nearest);
  if (font === undefined) {
    font = create(readFileSync(pathOf(file))) as Font;
    fonts.set(nearest, font);
  }
  return font;
}

/** Width of `text` in pixels, shaped as a renderer shapes it (kerning and contextual forms included). */
export function textWidth(text: string, sizePx: number, weight: number): number {
  const key = `${weight} ${text}`;
  let perEm = widths.get(key);
  if (perEm === undefined) {
    const font = fontOf(weight);
    perEm = font.layout(text).advanceWidth / font.unitsPerEm;
    widths.set(key, perEm);
  }
  return perEm * sizePx;
}

/** Breaks `text` at spaces into lines no wider than `widthPx`; a single word that is wider keeps a line of its own. */
export function wrapText(text: string, widthPx: number, sizePx: number, weight: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, sizePx, weight) > widthPx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** As `wrapText`, with as many lines, but of lengths as equal as they can be: no word is left alone on the last. */
export function balanceText(text: string, widthPx: number, sizePx: number, weight: number): string[] {
  let lines = wrapText(text, widthPx, sizePx, weight);
  for (let width = widthPx - 8; lines.length > 1 && width > widthPx / lines.length; width -= 8) {
    const narrower = wrapText(text, width, sizePx, weight);
    if (narrower.length > lines.length || narrower.some((line) => textWidth(line, sizePx, weight) > width)) break;
    lines = narrower;
  }
  return lines;
}

/** `text` cut so that it is no wider than `widthPx`, with an ellipsis where something was cut. */
export function cutText(text: string, widthPx: number, sizePx: number, weight: number): string {
  if (textWidth(text, sizePx, weight) <= widthPx) return text;
  let kept = text;
  while (kept !== '' && textWidth(`${kept}…`, sizePx, weight) > widthPx) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
