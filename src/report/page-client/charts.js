/** Draws the charts when they come into view, and again when what they show was chosen otherwise. */

import { paintWindow, setUpBrush, setUpWindow, windowOf } from './brush.js';
import { paintHighlight, preview, strategyOf, togglePin } from './highlight.js';
import { expression } from './interpreter.js';
import { charts, on, programOf, rowsOf, say, workloadOf } from './state.js';
import { hideTip, showTip } from './tooltip.js';
import { setUpWalk } from './walk.js';

const { vega } = window;
const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

export function scheme() {
  return root.dataset.scheme ?? (dark.matches ? 'dark' : 'light');
}

/** By name: `{ holder, workload, view, drawn, busy }`. */
const shown = new Map();

/** The spec in the colours of a scheme: the dark one is kept as what differs. */
function specOf({ spec, dark: patches }, colours) {
  const copy = structuredClone(spec);
  if (colours !== 'dark') return copy;
  for (const [path, value] of patches) {
    let node = copy;
    for (const key of path.slice(0, -1)) node = node[key];
    node[path.at(-1)] = value;
  }
  return copy;
}

/**
 * With rows in place of the addresses. Not as CSV: Vega's parser of CSV makes its converters out of text, which the policy of this
 * page forbids. A chart that has clock A in its rows but on no axis shows the rows of the window.
 */
function withValues(spec, clock, workload) {
  const range = clock?.kind === 'rows' ? windowOf(workload) : null;
  const data = (spec.data ?? []).map(({ url, ...source }) => {
    if (url === undefined) return source;
    const column = clock?.columns?.[url];
    const inside = (row) => workloadOf(row.run_id) !== workload || (row[column] >= range[0] && row[column] <= range[1]);
    const rows = rowsOf(url);
    const values = range === null || column === undefined ? rows : rows.filter(inside);
    return { ...source, values, format: { ...source.format, type: 'json' } };
  });
  return { ...spec, data };
}

async function draw(name, colours = scheme()) {
  const entry = shown.get(name);
  const chart = charts[name];
  const stage = document.createElement('div');
  const runtime = vega.parse(withValues(specOf(chart, colours), chart.clock, entry.workload), null, { ast: true });
  const view = new vega.View(runtime, { renderer: 'svg', container: stage, hover: true, expr: expression, tooltip });
  for (const [key, value] of Object.entries(chart.texts[entry.workload]?.params ?? {})) setSignal(view, key, value);
  if (chart.clock?.kind === 'axis') view.signal('a_window', windowOf(entry.workload));
  await view.runAsync();
  const svg = stage.querySelector('svg');
  if (svg === null) return;
  svg.removeAttribute('role');
  svg.setAttribute('aria-hidden', 'true');
  entry.view?.finalize();
  entry.view = view;
  entry.colours = colours;
  entry.holder.replaceChildren(stage);
  entry.holder.classList.add('live');
  entry.walk.restart();
  if (chart.strategies) paintHighlight(entry.holder);
}

/** One drawing of a chart at a time, and the last request wins. */
function redraw(name, colours) {
  const entry = shown.get(name);
  entry.busy = (entry.busy ?? Promise.resolve()).then(() => draw(name, colours));
  return entry.busy;
}

/** A chart has only some of the parameters of its finding. */
function setSignal(view, key, value) {
  try {
    view.signal(key, value);
  } catch {
    return;
  }
}

/** Vega also tells, without an event, that the mark below the pointer is gone. */
function tooltip(_handler, event, _item, value) {
  if (event === null || event === undefined) hideTip();
  else showTip(event.clientX, event.clientY, value);
}

/** Bytes that the axis of clock A shows now; null for a chart without one. */
function domainOf(name) {
  const { clock } = charts[name];
  const { view } = shown.get(name);
  if (clock?.kind !== 'axis' || view === null) return null;
  const unit = clock.unit === null ? 1 : view.signal(clock.unit);
  const ends = view.scale(clock.scale).domain();
  return [ends[0] * unit, ends.at(-1) * unit];
}

function setUpChart(name, holder) {
  const chart = charts[name];
  const [first] = Object.keys(chart.texts);
  const entry = { holder, workload: chart.shown ?? first, view: null, colours: null, busy: null, walk: null };
  shown.set(name, entry);
  programOf.set(name, entry.workload);
  // The tree of marks is read by keys, so the chart is no longer one picture.
  holder.setAttribute('role', 'group');
  holder.setAttribute('aria-roledescription', 'chart');
  holder.setAttribute('aria-describedby', `${name}-description ${name}-keys`);
  holder.tabIndex = 0;
  entry.walk = setUpWalk(holder);
  holder.addEventListener('pointerover', ({ target }) => {
    if (chart.strategies && target.closest('.role-legend, .role-axis') !== null) preview(strategyOf(target));
  });
  holder.addEventListener('pointerleave', () => {
    preview(null);
    hideTip();
  });
  holder.addEventListener('click', ({ target }) => {
    const strategy = !chart.strategies || holder.classList.contains('dragged') ? null : strategyOf(target);
    if (strategy !== null) togglePin(strategy);
  });
  const select = document.querySelector(`select[data-chart="${CSS.escape(name)}"]`);
  if (select !== null) {
    // A browser that comes back to the page may restore what was chosen.
    entry.workload = select.value;
    programOf.set(name, entry.workload);
    select.addEventListener('change', () => {
      chooseWorkload(name, select.value);
      say(charts[name].texts[select.value].title);
    });
  }
  const box = document.getElementById(`${name}-window`);
  if (box !== null) {
    setUpWindow(box, () => entry.workload);
    holder.classList.toggle('over-time', chart.clock.kind === 'axis');
    setUpBrush(
      holder,
      () => domainOf(name),
      () => entry.workload,
    );
    paintWindow(box, entry.workload);
  }
}

export function chooseWorkload(name, workload) {
  const text = charts[name].texts[workload];
  if (text === undefined) return;
  const entry = shown.get(name);
  entry.workload = workload;
  programOf.set(name, workload);
  const select = document.querySelector(`select[data-chart="${CSS.escape(name)}"]`);
  if (select !== null) select.value = workload;
  for (const part of ['title', 'subtitle', 'description']) document.getElementById(`${name}-${part}`).textContent = text[part];
  const box = document.getElementById(`${name}-window`);
  if (box !== null) paintWindow(box, workload);
  if (entry.busy !== null) redraw(name);
}

function narrow() {
  for (const [name, entry] of shown) {
    const { clock } = charts[name];
    if (clock === null) continue;
    paintWindow(document.getElementById(`${name}-window`), entry.workload);
    if (entry.busy === null) continue;
    if (clock.kind === 'rows') redraw(name);
    else {
      entry.busy = entry.busy.then(async () => {
        await entry.view.signal('a_window', windowOf(entry.workload)).runAsync();
        entry.walk.restart();
        if (charts[name].strategies) paintHighlight(entry.holder);
      });
    }
  }
}

/** All drawings that have begun; `colours` for paper, which is white. */
function recolour(colours) {
  return Promise.all(
    [...shown].map(([name, entry]) => {
      if (entry.busy === null || entry.colours === (colours ?? scheme())) return entry.busy;
      return redraw(name, colours);
    }),
  );
}

/** Resolves when the charts that are in view are drawn. */
export async function setUpCharts() {
  for (const name of Object.keys(charts)) setUpChart(name, document.getElementById(`${name}-chart`));
  on('highlight', () => {
    for (const [name, { holder }] of shown) if (charts[name].strategies) paintHighlight(holder);
  });
  on('window', narrow);
  on('scheme', () => recolour());
  dark.addEventListener('change', () => recolour());
  // Nothing in a drawing waits for anything but promises, so it is done before the page is printed.
  addEventListener('beforeprint', () => recolour('light'));
  addEventListener('afterprint', () => recolour());

  // Vega measures its texts when it draws: with the font of the page, or else their places are those of another.
  await Promise.all([400, 500, 600, 700].map((weight) => document.fonts.load(`${weight} 16px Inter`)));
  const watch = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        redraw(target.id.slice(0, -'-chart'.length));
      }
    },
    { rootMargin: '600px 0px' },
  );
  for (const { holder } of shown.values()) watch.observe(holder);
  // The observer has told of what is in view before the next frame but one.
  await new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  await Promise.all([...shown.values()].map(({ busy }) => busy));
}
