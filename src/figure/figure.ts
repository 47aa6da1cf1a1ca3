/** Stack-and-heap figures of a program at points of its run: the one way in for commands and lessons. */
import { LabBug } from '../base/errors.ts';
import type { Theme } from '../picture/theme.ts';
import { type Film, type FilmLimits, type FilmProgram, type FilmStrategy, takeFilm } from './film.ts';
import { type Layout, layOut } from './layout.ts';
import { type Scene, type SceneOptions, scenesOf } from './scene.ts';
import { drawSheet, planSheet, type SheetSource } from './sheet.ts';
import type { Wish } from './wish.ts';
import { momentText, type StrategyScene, titleOf } from './words.ts';

export interface FigureRequest {
  readonly program: FilmProgram;
  /** Side by side, in this order. */
  readonly strategies: readonly FilmStrategy[];
  /** Points to draw; see parseAt and parseSteps. */
  readonly points: readonly Wish[];
  readonly theme: Theme;
  /** The command that makes the figures, for the footer. */
  readonly footer: string;
  readonly limits?: FilmLimits;
  readonly scene?: SceneOptions;
  /** Take off a canvas that had to be enlarged what nothing fills; without it every canvas has the shape of the theme's, as slides want it. */
  readonly trim?: boolean;
  /** Leave the source out. */
  readonly hideSource?: boolean;
  /** Words of the caller's own for the figure with this number, from 0, in place of those that are made from what happened. */
  readonly words?: (figure: number) => FigureWords;
}

export interface FigureWords {
  readonly title?: string;
  readonly subtitle?: string;
  /** Under the source: a sentence in bold, and more. */
  readonly note?: { readonly lead: string; readonly text: string };
}

export interface Figure {
  /** Of the set: `step-7-line-3`, safe as a file name. */
  readonly name: string;
  readonly title: string;
  /** Where the program is: `Before line 7`. */
  readonly moment: string;
  readonly svg: string;
  /** The theme it was drawn in: its canvas is larger than that of the request where there is more to show. */
  readonly theme: Theme;
  readonly scenes: readonly StrategyScene[];
}

export interface FigureSet {
  readonly figures: readonly Figure[];
  readonly films: readonly Film[];
}

/** Draws one figure for each wanted point that the run reaches. Throws a UserError for points that it does not reach. */
export async function drawFigures(request: FigureRequest): Promise<FigureSet> {
  const { program, strategies, points, theme, limits, hideSource } = request;
  const films = strategies.map((strategy) => takeFilm(program, strategy, points, limits));
  const scenes = films.map(({ moments, earlier }) => scenesOf(moments, earlier, request.scene));
  const layouts: (Layout | null)[] = [];
  for (const own of scenes) layouts.push(own.length === 0 ? null : await layOut(own));
  const names = strategies.map((strategy, index) => panelName(strategy, index, strategies));
  const rows = alignScenes(scenes);
  const lines = hideSource === true ? [] : sourceLines(program.source);
  const marked = rows.flatMap((row) => row.flatMap((scene) => (scene?.file === program.path ? [scene.line] : [])));
  const span: SheetSource['span'] = [Math.min(...marked, lines.length), Math.max(...marked, 1)];
  const plan = planSheet(layouts, { lines, line: null, span }, theme, request.trim === true);
  const figures = rows.map((row, number): Figure => {
    const shown = row.map((scene, index) => ({ strategy: names[index]!, scene }));
    const first = row.find((scene) => scene !== null);
    const film = films[row.findIndex((scene) => scene !== null)];
    if (!first || film === undefined) throw new LabBug('a figure without a scene');
    const own = request.words?.(number) ?? {};
    const title = own.title ?? titleOf(shown);
    const note = own.note ?? null;
    const code =
      hideSource === true && first.file === program.path ? (sourceLines(program.source)[first.line - 1] ?? '').trim() : '';
    const about = [program.name, `step ${first.step}`, code === '' ? '' : `line ${first.line}: ${code}`, names.join(', ')];
    const subtitle = own.subtitle ?? about.filter((part) => part !== '').join(' · ');
    const line = first.file === program.path && first.event !== 'end' ? first.line : null;
    const svg = drawSheet(
      shown.map((panel, index) => ({ ...panel, layout: layouts[index]! })),
      { lines, line, span },
      { title, subtitle, footer: request.footer, note, printed: film.output.slice(0, first.moment.printed) },
      plan,
    );
    return { name: figureName(first, rows, number), title, moment: momentText(first), svg, theme: plan.theme, scenes: shown };
  });
  return { figures, films };
}

/** `name`, with its allocator where two panels differ by that only. */
function panelName({ name, allocator }: FilmStrategy, index: number, all: readonly FilmStrategy[]): string {
  return all.some((other, place) => place !== index && other.name === name) ? `${name}+${allocator}` : name;
}

function sourceLines(source: string): string[] {
  return source
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r\n|\n|\r/);
}

/** The scenes of all strategies by program point, in the order of the run. */
function alignScenes(all: readonly (readonly Scene[])[]): (Scene | null)[][] {
  const keyOf = ({ event, file, line, hit }: Scene): string => `${event} ${hit} ${line} ${file}`;
  const rows = new Map<string, { place: number; scenes: (Scene | null)[] }>();
  for (const [index, scenes] of all.entries()) {
    let place = 0;
    for (const scene of scenes) {
      const key = keyOf(scene);
      const row = rows.get(key);
      if (row === undefined) {
        place += 1e-6;
        const scenesOfRow = all.map(() => null as Scene | null);
        scenesOfRow[index] = scene;
        rows.set(key, { place: Math.max(place, scene.step), scenes: scenesOfRow });
      } else {
        row.scenes[index] = scene;
        place = row.place;
      }
      place = Math.max(place, scene.step);
    }
  }
  return [...rows.values()].sort((a, b) => a.place - b.place).map(({ scenes }) => scenes);
}

function figureName(scene: Scene, rows: readonly (readonly (Scene | null)[])[], number: number): string {
  const digits = String(Math.max(...rows.map((row) => row.find((other) => other !== null)?.step ?? 0))).length;
  const step = `step-${String(scene.step).padStart(digits, '0')}`;
  const place = scene.event === 'end' ? 'end' : `${scene.event}-${scene.line}`;
  const same = rows.slice(0, number).filter((row) => {
    const other = row.find((candidate) => candidate !== null);
    return other?.step === scene.step && other.event === scene.event;
  }).length;
  return `${step}-${place}${same === 0 ? '' : `-${same + 1}`}`;
}
