/** The contract suite: our own strategies keep every clause, and each planted mistake breaks one. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contestantOf } from '../../src/fuzz/contestants.ts';
import { checkContract } from '../../src/fuzz/contract.ts';
import { contractSheet } from '../../src/fuzz/grade-sheet.ts';
import type { Lab, Strategy, StrategyContext, StrategyModule } from '../../src/fuzz/strategy-author.ts';
import { lab, loadStrategyModule } from '../../src/fuzz/strategy-module.ts';
import { strategies } from '../../src/strategies/catalogue.ts';

const broken = (name: string, fault: string | null): string[] =>
  checkContract(contestantOf(name, fault)).flatMap(({ rule, problem }) => (problem === null ? [] : [`${rule}: ${problem}`]));

describe('the contract', () => {
  it.each(strategies.map(({ name }) => name))('is kept by %s', (name) => {
    expect(broken(name, null)).toEqual([]);
  });

  it.each([
    ['mark-sweep', 'cell-not-traced', 'keeps what variables'],
    ['refcount-cycle', 'cycle-not-broken', 'reclaims cycles'],
  ])('is broken by %s with %s', (name, fault, rule) => {
    expect(broken(name, fault).filter((text) => text.startsWith(rule))).not.toEqual([]);
  });

  it('is shown clause by clause, a program only once for one problem', async () => {
    const clauses = checkContract(
      await loadStrategyModule(fileURLToPath(new URL('../../docs/examples/my-strategy.mjs', import.meta.url))),
    );
    const sheet = contractSheet(clauses);
    expect(sheet).toMatch(/^Contract: \d+ of \d+ clauses kept\n/);
    expect(sheet).toContain('broken  starts, and ends cleanly');
    expect(sheet.split('# the empty program').length).toBe(2);
    expect(sheet).toContain(': as above');
  });

  it('is asked of a module that is written with the types of the package', () => {
    const capabilities = strategies.find(({ name }) => name === 'no-gc')!.capabilities;
    const own: StrategyModule = {
      name: 'mine',
      capabilities,
      create(context: StrategyContext, parts: Lab): Strategy {
        class Mine extends parts.TracingStrategy<ReturnType<Lab['makeAllocator']>> {
          protected readonly collectionKind = 'mine';
          protected trace(): void {}
          protected sideBytes(): number {
            return 0;
          }
        }
        return new Mine('mine', context, capabilities, (pages) => parts.makeAllocator('malloc', pages));
      },
    };
    const clauses = checkContract({
      ...own,
      create: (context) => own.create(context, lab),
      variant: '',
      restorable: false,
      booksBalance: false,
    });
    expect(clauses.filter(({ problem }) => problem !== null)).toEqual([]);
  });
});
