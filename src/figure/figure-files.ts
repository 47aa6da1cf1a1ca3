/** Writes figures as files: pictures, a page, graphs, data. */
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { toPdf } from '../picture/pdf.ts';
import { toPng } from '../picture/png.ts';
import { refuseExisting, writeWholeFile } from '../results/whole-file.ts';
import { type FolderKind, refuseOccupied, writeWholeFolder } from '../results/whole-folder.ts';
import { figureDot } from './dot.ts';
import type { Figure } from './figure.ts';
import { figureData } from './figure-json.ts';
import { figurePage } from './figure-page.ts';

export const figureFormats = ['svg', 'png', 'pdf', 'html', 'dot', 'json'] as const;

export type FigureFormat = (typeof figureFormats)[number];

/** Formats separated by commas. Throws a UserError for one that there is not. */
export function parseFormats(text: string): FigureFormat[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(names.filter((name) => name !== ''))].map((name) => {
    const format = figureFormats.find((known) => known === name);
    if (format !== undefined) return format;
    const nearest = nearestName(name, figureFormats);
    throw new UserError(`there is no format '${name}'`, {
      hint: `${nearest === null ? '' : `did you mean '${nearest}'? `}there are: ${figureFormats.join(', ')}`,
    });
  });
}

/** The format that the name of a file asks for; null for a folder. */
export function formatOfFile(path: string): FigureFormat | null {
  return figureFormats.find((format) => extname(path).toLowerCase() === `.${format}`) ?? null;
}

const PAGE = 'figures.html';
const DATA = 'figures.json';

const figureFolder: FolderKind = {
  noun: 'a set of figures',
  mark: null,
  owned: async () => (name) => name === PAGE || name === DATA || /^step-\d+-[a-z]+(-\d+)*\.(svg|png|pdf|dot)$/.test(name),
};

/** Throws a UserError when figures may not be written at `target`: a folder, or one file when its name ends in a format. */
export async function checkFigureTarget(target: string, force: boolean): Promise<void> {
  if (formatOfFile(target) === null) await refuseOccupied(target, figureFolder, force);
  else await refuseExisting(target, force);
}

export interface FigureOutput {
  readonly program: { readonly name: string; readonly source: string };
  readonly figures: readonly Figure[];
  readonly formats: readonly FigureFormat[];
  /** A folder, or one file when its name ends in a format. */
  readonly target: string;
  readonly force: boolean;
}

/** Writes all of it or nothing; returns the files. */
export async function writeFigures(output: FigureOutput): Promise<string[]> {
  const { figures, formats, target, force } = output;
  await checkFigureTarget(target, force);
  const single = formatOfFile(target);
  if (single !== null) {
    const files = await contents(output, [single]);
    const [only] = files;
    if (only === undefined || files.length > 1) {
      throw new UserError(`${target} is one file and these are ${figures.length} figures`, {
        hint: 'name a folder with --out, or write .html or .json, which hold them all',
      });
    }
    await writeWholeFile(target, only[1]);
    return [target];
  }
  const files = await contents(output, formats);
  await writeWholeFolder(target, figureFolder, async (draft) => {
    for (const [name, content] of files) await writeFile(join(draft, name), content);
  });
  return files.map(([name]) => join(target, name));
}

async function contents(
  { program, figures }: FigureOutput,
  formats: readonly FigureFormat[],
): Promise<[name: string, content: string | Uint8Array][]> {
  const files: [string, string | Uint8Array][] = [];
  for (const format of formats) {
    switch (format) {
      case 'svg':
        for (const { name, svg } of figures) files.push([`${name}.svg`, svg]);
        break;
      case 'png':
        for (const { name, svg, theme } of figures) files.push([`${name}.png`, await toPng(svg, theme)]);
        break;
      case 'pdf':
        for (const { name, svg } of figures) files.push([`${name}.pdf`, await toPdf(svg)]);
        break;
      case 'dot':
        for (const figure of figures) files.push([`${figure.name}.dot`, figureDot(figure)]);
        break;
      case 'html':
        files.push([PAGE, await figurePage(program.name, figures)]);
        break;
      case 'json':
        files.push([DATA, `${JSON.stringify(figureData(program, figures), null, 1)}\n`]);
        break;
    }
  }
  return files;
}
