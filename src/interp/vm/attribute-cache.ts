/**
 * Inline caches of attribute instructions: four words an instruction.
 *
 * ```
 *  0 representation word of the owner seen;  1 version of its type;  2 what was found;  3 payload
 * ```
 */

/** Payload: word offset of an inline value. */
export const ATTR_INLINE = 1;
/** Payload: address of a function or method descriptor on the type (dropped when a collection moves things). */
export const ATTR_METHOD = 2;
/** Payload: word offset of a `__slots__` place. */
export const ATTR_SLOT = 3;

/** Bits in the first word of the cache of an arithmetic instruction, a comparison or a subscript: what it met beside ints (and lists). */
export const SEEN_FLOAT = 1;
export const SEEN_OTHER = 2;
/** Of an addition: two strings. */
export const SEEN_STR = 4;

/** First word of the cache of a call instruction that has called a class. */
export const CALLED_CLASS = 1;
