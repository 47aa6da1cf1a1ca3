import { expect, it } from 'vitest';
import { compileExpression, compileModule, compileSingle } from '../../../src/interp/bytecode/compile.ts';
import { disassemble } from '../../../src/interp/bytecode/disassemble.ts';

/** Instructions without lines and indices, blank lines dropped. */
function listing(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^ {2,}(\d+|--)? *(L\d+:)? *\d+ {2}/, '').replace(/ +/g, ' '))
    .filter((line) => line !== '');
}

it('shows lines, labels, operands and handlers', () => {
  const { code } = compileModule('try:\n    f(1)\nexcept E:\n    pass\n', 'name.py');
  expect(disassemble(code)).toBe(
    `    0            0  RESUME                        0

    2            1  LOAD_NAME                     0 (f)
                 2  LOAD_CONST                    0 (1)
                 3  CALL                          1
                 4  POP_TOP
                 5  LOAD_CONST                    1 (None)
                 6  RETURN_VALUE

   --     L7:    7  PUSH_EXC_INFO

    3            8  LOAD_NAME                     1 (E)
                 9  CHECK_EXC_MATCH
                10  POP_JUMP_IF_FALSE            15 (to L15)
                11  POP_TOP

    4           12  POP_EXCEPT
                13  LOAD_CONST                    1 (None)
                14  RETURN_VALUE

    3    L15:   15  RERAISE                       0

   --    L16:   16  COPY                          3
                17  POP_EXCEPT
                18  RERAISE                       1
ExceptionTable:
  1 to 4 -> L7 [0]
  7 to 11 -> L16 [1] lasti
  15 to 15 -> L16 [1] lasti
`,
  );
});

it('displays the value of an interactive expression', () => {
  expect(listing(disassemble(compileSingle('x\n', 'f').code))).toEqual([
    'RESUME 0',
    'LOAD_NAME 0 (x)',
    'PRINT_EXPR',
    'LOAD_CONST 0 (None)',
    'RETURN_VALUE',
  ]);
});

it('returns the value of an eval expression', () => {
  expect(listing(disassemble(compileExpression('x + 1', 'f').code))).toEqual([
    'RESUME 0',
    'LOAD_NAME 0 (x)',
    'LOAD_CONST 0 (1)',
    'BINARY_ADD 0',
    'RETURN_VALUE',
  ]);
});

it.each([
  [
    'a and b or c',
    ['LOAD_NAME 0 (a)', 'POP_JUMP_IF_FALSE 5 (to L5)', 'LOAD_NAME 1 (b)', 'JUMP_IF_TRUE_OR_POP 6 (to L6)', 'LOAD_NAME 2 (c)'],
  ],
  [
    'a if b is None else c',
    ['LOAD_NAME 0 (b)', 'POP_JUMP_IF_NOT_NONE 5 (to L5)', 'LOAD_NAME 1 (a)', 'RETURN_VALUE', 'LOAD_NAME 2 (c)'],
  ],
  ['o.m(1)', ['LOAD_NAME 0 (o)', 'LOAD_METHOD 1 (m)', 'LOAD_CONST 0 (1)', 'CALL_METHOD 1']],
  ['f(*a, k=1)', ['LOAD_NAME 0 (f)', 'LOAD_NAME 1 (a)', 'LOAD_CONST 0 ("k")', 'LOAD_CONST 1 (1)', 'BUILD_MAP 1', 'CALL_EX 1']],
])('%s', (text, wanted) => {
  const all = listing(disassemble(compileExpression(text, 'f').code));
  expect(all.slice(1, -1)).toEqual(wanted);
});
