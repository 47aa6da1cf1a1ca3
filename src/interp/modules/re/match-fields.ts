/**
 * Layout of re.Match.
 *
 * ```
 *  word 4 string; 6 pattern; 8 bytes with the registers: start and end of each group as int32, -1 unset;
 *  10 pos; 11 endpos; 12 lastindex (0: none)                                                              88 bytes
 * ```
 */
export const MATCH_STRING = 4;
export const MATCH_PATTERN = 6;
export const MATCH_MARKS = 8;
export const MATCH_POS = 10;
export const MATCH_ENDPOS = 11;
export const MATCH_LAST_INDEX = 12;
export const MATCH_BYTES = 88;
