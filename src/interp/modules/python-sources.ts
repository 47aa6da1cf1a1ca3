/** Source text of the modules that heaplab runs as Python programs: the files of py/. */

import { readFileSync } from 'node:fs';
import { codeFile } from '../../base/package-files.ts';

/** Text of py/NAME.py. The files lie beside this one, in the sources as in the built package. */
export function pythonSource(name: string): string {
  return readFileSync(codeFile(`interp/modules/py/${name}.py`), 'utf8');
}
