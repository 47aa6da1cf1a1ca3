/**
 * Themes: size, Vega-Lite config and colours, as data in reports/themes/. A strategy has one colour, dash and shape in every
 * chart, from the palette of Okabe and Ito, so that it is known again without reading a legend and without seeing hue.
 */

import { readdir, readFile } from 'node:fs/promises';
import { UserError } from '../base/errors.ts';
import { nearestName } from '../base/nearest-name.ts';
import { packageFile } from '../base/package-files.ts';

/** Lengths are units of the drawing. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Size at which an SVG presents itself; a figure for print is drawn as large as a slide and shown smaller. */
  readonly shownWidth: string;
  readonly shownHeight: string;
  /** Pixels of a PNG for one CSS pixel as shown. */
  readonly pngScale: number;
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly footerSize: number;
  readonly font: string;
}

export interface Look {
  readonly color: string;
  /** SVG dash pattern; `[1, 0]` is solid. */
  readonly dash: readonly number[];
  readonly shape: string;
}

/** Colours of stack-and-heap figures. */
export interface FigurePaint {
  /** Of a frame that waits. */
  readonly wash: string;
  readonly line: string;
  readonly faint: string;
  readonly code: string;
  /** Behind the current line of the source. */
  readonly highlight: string;
  /** Of the frame that runs. */
  readonly current: string;
  readonly currentLine: string;
  readonly fresh: string;
  /** Freed or unreachable. */
  readonly gone: string;
  readonly moved: string;
  readonly shelf: string;
  readonly arrow: string;
  /** Text on a badge. */
  readonly onBadge: string;
}

export interface Theme {
  readonly name: string;
  readonly canvas: Canvas;
  /** Vega-Lite config. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly paint: {
    readonly strategy: Readonly<Record<string, Look>>;
    /** Colours of strategies that have none of their own. */
    readonly spare: readonly string[];
    readonly band: Readonly<Record<string, string>>;
    readonly scope: Readonly<Record<string, string>>;
    /** What a piece of the heap mostly holds. */
    readonly look: Readonly<Record<string, string>>;
    /** How a generated program ended. */
    readonly outcome: Readonly<Record<string, string>>;
    /** A cost that is halved or doubled. */
    readonly change: Readonly<Record<string, string>>;
    /** Colours of programs, in the order they were run; none is that of a strategy. */
    readonly workload: readonly string[];
    /** Steps of a heat map from little to much, with the colour of text on them. */
    readonly heat: readonly { readonly color: string; readonly ink: string }[];
  };
  readonly figure: FigurePaint;
}

const folder = packageFile('reports/themes/');

export async function themeNames(): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

export async function loadTheme(name: string): Promise<Theme> {
  const names = await themeNames();
  if (!names.includes(name)) {
    const nearest = nearestName(name, names);
    throw new UserError(`there is no theme '${name}'`, {
      hint: `${nearest === null ? '' : `did you mean ${nearest}? `}themes are ${names.join(', ')}`,
    });
  }
  return JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8')) as Theme;
}

const spareShapes = ['square', 'circle', 'diamond', 'triangle-up'];

/** `strategies` in the order of every legend: the palette's own, then the unknown by name. */
export function inPaletteOrder(theme: Theme, strategies: Iterable<string>): string[] {
  const known = Object.keys(theme.paint.strategy);
  const place = (name: string): number => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...new Set(strategies)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** The look of one strategy; one that the palette does not know gets a spare colour by its place among such names. */
export function lookOf(theme: Theme, strategy: string, present: readonly string[]): Look {
  const own = theme.paint.strategy[strategy];
  if (own !== undefined) return own;
  const unknown = present.filter((name) => theme.paint.strategy[name] === undefined);
  const place = Math.max(0, unknown.indexOf(strategy));
  const { spare } = theme.paint;
  return {
    color: spare[place % spare.length]!,
    dash: [6, 2, 2, 2],
    shape: spareShapes[place % spareShapes.length]!,
  };
}
