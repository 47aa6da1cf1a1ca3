/** Columns of a packed table as the values they stand for; `packTable` says how they are packed. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const missing = '!';

/** The values of one column, from the first row to the last. */
export function valuesOf({ values, words, steps, unit }) {
  const numbers = steps === undefined ? values : numbersOf(steps, unit);
  return words === undefined ? numbers : numbers.map((place) => words[place] ?? null);
}

function numbersOf(steps, unit) {
  const numbers = [];
  let last = 0;
  for (let at = 0; at < steps.length; at++) {
    if (steps[at] === missing) {
      numbers.push(null);
      continue;
    }
    let step = 0;
    let scale = 1;
    let digit = digits.indexOf(steps[at]);
    for (; digit >= 32; digit = digits.indexOf(steps[++at])) {
      step += (digit - 32) * scale;
      scale *= 32;
    }
    step += digit * scale;
    last += (step % 2 === 1 ? -(step + 1) / 2 : step / 2) * unit;
    numbers.push(last);
  }
  return numbers;
}
