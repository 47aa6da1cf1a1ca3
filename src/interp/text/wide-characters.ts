/**
 * Characters that take two columns of a terminal: East Asian width W or F in Unicode 15.1.0, the
 * version of Python 3.13's unicodedata.
 */

/** Ranges in order: first code point and, after a colon, how many; both in base 36. */
const rangeTable = `
3cw:2o 6xm:2 6y1:2 73d:4 73k 73n 7i5:2 7is:2 7k8:c 7lr 7mb 7mp 7my:2 7nh:2 7no:2 7ny 7o4 7oq 7oy:2 7p1 7p6 7p9 7ph
7pm:2 7qg 7rg 7ri 7rn:3 7rr 7th:3 7u8 7un 8ij:2 8k0 8k5 96o:q 97f:2h 9a8:5y 9gw:27 9j5:2e 9ll:2v 9ol:17 9pt:2m 9sg:2c
9v3:1c 9wg:14 9xs:5f4 feo:h3h wi8:1j xgg:t xz4:8mc 1d6o:e8 1e6o:a 1e7k:z 1e8k:j 1e94:4 1edd:2o 1ejk:7 20o0:5 20og:2
20ow:4qg 25fk:ye 26f4:9 2dbk:4 2dbp:7 2dbx:2 2dc0:83 2dki 2dlc:3 2dlh 2dlw:4 2dm8:b0 2pz8 2q4v 2qa6 2qa9:a 2qdc:3
2qds:18 2qf4:9 2qfk:2 2qg0:6 2qkg:x 2qlp:9 2qlz:1y 2qny:m 2qow:17 2qq7:5 2qqo:h 2qr8 2qrc:1z 2qtc 2qte:57 2qyn:1r
2r0r:4 2r0w:o 2r22 2r2t:2 2r38 2r5n:2d 2r9c:1y 2rbg 2rbk:3 2rbp:3 2rbw:4 2rcb:2 2rck:9 2rj4:c 2rjk 2rrg:1b 2rss:a
2rt3:55 2s1c:d 2s1s:9 2s28:1a 2s3j:7 2s3y:e 2s4g:9 2s4w:9 2t4w:1eke 47pc:1eke
`;

const ranges: readonly (readonly [first: number, past: number])[] = rangeTable
  .trim()
  .split(/\s+/u)
  .map((word) => {
    const [first, count] = word.split(':');
    const start = Number.parseInt(first!, 36);
    return [start, start + (count === undefined ? 1 : Number.parseInt(count, 36))];
  });

export function isWide(codePoint: number): boolean {
  if (codePoint < 0x1100) return false;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] > codePoint) high = middle;
    else low = middle + 1;
  }
  return low < ranges.length && codePoint >= ranges[low]![0];
}
