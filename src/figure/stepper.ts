/** The stepper: one page, which needs no network, on which a run is followed step by step, forward and back, under several strategies at once. */
import { textWidth } from '../picture/font.ts';
import { htmlPage } from '../picture/html-page.ts';
import { loadTheme, lookOf, type Theme } from '../picture/theme.ts';
import { escapeXml } from '../picture/xml.ts';
import { type Film, type FilmLimits, type FilmProgram, type FilmStrategy, takeFilm } from './film.ts';
import { size } from './geometry.ts';
import { layOut } from './layout.ts';
import { type SceneOptions, scenesOf } from './scene.ts';
import { type PanelData, panelData, type StepperData } from './stepper-data.ts';
import { stepperScript } from './stepper-script.ts';
import { stepperStyle } from './stepper-style.ts';

export interface StepperRequest {
  readonly program: FilmProgram;
  readonly strategies: readonly FilmStrategy[];
  /** Steps of the run that the page holds. */
  readonly maxSteps: number;
  /** The command that makes the page. */
  readonly footer: string;
  readonly limits?: FilmLimits;
  readonly scene?: SceneOptions;
}

export interface Stepper {
  readonly html: string;
  /** Steps on the page. */
  readonly steps: number;
  readonly films: readonly Film[];
}

/** Runs the program under each strategy and makes the page. The same request gives the same bytes. */
export async function makeStepper({ program, strategies, maxSteps, footer, limits, scene }: StepperRequest): Promise<Stepper> {
  const films = strategies.map((strategy) =>
    takeFilm(program, strategy, [{ kind: 'steps', from: 1, to: Number.MAX_SAFE_INTEGER }], {
      ...limits,
      mostMoments: maxSteps,
      withMap: true,
    }),
  );
  const panels: PanelData[] = [];
  for (const film of films) {
    const scenes = scenesOf(film.moments, film.earlier, { mostCards: MOST_CARDS, mostGarbage: MOST_GARBAGE, ...scene });
    const layout = await layOut(scenes);
    panels.push(panelData(film, panelName(film.strategy, strategies), scenes, layout, program.path, panels[0]?.output ?? null));
  }
  const source = program.source
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const data: StepperData = { program: program.name, source, panels, sizes: { ...size, ...badgeWidths() }, states: cardStates };
  const steps = Math.max(...panels.map((panel) => panel.steps.length));
  const html = await htmlPage({
    title: `${program.name} step by step`,
    style: stepperStyle,
    tokens: { light: tokens(await loadTheme('slide')), dark: tokens(await loadTheme('dark')) },
    scripts: [{ text: stepperScript, kind: 'classic' }],
    data: { steps: { ...data, source: undefined } },
    body: body(data, await loadTheme('slide'), steps, footer),
  });
  return { html, steps, films };
}

const cardStates = ['live', 'new', 'unreachable', 'freed', 'left'] as const;

/** Cards of one step: on a screen there is less room than time. */
const MOST_CARDS = 40;
const MOST_GARBAGE = 10;

function panelName({ name, allocator }: FilmStrategy, all: readonly FilmStrategy[]): string {
  return all.filter((other) => other.name === name).length > 1 ? `${name}+${allocator}` : name;
}

function badgeWidths(): Record<string, number> {
  const words = { new: 'new', unreachable: 'unreachable', freed: 'freed', left: 'moved away' };
  return Object.fromEntries(
    Object.entries(words).map(([state, word]) => [`badge-${state}`, Math.round(textWidth(word, 15, 700) + 18)]),
  );
}

function tokens({ figure, paint }: Theme): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(figure).map(([name, colour]) => [`fig-${name.toLowerCase()}`, colour])),
    'map-live': paint.band['live'] ?? figure.line,
    'map-free': figure.faint,
  };
}

function body({ program, source, panels }: StepperData, theme: Theme, steps: number, footer: string): string {
  const lines = source.map((line, index) => {
    const number = index + 1;
    return `<li id="line-${number}"><span class="number">${number}</span><code>${escapeXml(line.replaceAll('\t', '    ')) || ' '}</code></li>`;
  });
  const several = panels.length > 1;
  const names = panels.map(({ strategy }) => strategy);
  const sections = panels.map((panel, index) => section(panel, index, lookOf(theme, panel.strategy, names).color));
  const outputs = panels.flatMap(({ output, strategy }, index) =>
    output === null
      ? []
      : [
          `<section class="output"><h2>Printed so far${index > 0 ? ` under ${escapeXml(strategy)}` : ''}</h2><pre id="output-${index}" tabindex="0"></pre></section>`,
        ],
  );
  return `<a class="skip" href="#panels">Skip to the figures</a>
<header>
<div class="heading"><h1>${escapeXml(program)}</h1><p id="title"></p><p id="step"></p></div>
<div class="controls" role="group" aria-label="Steps">
<button id="first" type="button" aria-label="First step" aria-keyshortcuts="Home">First</button>
<button id="back" type="button" aria-label="One step back" aria-keyshortcuts="ArrowLeft">◀ Back</button>
<input id="slider" type="range" min="1" max="${steps}" value="1" step="1" aria-label="Step">
<button id="forward" type="button" aria-label="One step forward" aria-keyshortcuts="ArrowRight">Next ▶</button>
<button id="last" type="button" aria-label="Last step" aria-keyshortcuts="End">Last</button>
</div>
<p id="said" class="unseen" role="status" aria-live="polite"></p>
</header>
<noscript><p class="noscript">This page draws its figures with a script, and scripts are switched off.</p></noscript>
<main${several ? ' class="several"' : ''}>
<div class="program">
<div id="source" aria-label="Source" tabindex="0" role="region"><ol>${lines.join('')}</ol></div>
${outputs.join('\n')}
<p class="keys"><kbd>←</kbd> <kbd>→</kbd> one step · <kbd>Page Up</kbd> <kbd>Page Down</kbd> ten steps · <kbd>Home</kbd> <kbd>End</kbd> first and last</p>
</div>
<div id="panels">
${sections.join('\n')}
</div>
</main>
<footer><code>${escapeXml(footer)}</code></footer>`;
}

function section({ strategy, width, height }: PanelData, index: number, colour: string): string {
  const heights = Math.max(120, height) + 16;
  return `<section class="panel" aria-labelledby="name-${index}">
<h2 id="name-${index}"><svg class="mark" viewBox="0 0 18 18" aria-hidden="true"><rect width="18" height="18" rx="4" fill="${colour}"/></svg>${escapeXml(strategy)}</h2>
<p class="figures"><span id="figures-${index}"></span> <span id="note-${index}" class="note"></span></p>
<div class="stage" role="region" tabindex="0" aria-label="Stack and heap under ${escapeXml(strategy)}">
<svg id="figure-${index}" class="drawing" viewBox="-4 -8 ${width + 12} ${heights}" width="${width + 12}" height="${heights}" role="img"></svg>
</div>
<h3>What happened to the heap in this step</h3>
<ul id="events-${index}" class="events"></ul>
<details open><summary>Heap map: 16 KiB a row, by address</summary>
<p class="legend"><span class="key live"></span>in use <span class="key new"></span>new <span class="key unreachable"></span>unreachable <span class="key free"></span>free</p>
<svg id="map-${index}" class="map" role="img" aria-label="Bytes of the heap by address"></svg>
</details>
<details><summary>Objects as a table</summary><div role="region" tabindex="0" aria-label="Objects"><table id="objects-${index}"></table></div></details>
</section>`;
}
