/** The module _digest: checksums of bytes, for hashlib, zlib and binascii. Their algorithms are the host's, which the standards fix to the bit. */

import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, deflateSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { WORDS } from '../../heap/memory.ts';
import { bytesLike } from '../objects/buffer.ts';
import { newBytes } from '../objects/bytes.ts';
import { newBigInt, newInt } from '../objects/int.ts';
import { tupleFrom } from '../objects/sequence.ts';
import { newStr, strText } from '../objects/str.ts';
import type { NativeSpec } from '../runtime/native.ts';
import { asBigInt, asIndex } from '../runtime/operators.ts';
import type { ModuleSpec } from './module-spec.ts';

const M = WORDS;

/** hashed(name, data, size): the digest of the data; `size` bytes of it for shake, otherwise 0. */
const hashed: NativeSpec = {
  name: 'hashed',
  arity: { min: 3, max: 3 },
  fn: (rt, args) => {
    const size = asIndex(rt, M[args + 4]);
    const hash = createHash(strText(rt, M[args]), size === 0 ? {} : { outputLength: size });
    return newBytes(rt, hash.update(bytesLike(rt, M[args + 2])).digest());
  },
};

const crc: NativeSpec = {
  name: 'crc32',
  arity: { min: 1, max: 2 },
  fn: (rt, args, count) => {
    const start = count === 2 ? Number(asBigInt(rt, M[args + 2]) & 0xffffffffn) : 0;
    return newBigInt(rt, BigInt(crc32(bytesLike(rt, M[args]), start)));
  },
};

const ADLER = 65521;
/** Bytes after which the sums of Adler-32 could leave 32 bits. */
const ADLER_RUN = 5552;

const adler: NativeSpec = {
  name: 'adler32',
  arity: { min: 1, max: 2 },
  fn: (rt, args, count) => {
    const start = count === 2 ? Number(asBigInt(rt, M[args + 2]) & 0xffffffffn) : 1;
    const data = bytesLike(rt, M[args]);
    let low = start & 0xffff;
    let high = start >>> 16;
    for (let from = 0; from < data.length; from += ADLER_RUN) {
      const end = Math.min(from + ADLER_RUN, data.length);
      for (let index = from; index < end; index++) {
        low += data[index]!;
        high += low;
      }
      low %= ADLER;
      high %= ADLER;
    }
    return newBigInt(rt, (BigInt(high) << 16n) | BigInt(low));
  },
};

/** deflate(data, level, wbits): wbits as in zlib: negative is raw, above 15 a gzip frame. */
const deflate: NativeSpec = {
  name: 'deflate',
  arity: { min: 3, max: 3 },
  fn: (rt, args) => {
    const data = bytesLike(rt, M[args]);
    const level = asIndex(rt, M[args + 2]);
    const bits = asIndex(rt, M[args + 4]);
    const compress = bits < 0 ? deflateRawSync : bits > 15 ? gzipSync : deflateSync;
    return newBytes(rt, compress(data, { level }));
  },
};

/** inflate(data, raw): the bytes and how many of the data they took, or the sentence of what is wrong with the data. */
const inflate: NativeSpec = {
  name: 'inflate',
  arity: { min: 2, max: 2 },
  fn: (rt, args) => {
    const read = inflated(bytesLike(rt, M[args]), M[args + 2] === rt.true);
    if (typeof read === 'string') return newStr(rt, read);
    return tupleFrom(rt, [() => newBytes(rt, read.buffer), () => newInt(rt, read.used)]);
  },
};

function inflated(data: Uint8Array, raw: boolean): { readonly buffer: Uint8Array; readonly used: number } | string {
  try {
    // With `info` the library gives its engine too, which its types do not say.
    const read: unknown = raw ? inflateRawSync(data, { info: true }) : inflateSync(data, { info: true });
    const { buffer, engine } = read as { buffer: Uint8Array; engine: { bytesWritten: number } };
    return { buffer, used: engine.bytesWritten };
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'the data could not be read';
  }
}

export const digestModule: ModuleSpec = {
  name: '_digest',
  doc: 'Checksums and compression of bytes.',
  functions: [hashed, crc, adler, deflate, inflate],
};
