/** Builds a lesson: slides as PNG and SVG, a page with everything, and the files to hand out. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { assert } from '../base/assert.ts';
import { parseByteSize } from '../base/byte-size.ts';
import { defaultProfileName, loadProfile } from '../cell/cost-profile.ts';
import { drawFigures } from '../figure/figure.ts';
import { makeStepper } from '../figure/stepper.ts';
import { parseAt } from '../figure/wish.ts';
import { DEFAULT_PYTHON } from '../interp/python-version.ts';
import { toPng } from '../picture/png.ts';
import { loadTheme, type Theme } from '../picture/theme.ts';
import { renderReport } from '../report/report.ts';
import { overheadRows } from '../results/overhead.ts';
import { createRunFolder, REPORT } from '../results/run-folder.ts';
import { type FolderKind, refuseOccupied, writeWholeFolder } from '../results/whole-folder.ts';
import { parseContestant } from '../shootout/contestants.ts';
import { describePlan } from '../shootout/describe.ts';
import { Journal } from '../shootout/journal.ts';
import { type PlannedProgram, planShootout } from '../shootout/plan.ts';
import { runShootout } from '../shootout/run-shootout.ts';
import { findStrategy } from '../strategies/catalogue.ts';
import { exerciseSheets } from './exercise.ts';
import type { ChartPicture, FigurePicture, Lesson } from './lesson-file.ts';
import { lessonPage } from './lesson-page.ts';

/** A picture on a slide. */
export interface Slide {
  /** File name without its ending. */
  readonly name: string;
  readonly title: string;
  /** What a reader who does not see it is told. */
  readonly description: string;
  readonly caption: string;
  readonly svg: string;
  readonly png: Uint8Array;
}

export interface BuiltLesson {
  readonly directory: string;
  /** Paths of all files, `index.html` first. */
  readonly files: readonly string[];
  readonly slides: readonly { readonly name: string; readonly title: string }[];
}

const INDEX = 'index.html';
/** The page to step through the program. */
const STEPPER = 'step.html';
const PROGRAM = 'program.py';
const SHEET = 'sheet.md';
const SOLUTIONS = 'solutions.md';
/** The run folder of the charts. */
const RUN = 'run';
/** Steps on it; a loop is understood by then. */
const MOST_STEPS = 300;
const SLIDE_WIDTH = 1280;
const SLIDE_HEIGHT = 720;

/**
 * Writes the lesson into `directory`; the same lesson and theme give the same bytes, but for `run/timing.csv`. Throws `UserError` for a folder that holds something else, or a
 * lesson without `force`.
 */
export async function buildLesson(
  lesson: Lesson,
  directory: string,
  options: { readonly theme?: string; readonly force?: boolean } = {},
): Promise<BuiltLesson> {
  const kind = lessonFolder(lesson);
  await refuseOccupied(directory, kind, options.force === true);
  const names: string[] = [];
  let slides: readonly Slide[] = [];
  await writeWholeFolder(directory, kind, async (draft) => {
    slides = await drawSlides(lesson, draft, options.theme ?? 'slide');
    const write = async (name: string, content: string | Uint8Array): Promise<void> => {
      await writeFile(join(draft, name), content);
      names.push(name);
    };
    const sheets = await exerciseSheets(lesson);
    const stepper = await stepperPage(lesson);
    await write(INDEX, await lessonPage(lesson, slides, sheets));
    if (stepper !== null) await write(STEPPER, stepper);
    for (const { name, svg, png } of slides) {
      await write(`${name}.png`, png);
      await write(`${name}.svg`, svg);
    }
    await write(PROGRAM, lesson.source);
    for (const file of lesson.handouts) await write(file, await readFile(join(lesson.directory, file), 'utf8'));
    if (sheets !== null) {
      await write(SHEET, sheets.handout);
      await write(SOLUTIONS, sheets.solutions);
    }
  });
  return {
    directory,
    files: names.map((name) => join(directory, name)),
    slides: slides.map(({ name, title }) => ({ name, title })),
  };
}

/** A folder with a lesson in it, this one or another. */
function lessonFolder({ handouts }: Lesson): FolderKind {
  const names = new Set([INDEX, STEPPER, PROGRAM, SHEET, SOLUTIONS, RUN, ...handouts]);
  return {
    noun: 'a lesson',
    mark: INDEX,
    owned: async () => (name) => names.has(name) || /^\d+-[\w-]+\.(png|svg)$/.test(name),
  };
}

/** In the order of the plan, numbered. */
async function drawSlides(lesson: Lesson, draft: string, theme: string): Promise<Slide[]> {
  const charts = lesson.pictures.filter((picture) => picture.kind === 'chart');
  const drawn = charts.length === 0 ? new Map<string, Slide>() : await drawCharts(lesson, charts, draft, theme);
  const slides: Slide[] = [];
  for (const picture of lesson.pictures) {
    if (picture.kind === 'chart') slides.push(drawn.get(picture.name)!);
    else slides.push(...(await figureSlides(lesson, picture, theme)));
  }
  const digits = String(slides.length).length;
  return slides.map((slide, index) => ({ ...slide, name: `${String(index + 1).padStart(digits, '0')}-${slide.name}` }));
}

async function stepperPage(lesson: Lesson): Promise<string | null> {
  if (lesson.stepper === null) return null;
  const { program, strategies } = lesson.stepper;
  const { html } = await makeStepper({
    program: { name: lesson.name, path: program, source: await readProgram(lesson, program) },
    strategies: strategies.map((name) => ({ name, allocator: findStrategy(name).allocator })),
    maxSteps: MOST_STEPS,
    footer: `heaplab lesson ${lesson.name}`,
  });
  return html;
}

async function readProgram(lesson: Lesson, file: string): Promise<string> {
  return file === PROGRAM ? lesson.source : readFile(join(lesson.directory, file), 'utf8');
}

async function figureSlides(lesson: Lesson, picture: FigurePicture, themeName: string): Promise<Slide[]> {
  const hidden = new Set(picture.hide);
  const { figures } = await drawFigures({
    program: { name: lesson.name, path: picture.program, source: await readProgram(lesson, picture.program) },
    strategies: picture.strategies.map((name) => ({ name, allocator: findStrategy(name).allocator })),
    points: picture.slides.map(({ at }) => parseAt(at)),
    theme: await loadTheme(themeName),
    footer: `heaplab lesson ${lesson.name}`,
    hideSource: hidden.has('source'),
    scene: {
      hideFunctions: hidden.has('functions'),
      hideClasses: hidden.has('classes'),
      hideFreed: hidden.has('freed'),
      ...(hidden.has('shelf') ? { hideShelf: true } : {}),
    },
    words: (index) => {
      const title = picture.slides[index]?.title ?? null;
      return { ...(title === null ? {} : { title }), subtitle: `${lesson.title} · ${picture.strategies.join(', ')}` };
    },
  });
  assert(figures.length === picture.slides.length, 'a figure of a lesson has one slide for each of its points');
  const slides: Slide[] = [];
  for (const [index, { title, svg, theme, moment }] of figures.entries()) {
    slides.push({
      name: figures.length === 1 ? picture.name : `${picture.name}-${index + 1}`,
      title,
      description: `${moment}. ${descriptionOf(svg)}`,
      caption: picture.slides[index]!.caption,
      svg,
      png: await slidePng(svg, theme),
    });
  }
  return slides;
}

async function drawCharts(
  lesson: Lesson,
  charts: readonly ChartPicture[],
  draft: string,
  theme: string,
): Promise<Map<string, Slide>> {
  const run = join(draft, RUN);
  await runLesson(lesson, run);
  await renderReport(run, { theme, only: charts.map(({ name }) => name), formats: ['svg'] });
  const slides = new Map<string, Slide>();
  for (const { name, caption } of charts) {
    const svg = await readFile(join(run, REPORT, `${name}.svg`), 'utf8');
    slides.set(name, {
      name,
      title: elementText(svg, 'title'),
      description: descriptionOf(svg),
      caption,
      svg,
      png: await slidePng(svg, await loadTheme(theme)),
    });
  }
  await rm(join(run, REPORT), { recursive: true });
  return slides;
}

/** Runs the lesson's program under its strategies into a run folder. */
async function runLesson(lesson: Lesson, directory: string): Promise<void> {
  const heapBytes = parseByteSize(lesson.heap, 'heap');
  const limits = {
    heapBytes,
    stackBytes: 8 * 2 ** 20,
    stepLimit: 100_000_000,
    python: DEFAULT_PYTHON,
    verify: false,
    stress: 0,
    profile: loadProfile(defaultProfileName),
    samples: true,
    oracle: false,
  };
  const program: PlannedProgram = {
    name: lesson.name,
    path: PROGRAM,
    source: lesson.source,
    params: {},
    seed: 1,
    comparable: false,
  };
  const strategies = lesson.strategies.map((name) => parseContestant(name));
  const folder = await createRunFolder(directory, describePlan(['lesson', lesson.name], [program], strategies, limits));
  const journal = Journal.open(directory, { resume: false, force: true });
  try {
    const outcome = await runShootout(planShootout([program], strategies, limits), {
      jobs: Math.min(strategies.length, availableParallelism()),
      sink: folder,
      journal,
    });
    await folder.addOverheads(overheadRows(outcome.runs.map(({ run }) => run)));
    await folder.finish('complete');
  } catch (error) {
    await folder.abandon();
    throw error;
  } finally {
    journal.remove();
  }
}

/** Pixels of a slide. A figure with much to show is larger than a slide, and is shown smaller. */
function slidePng(svg: string, theme: Theme): Promise<Uint8Array> {
  const { canvas } = theme;
  const pngScale = Math.min(SLIDE_WIDTH / canvas.width, SLIDE_HEIGHT / canvas.height);
  return toPng(svg, { ...theme, canvas: { ...canvas, pngScale } });
}

function elementText(svg: string, name: string): string {
  const text = new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(svg)?.[1] ?? '';
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function descriptionOf(svg: string): string {
  return elementText(svg, 'desc');
}
