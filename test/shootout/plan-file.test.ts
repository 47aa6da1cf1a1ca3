import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { UserError } from '../../src/base/errors.ts';
import { parsePlan, placedError, planKeys } from '../../src/shootout/plan-file.ts';

const schema = JSON.parse(readFileSync(new URL('../../reports/plan.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

const example = `# How much heap do they need?
programs: [gcbench, own/tree.py]
params:
  max_depth: 10
strategies: [mark-sweep, refcount+segregated]
seeds: 3
heap: [1x, 1.5x, 2x]
jitter: 3
oracle: true
`;

describe('a plan', () => {
  test('in YAML and in JSON is the same', () => {
    const { places, ...plan } = parsePlan(example, 'lab/plan.yaml');
    expect(places['jitter']).toMatch(/^lab\/plan\.yaml, line \d+$/);
    expect(plan).toEqual({
      programs: ['gcbench', 'lab/own/tree.py'],
      params: ['max_depth=10'],
      flags: {
        strategies: 'mark-sweep,refcount+segregated',
        seeds: '3',
        heap: '1x,1.5x,2x',
        jitter: '3',
        oracle: true,
      },
    });
    expect(parsePlan(JSON.stringify(parse(example), null, 2), 'lab/plan.json')).toMatchObject(plan);
  });

  test('the schema for editors knows the same keys', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(planKeys).sort());
    expect(validate(parse(example)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ program: 'gcbench' })).toBe(false);
  });
});

describe('errors name file and line, and the next step', () => {
  test.each([
    ['programs: [gcbench]\nstrategy: x\n', 2, "there is no key 'strategy'", "did you mean 'strategies'?"],
    ['seeds: 3\nseeds: 4\n', 2, 'unique', undefined],
    ['programs: [a\nseeds: 3\n', 2, '', undefined],
    ['seeds: 1\n\noracle: perhaps\n', 3, 'oracle must be true or false', undefined],
    ['jitter: some\n', 1, "jitter is 'some'; it must be a whole number", undefined],
    ['heap: {a: 1}\n', 1, 'heap must be a value or a list of values', undefined],
    ['heap: []\n', 1, 'heap is empty', undefined],
    ['params: [1]\n', 1, 'params must be a list of name: value', undefined],
    ['params:\n  depth: [1]\n', 2, "the parameter 'depth'", undefined],
    ['- gcbench\n', 1, 'a plan is a list of key: value', 'see the example at the end of docs/metrics.md'],
  ])('%#', (text, line, what, hint) => {
    let failure: unknown;
    try {
      parsePlan(text, 'plan.yaml');
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(UserError);
    const { message, hint: next } = failure as UserError;
    expect(message).toMatch(new RegExp(`^plan\\.yaml, line ${line}: `));
    expect(message).toContain(what);
    if (hint !== undefined) expect(next).toBe(hint);
    expect(validateText(text)).toBe(false);
  });

  test('a value that only its flag can judge is placed as well, unless the command line gave it', () => {
    const plan = parsePlan('programs: [gcbench]\n\nheap: [1x, 0x]\n', 'plan.yaml');
    const failure = new UserError("--heap '0x' is out of bounds", { hint: 'h' });
    expect(placedError(failure, plan, new Set())).toMatchObject({
      message: "plan.yaml, line 3: --heap '0x' is out of bounds",
      hint: 'h',
    });
    expect(placedError(failure, plan, new Set(['heap']))).toBe(failure);
    const other = new UserError("--seeds 'x' is not a number");
    expect(placedError(other, plan, new Set())).toBe(other);
  });

  function validateText(text: string): boolean {
    try {
      return validate(parse(text)) as boolean;
    } catch {
      return false;
    }
  }
});
