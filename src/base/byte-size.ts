import { UserError } from './errors.ts';

const units: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/**
 * Bytes of a size such as `65536`, `512k`, `64m`, `1.5g`, `64MiB`; units are powers of 1024. `what` names the setting in
 * the error. Throws UserError for anything else, for zero and for sizes no number holds exactly.
 */
export function parseByteSize(text: string, what: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmg]?)(?:i?b)?$/i.exec(text.trim());
  const unit = units[(match?.[2] ?? '').toLowerCase()];
  const bytes = match === null || unit === undefined ? Number.NaN : Math.floor(Number(match[1]) * unit);
  if (!Number.isSafeInteger(bytes) || bytes <= 0) {
    throw new UserError(`${what} '${text}' is not a size`, {
      hint: 'write a positive number of bytes, such as 65536, 512k, 64m or 1g',
    });
  }
  return bytes;
}

/** A size for people: three significant digits and a unit, powers of 1024 (`1.50 MiB`). Bytes below 1024 are exact. */
export function formatBytes(bytes: number): string {
  if (Math.abs(bytes) < 1024) return `${bytes} B`;
  let value = bytes;
  let unit = 'B';
  for (const next of ['KiB', 'MiB', 'GiB', 'TiB']) {
    if (Math.abs(value) < 999.5) break;
    value /= 1024;
    unit = next;
  }
  const decimals = Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0;
  return `${value.toFixed(decimals)} ${unit}`;
}

/** A count for people: three significant digits and k, M, G or T (`1.25 M`). Counts below 1000 are exact. */
export function formatCount(count: number): string {
  if (Math.abs(count) < 1000) return Number.isInteger(count) ? String(count) : count.toFixed(1);
  let value = count;
  let unit = '';
  for (const next of ['k', 'M', 'G', 'T']) {
    if (Math.abs(value) < 999.5) break;
    value /= 1000;
    unit = next;
  }
  const decimals = Math.abs(value) < 9.995 ? 2 : Math.abs(value) < 99.95 ? 1 : 0;
  return `${value.toFixed(decimals)} ${unit}`;
}
