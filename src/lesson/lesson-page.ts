/** The page of a lesson: for the lecturer's screen and for paper. Pictures are inside, so that one file is enough. */
import { htmlPage } from '../picture/html-page.ts';
import { escapeXml } from '../picture/xml.ts';
import type { Slide } from './build.ts';
import type { ExerciseSheets } from './exercise.ts';
import type { Lesson } from './lesson-file.ts';
import { codeHtml, markdownHtml } from './markdown.ts';

const STYLE = `
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 64px }
h1 { font-size: 34px; line-height: 1.2; margin: 0 0 4px }
h2 { font-size: 24px; margin: 40px 0 8px }
h3 { font-size: 19px; margin: 28px 0 4px }
p, ul, ol, blockquote { max-width: 74ch }
.lead { font-size: 20px; color: var(--muted); margin: 0 0 16px }
.facts { color: var(--muted); margin: 0 0 24px }
nav ul { columns: 2; list-style: none; padding: 0 }
pre { background: var(--wash); border-radius: 8px; padding: 14px 16px; overflow-x: auto; line-height: 1.4 }
code { background: var(--wash); border-radius: 4px; padding: 1px 4px }
pre code { padding: 0 }
figure { margin: 24px 0 36px; break-inside: avoid }
figure img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; display: block }
figcaption { margin-top: 8px; max-width: 80ch }
details { border: 1px solid var(--line); border-radius: 8px; padding: 8px 16px; margin: 10px 0; max-width: 80ch }
summary { font-weight: 600 }
table { border-collapse: collapse; margin: 12px 0 }
th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top }
blockquote { margin: 12px 0; padding: 2px 0 2px 16px; border-left: 4px solid var(--link) }
@media print { nav, .skip { display: none } details > * { display: block } body { font-size: 12pt } }
`;

export async function lessonPage(lesson: Lesson, slides: readonly Slide[], sheets: ExerciseSheets | null): Promise<string> {
  const parts = [
    `<a class="skip" href="#notes">to the notes</a><main>`,
    `<h1>${escapeXml(lesson.title)}</h1>`,
    `<p class="lead">${escapeXml(lesson.goal)}</p>`,
    `<p class="facts">Lesson ${lesson.number} · ${lesson.minutes} minutes · output recorded with CPython ${escapeXml(lesson.python)} · strategies: ${escapeXml(lesson.strategies.join(', '))}</p>`,
    contents(slides, sheets !== null),
    '<h2 id="program">The program</h2>',
    ...(lesson.stepper === null
      ? []
      : [
          `<p><a href="step.html">Step through ${escapeXml(lesson.stepper.program)}</a>: stack, heap and counts at every line, forward and back.</p>`,
        ]),
    codeHtml(lesson.source),
    '<p>It prints:</p>',
    codeHtml(lesson.expected),
    ...(slides.length === 0 ? [] : ['<h2 id="slides">Slides</h2>', ...slides.map(figureHtml)]),
    '<h2 id="notes">Notes for the lecturer</h2>',
    markdownHtml(withoutTitle(lesson.notes), 1),
    ...(sheets === null
      ? []
      : [
          '<h2 id="sheet">The sheet for students</h2>',
          markdownHtml(withoutTitle(sheets.handout), 1),
          '<h2 id="solutions">Solutions</h2>',
          `<details><summary>Show them</summary>${markdownHtml(withoutTitle(sheets.solutions), 1)}</details>`,
        ]),
    '<h2 id="questions">Questions</h2>',
    questionsHtml(lesson.questions),
    '</main>',
  ];
  return htmlPage({
    title: `${lesson.title} · heaplab`,
    style: STYLE,
    scripts: [],
    data: {},
    body: parts.join('\n'),
    images: true,
  });
}

function contents(slides: readonly Slide[], exercise: boolean): string {
  const links: [string, string][] = [
    ['program', 'The program'],
    ...(slides.length === 0 ? [] : [['slides', `${slides.length} slides`] as [string, string]]),
    ['notes', 'Notes for the lecturer'],
    ...(exercise
      ? ([
          ['sheet', 'The sheet for students'],
          ['solutions', 'Solutions'],
        ] as [string, string][])
      : []),
    ['questions', 'Questions and answers'],
  ];
  return `<nav aria-label="contents"><ul>${links.map(([id, text]) => `<li><a href="#${id}">${text}</a></li>`).join('')}</ul></nav>`;
}

function figureHtml({ name, title, description, caption, png }: Slide): string {
  const data = Buffer.from(png).toString('base64');
  return [
    '<figure>',
    `<img src="data:image/png;base64,${data}" alt="${escapeXml(`${title}. ${description}`)}">`,
    `<figcaption>${markdownHtml(caption).replace(/^<p>|<\/p>$/g, '')} <a href="${escapeXml(name)}.png">${escapeXml(name)}.png</a></figcaption>`,
    '</figure>',
  ].join('\n');
}

/** Each question under its own heading; what stands below it is the answer, folded away. */
function questionsHtml(text: string): string {
  const [, ...parts] = withoutTitle(text).split(/^## /m);
  return parts
    .map((part) => {
      const end = part.indexOf('\n');
      const question = markdownHtml(part.slice(0, end).trim()).replace(/^<p>|<\/p>$/g, '');
      return `<details><summary>${question}</summary>${markdownHtml(part.slice(end).trim(), 1)}</details>`;
    })
    .join('\n');
}

function withoutTitle(text: string): string {
  return text.replace(/^# .*\n/, '');
}
