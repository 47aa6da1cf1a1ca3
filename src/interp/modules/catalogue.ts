/** Every module that a program can import by name, and why some that CPython has are refused. */
import { functoolsModule } from './functools.ts';
import { itertoolsModule } from './itertools/itertools.ts';
import type { ModuleSpec } from './module-spec.ts';
import { operatorModule } from './operator.ts';

/** A plain object that takes any attribute: what sys.implementation is. */
const namespaceModule: ModuleSpec = { name: '_namespace' };

export const moduleSpecs: readonly ModuleSpec[] = [namespaceModule, operatorModule, itertoolsModule, functoolsModule];

/** Sentences behind "No module named", by module. */
export const refusedModules: Readonly<Record<string, string>> = {
  os: 'heaplab gives programs no access to the host',
  socket: 'heaplab gives programs no access to the network',
  subprocess: 'heaplab starts no processes',
  threading: 'heaplab runs one thread',
};
