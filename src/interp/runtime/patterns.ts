/** The look-ups of match statements (CPython: match_keys and match_class in Python/ceval.c). */
import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { KIND } from '../objects/kinds.ts';
import { isTuple, newTupleFromTop, tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern, isStr, strText } from '../objects/str.ts';
import { findAttr, findAttrNamed } from './attributes.ts';
import { isInstance } from './class-checks.ts';
import { caught, raise, raiseTypeError } from './exceptions.ts';
import { equals, getItem, reprText } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

/** Tuple of the subject's values for `keys`, or None when one is missing. */
export function matchKeys(rt: Runtime, subject: Address, keys: Address): Address {
  const count = tupleLength(rt, keys);
  const mark = rt.sp;
  rt.pinned++;
  for (let index = 0; index < count; index++) {
    const key = tupleItem(rt, keys, index);
    for (let other = 0; other < index; other++) {
      if (equals(rt, tupleItem(rt, keys, other), key)) {
        raise(rt, 'ValueError', `mapping pattern checks duplicate key (${reprText(rt, key)})`);
      }
    }
    const slot = rt.sp;
    let value = 0;
    if ((M[subject + REP] & 0xff) === KIND.dict) {
      const get = rt.push(findAttrNamed(rt, subject, 'get'));
      rt.push(rt.retain(key));
      rt.push(rt.retain(rt.notImplemented));
      value = rt.call(get, 2, 0);
      if (value === rt.notImplemented) value = 0;
    } else {
      try {
        value = getItem(rt, subject, key);
      } catch (thrown) {
        caught(rt, thrown, slot, 'KeyError');
      }
    }
    if (value === 0) {
      rt.unwind(mark);
      rt.pinned--;
      return rt.none;
    }
    rt.push(value);
  }
  const tuple = newTupleFromTop(rt, count);
  rt.pinned--;
  return tuple;
}

/** Tuple of attributes for `type(p1, ..., n1=...)`, or None when the subject does not match. */
export function matchClass(rt: Runtime, subject: Address, type: Address, positional: number, names: Address): Address {
  if ((M[type + REP] & 0xff) !== KIND.type) {
    raiseTypeError(rt, 'called match pattern must be a class');
  }
  rt.pinned++;
  const result = match(rt, subject, type, positional, names);
  rt.pinned--;
  return result;
}

function match(rt: Runtime, subject: Address, type: Address, positional: number, names: Address): Address {
  if (!isInstance(rt, subject, type)) return rt.none;
  const info = rt.infoOfType(type);
  const mark = rt.sp;
  const seen: string[] = [];
  const take = (name: Address): boolean => {
    const text = strText(rt, name);
    if (seen.includes(text)) raiseTypeError(rt, `${info.name}() got multiple sub-patterns for attribute '${text}'`);
    seen.push(text);
    const value = findAttr(rt, subject, name);
    if (value === 0) return false;
    rt.push(value);
    return true;
  };
  if (positional > 0) {
    const args = findAttrNamed(rt, type, '__match_args__');
    if (args !== 0) {
      const slot = rt.push(args);
      if (!isTuple(rt, args)) raiseTypeError(rt, `${info.name}.__match_args__ must be a tuple (got ${rt.typeOf(args).name})`);
      const allowed = tupleLength(rt, args);
      if (allowed < positional) tooMany(rt, info.name, allowed, positional);
      for (let index = 0; index < positional; index++) {
        const name = tupleItem(rt, args, index);
        if (!isStr(rt, name)) raiseTypeError(rt, `__match_args__ elements must be strings (got ${rt.typeOf(name).name})`);
        if (!take(name)) {
          rt.unwind(mark);
          return rt.none;
        }
      }
      // Take __match_args__ out from under the values.
      for (let at = slot; at < rt.sp - 2; at += 2) M[at] = M[at + 2];
      rt.sp -= 2;
      rt.release(args);
    } else {
      if (!info.matchSelf) tooMany(rt, info.name, 0, positional);
      if (positional > 1) tooMany(rt, info.name, 1, positional);
      rt.push(rt.retain(subject));
    }
  }
  const count = tupleLength(rt, names);
  for (let index = 0; index < count; index++) {
    const name = tupleItem(rt, names, index);
    if (!take(intern(rt, strText(rt, name)))) {
      rt.unwind(mark);
      return rt.none;
    }
  }
  return newTupleFromTop(rt, (rt.sp - mark) >> 1);
}

function tooMany(rt: Runtime, name: string, allowed: number, given: number): never {
  raiseTypeError(rt, `${name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${given} given)`);
}
