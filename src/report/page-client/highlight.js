/** A strategy stands out in every chart and table: while it is pointed at or focused, and as long as it is pinned. */
import { say, strategies, tell } from './state.js';

const pinned = new Set();
let previewed = null;

/** Empty when none stands out. */
export function litStrategies() {
  return previewed === null ? pinned : new Set([...pinned, previewed]);
}

export function preview(strategy) {
  if (strategy === previewed) return;
  previewed = strategy;
  tell('highlight');
}

export function togglePin(strategy) {
  if (!pinned.delete(strategy)) pinned.add(strategy);
  previewed = null;
  tell('highlight');
  say(
    pinned.size === 0
      ? 'No strategy is highlighted.'
      : `Highlighted in all charts and tables: ${strategies.filter((name) => pinned.has(name)).join(', ')}.`,
  );
}

export function clearPins() {
  if (pinned.size === 0) return;
  pinned.clear();
  previewed = null;
  tell('highlight');
  say('No strategy is highlighted.');
}

/** The longest name first, so that `refcount-cycle` is not taken for `refcount`. */
const byLength = [...strategies].sort((a, b) => b.length - a.length);

/** The strategy that an element of a drawing stands for: by its row, as an entry of a legend or an axis, or because its text begins with it. */
export function strategyOf(element) {
  const datum = element.__data__?.datum;
  if (typeof datum?.strategy === 'string') return datum.strategy;
  if (strategies.includes(datum?.value)) return datum.value;
  if (element.tagName !== 'text') return null;
  const text = (element.querySelector('tspan') ?? element).textContent;
  return byLength.find((name) => text.startsWith(name) && !/^[\w.+-]/.test(text.slice(name.length))) ?? null;
}

/** Sets back what stands for the others. To be called again whenever a drawing changed. */
export function paintHighlight(stage) {
  const lit = litStrategies();
  for (const element of stage.querySelectorAll('path, rect, text, line, circle, image')) {
    // What is not shown at all (outside the window) stays so.
    const strategy = lit.size === 0 || element.__data__?.opacity === 0 ? null : strategyOf(element);
    element.classList.toggle('dim', strategy !== null && !lit.has(strategy));
  }
}

export function setUpHighlight() {
  for (const chip of document.querySelectorAll('.chip')) {
    const { strategy } = chip.dataset;
    chip.addEventListener('pointerenter', () => preview(strategy));
    chip.addEventListener('pointerleave', () => preview(null));
    // A click with the mouse focuses too, but then the pointer has said it already.
    chip.addEventListener('focus', () => chip.matches(':focus-visible') && preview(strategy));
    chip.addEventListener('blur', () => preview(null));
    chip.addEventListener('click', () => togglePin(strategy));
  }
  for (const head of document.querySelectorAll('tr[data-strategy] > .strategy')) {
    const { strategy } = head.parentElement.dataset;
    head.addEventListener('pointerenter', () => preview(strategy));
    head.addEventListener('pointerleave', () => preview(null));
    head.addEventListener('click', () => togglePin(strategy));
  }
  document.getElementById('clear').addEventListener('click', clearPins);
}

/** Chips, and rows of tables. */
export function paintControls() {
  const lit = litStrategies();
  for (const chip of document.querySelectorAll('.chip')) {
    chip.setAttribute('aria-pressed', String(pinned.has(chip.dataset.strategy)));
  }
  for (const row of document.querySelectorAll('tr[data-strategy]')) row.classList.toggle('lit', lit.has(row.dataset.strategy));
  document.getElementById('clear').disabled = pinned.size === 0;
}
