/** The module codecs: what the machine knows of encodings; the rest in py/codecs.py. */
import { WORDS } from '../../heap/memory.ts';
import { newStr, strText } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { shownCodecName } from '../text/encoding-names.ts';
import type { ModuleSpec } from './module-spec.ts';
import { pythonSource } from './python-sources.ts';

const M = WORDS;

/** _codec_name(encoding) -> the name that CodecInfo shows, or None for an encoding that str.encode does not know. */
const codecName: NativeSpec = {
  name: '_codec_name',
  arity: 'one',
  fn: (rt, args) => {
    const name = shownCodecName(strText(rt, M[args]));
    return name === null ? rt.none : newStr(rt, name);
  },
};

export const codecsModule: ModuleSpec = {
  name: 'codecs',
  functions: [codecName],
  get python() {
    return pythonSource('codecs');
  },
};
