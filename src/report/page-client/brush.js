/**
 * The stretch of clock A that all charts over it show. It belongs to a workload, since bytes allocated by one program say nothing of
 * another; charts of other workloads keep showing their whole run.
 */
import { bytesText, charts, programOf, say, tell, wholeOf } from './state.js';

/** `{ workload, from, to }` in bytes allocated, or null for whole runs. */
let chosen = null;

/** `[from, to]` in bytes, or null for the whole run. */
export function windowOf(workload) {
  return chosen !== null && chosen.workload === workload ? [chosen.from, chosen.to] : null;
}

/** Steps of the sliders, and the least width of a window. */
const steps = 200;

export function chooseWindow(workload, from, to) {
  const whole = wholeOf[workload];
  const step = whole / steps;
  const low = Math.max(0, Math.min(from, to, whole - step));
  const high = Math.min(whole, Math.max(from, to, low + step));
  chosen = low <= 0 && high >= whole ? null : { workload, from: low, to: high };
  tell('window');
  const clocked = Object.keys(charts).filter((name) => charts[name].clock !== null);
  const following = clocked.filter((name) => programOf.get(name) === workload).length;
  const others = clocked.length - following;
  const rest = others === 0 ? '' : ` ${others} more ${others === 1 ? 'shows' : 'show'} another program.`;
  say(
    chosen === null
      ? 'Charts over bytes allocated show the whole run.'
      : `${following === 1 ? '1 chart' : `${following} charts`} over bytes allocated: ${workload} from ${bytesText(low)} to ${bytesText(high)}.${rest}`,
  );
}

export function wholeRun() {
  if (chosen === null) return;
  chosen = null;
  tell('window');
  say('Charts over bytes allocated show the whole run.');
}

/** The two sliders below a chart; `workload` says which one it shows now. */
export function setUpWindow(box, workload) {
  const [from, to] = box.querySelectorAll('input');
  const bytesAt = (slider) => (Number(slider.value) / steps) * wholeOf[workload()];
  const move = (slider) => {
    // The one that moves pushes the other: they never cross.
    if (Number(from.value) >= Number(to.value)) {
      if (slider === from) to.value = String(Math.min(steps, Number(from.value) + 1));
      else from.value = String(Math.max(0, Number(to.value) - 1));
    }
    chooseWindow(workload(), bytesAt(from), bytesAt(to));
  };
  for (const slider of [from, to]) slider.addEventListener('input', () => move(slider));
  box.querySelector('button').addEventListener('click', wholeRun);
}

export function paintWindow(box, workload) {
  const [from, to] = box.querySelectorAll('input');
  const whole = wholeOf[workload];
  const shown = windowOf(workload);
  const [low, high] = shown ?? [0, whole];
  for (const [slider, bytes] of [
    [from, low],
    [to, high],
  ]) {
    slider.value = String(Math.round((bytes / whole) * steps));
    slider.setAttribute('aria-valuetext', bytesText(bytes));
  }
  box.querySelector('.readout').textContent =
    shown === null ? `whole run, ${bytesText(whole)}` : `${bytesText(low)} to ${bytesText(high)} of ${bytesText(whole)}`;
  box.querySelector('button').disabled = shown === null;
  box.classList.toggle('narrowed', shown !== null);
}

/** Dragging across a plot chooses what lies below it. `domain()` is the stretch that the plots show now, in bytes. */
export function setUpBrush(holder, domain, workload) {
  let drag = null;
  holder.addEventListener('pointerdown', (event) => {
    // A finger scrolls; it has the sliders.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const plot = plotAt(holder, event);
    const shown = domain();
    if (plot === null || shown === null) return;
    drag = { plot, shown, from: event.clientX, box: null };
    event.preventDefault();
  });
  addEventListener('pointermove', (event) => {
    if (drag === null) return;
    const { plot } = drag;
    const to = Math.max(plot.left, Math.min(event.clientX, plot.right));
    if (drag.box === null) {
      if (Math.abs(event.clientX - drag.from) < 5) return;
      drag.box = document.createElement('div');
      drag.box.className = 'brush';
      holder.append(drag.box);
    }
    const origin = holder.getBoundingClientRect();
    drag.box.style.left = `${Math.min(drag.from, to) - origin.left + holder.scrollLeft}px`;
    drag.box.style.width = `${Math.abs(to - drag.from)}px`;
    drag.box.style.top = `${plot.top - origin.top}px`;
    drag.box.style.height = `${plot.height}px`;
    drag.to = to;
  });
  addEventListener('pointerup', () => {
    if (drag === null) return;
    const { plot, shown, from, to, box } = drag;
    drag = null;
    if (box === null) return;
    box.remove();
    const bytesAt = (x) => shown[0] + ((x - plot.left) / plot.width) * (shown[1] - shown[0]);
    chooseWindow(workload(), bytesAt(from), bytesAt(to));
    // The click that ends a drag is not meant for the mark below it; it comes before any timer.
    holder.classList.add('dragged');
    setTimeout(() => holder.classList.remove('dragged'));
  });
  holder.addEventListener('dblclick', wholeRun);
}

/** The smallest plot of the drawing that the pointer is in: the panel of a small multiple, or the whole. */
function plotAt(holder, { clientX, clientY }) {
  let smallest = null;
  for (const background of holder.querySelectorAll('svg path.background')) {
    const box = background.getBoundingClientRect();
    const inside = clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
    if (
      inside &&
      box.width * box.height > 0 &&
      (smallest === null || box.width * box.height < smallest.width * smallest.height)
    ) {
      smallest = box;
    }
  }
  return smallest;
}
