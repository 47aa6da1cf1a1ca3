import * as Flags from '@oclif/core/flags';
import { UserError } from '../base/errors.ts';
import type { PythonVersion } from '../interp/python-version.ts';
import { argument } from './argument.ts';
import { exitCodeOfFilms, filmFlags, filmWarnings } from './film-flags.ts';
import { LabCommand } from './lab-command.ts';

/** What --hide takes. */
const hideable = ['functions', 'classes', 'shelf', 'freed', 'source'] as const;

/** Draws the stack and the heap of a program at points of its run. */
export default class Figure extends LabCommand {
  static override summary = 'Draw the stack and the heap of a program at points of its run.';
  static override description =
    'A point is a line that is about to run. Without --at and --steps the end of the run is drawn. All figures of one command share one layout: nothing jumps from one to the next.';
  static override args = {
    program: argument({ required: true, description: 'a workload, a Python file, or - for a program on standard input' }),
  };
  static override flags = {
    at: Flags.string({
      multiple: true,
      multipleNonGreedy: true,
      helpValue: 'LINE[:HIT]',
      summary:
        'draw when LINE is about to run for the HIT-th time; call:LINE and return:LINE draw a call and a return; end draws the end; may be repeated',
    }),
    steps: Flags.string({ helpValue: 'A-B', summary: 'draw these steps: A-B, a number, all, or last' }),
    collections: Flags.boolean({ summary: 'draw before and after each collection' }),
    ...filmFlags,
    format: Flags.string({ helpValue: 'A,B', summary: 'write these: svg, png, pdf, html, dot, json [default: svg,png]' }),
    theme: Flags.string({ default: 'slide', helpValue: 'NAME', summary: 'theme of the pictures: slide, paper or dark' }),
    hide: Flags.string({
      helpValue: 'A,B',
      summary: `leave these out: ${hideable.join(', ')}; shelf writes interned values into the boxes that refer to them`,
    }),
    shelf: Flags.boolean({ summary: 'draw the interned shelf however many values stand on it' }),
    most: Flags.string({ default: '200', helpValue: 'N', summary: 'draw at most N figures' }),
    out: Flags.string({
      char: 'o',
      helpValue: 'PATH',
      summary: 'folder to write, or one file that ends in a format [default: NAME-figures]',
    }),
    force: Flags.boolean({ summary: 'replace what is already there' }),
  };
  static override examples = [
    '<%= config.bin %> figure program.py --at 7',
    '<%= config.bin %> figure program.py --steps all --format html --out run.html',
    '<%= config.bin %> figure tutorial-cycle --at end --strategies refcount,refcount-cycle',
    '<%= config.bin %> figure tutorial-cycle --collections --strategies semispace --hide functions,classes',
  ];

  async run(): Promise<object> {
    const { args, flags } = await this.parse(Figure);
    const { parseAt, parseSteps } = await import('../figure/wish.ts');
    const { checkFigureTarget, formatOfFile, parseFormats, writeFigures } = await import('../figure/figure-files.ts');
    const { loadTheme } = await import('../picture/theme.ts');
    const { filmRequest } = await import('./film-request.ts');
    const points = [
      ...(flags.at ?? []).map(parseAt),
      ...(flags.steps === undefined ? [] : [parseSteps(flags.steps)]),
      ...(flags.collections ? [{ kind: 'collections' } as const] : []),
    ];
    const hidden = parseHidden(flags.hide ?? '');
    const theme = await loadTheme(flags.theme);
    const { program, strategies, limits, footer, stem } = filmRequest(this.argv, args.program, {
      ...flags,
      python: flags.python as PythonVersion,
    });
    const target = flags.out ?? `${stem}-figures`;
    const format = formatOfFile(target);
    const formats = parseFormats(flags.format ?? format ?? 'svg,png');
    if (format !== null && formats.some((other) => other !== format)) {
      throw new UserError(`${target} is a ${format} file and --format asks for ${formats.join(', ')}`, {
        hint: 'name a folder with --out, or leave --format out',
      });
    }
    await checkFigureTarget(target, flags.force);

    const { drawFigures } = await import('../figure/figure.ts');
    const { films, figures } = await drawFigures({
      program,
      strategies,
      points: points.length === 0 ? [{ kind: 'last' }] : points,
      theme,
      footer: `heaplab figure ${footer}`,
      limits: { ...limits, mostMoments: parseMost(flags.most) },
      trim: true,
      hideSource: hidden.has('source'),
      scene: {
        hideFunctions: hidden.has('functions'),
        hideClasses: hidden.has('classes'),
        hideFreed: hidden.has('freed'),
        ...(hidden.has('shelf') ? { hideShelf: true } : flags.shelf ? { hideShelf: false } : {}),
      },
    });
    const files = await writeFigures({ program, figures, formats, target, force: flags.force });
    for (const { name, title } of figures) this.log(`${name}: ${title}`);
    this.log(files.length > 8 ? `${files.length} files in ${target}` : files.join('\n'));
    const warnings = filmWarnings(films, `there are more points than ${flags.most}; --most draws more of them`);
    if (!this.jsonEnabled()) {
      process.stderr.write(films.find(({ stderr }) => stderr !== '')?.stderr ?? '');
      for (const warning of warnings) process.stderr.write(`heaplab: ${warning}\n`);
    }
    process.exitCode = exitCodeOfFilms(films);
    return { figures: figures.map(({ name, title, moment }) => ({ name, title, moment })), files, warnings };
  }
}

function parseHidden(text: string): ReadonlySet<string> {
  const names = text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  for (const name of names) {
    if (!hideable.some((known) => known === name)) {
      throw new UserError(`--hide ${name}: there is nothing of that name`, { hint: `choose from ${hideable.join(', ')}` });
    }
  }
  return new Set(names);
}

function parseMost(text: string): number {
  const most = Number(text);
  if (Number.isInteger(most) && most >= 1 && most <= 5000) return most;
  throw new UserError(`--most ${text} is not a number of figures`, { hint: 'give a whole number from 1 to 5000' });
}
