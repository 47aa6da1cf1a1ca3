import { wholeRun } from './brush.js';
import { chooseWorkload, setUpCharts } from './charts.js';
import { clearPins, paintControls, setUpHighlight } from './highlight.js';
import { charts, on, say, tell } from './state.js';
import { setUpTables } from './tables.js';
import { hideTip } from './tooltip.js';

const root = document.documentElement;

for (const part of document.querySelectorAll('.scripted')) part.hidden = false;
setUpHighlight();
on('highlight', paintControls);
paintControls();
setUpTables();

// What a link leads to must not end up below the controls that stay at the top.
const controls = document.querySelector('.controls');
new ResizeObserver(() => {
  const stays = getComputedStyle(controls).position === 'sticky';
  root.style.scrollPaddingTop = `${stays ? controls.offsetHeight + 12 : 16}px`;
}).observe(controls);

const everywhere = document.getElementById('workload');
everywhere?.addEventListener('change', () => {
  if (everywhere.value === '') {
    for (const name of Object.keys(charts)) chooseWorkload(name, charts[name].shown);
    say('Each chart shows the program that tells most.');
  } else {
    for (const name of Object.keys(charts)) chooseWorkload(name, everywhere.value);
    say(`All charts of one program show ${everywhere.value}.`);
  }
});

const schemes = document.getElementById('scheme');
function chooseScheme() {
  if (schemes.value === 'system') delete root.dataset.scheme;
  else root.dataset.scheme = schemes.value;
  tell('scheme');
}
schemes.addEventListener('change', () => {
  chooseScheme();
  say(schemes.value === 'system' ? 'Colours follow the system.' : `Colours are ${schemes.value}.`);
});
// A browser that comes back to the page may restore what was chosen.
if (schemes.value !== 'system') chooseScheme();

addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  hideTip();
  clearPins();
  wholeRun();
});

// Paper shows what a click would open.
let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of closed) details.open = false;
});

/** A link to something inside closed details opens them. */
function openTarget() {
  const target = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let node = target; node !== null; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
  if (target !== null && target.closest('details') !== null) target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();

await setUpCharts();
root.dataset.ready = 'true';
