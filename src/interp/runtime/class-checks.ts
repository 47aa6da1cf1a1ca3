/**
 * isinstance and issubclass (CPython: object_isinstance, abstract_issubclass and their neighbours in Objects/abstract.c). What is not a class counts as one when it
 * has a tuple of `__bases__`. Operands are borrowed and must be rooted by the caller.
 */

import { REP } from '../../heap/layout.ts';
import { type Address, WORDS } from '../../heap/memory.ts';
import { KIND } from '../objects/kinds.ts';
import { tupleItem, tupleLength } from '../objects/sequence.ts';
import { intern } from '../objects/str.ts';
import { callBoundSpecial, findAttrNamed } from './attributes.ts';
import { raiseTypeError } from './exceptions.ts';
import { isSubtype, typeLookup } from './lookup.ts';
import { enterRecursion, isTrue } from './operators.ts';
import type { Runtime } from './runtime.ts';

const M = WORDS;

function isClass(object: Address): boolean {
  return (M[object + REP] & 0xff) === KIND.type;
}

/** isinstance(object, class or tuple), with `__instancecheck__`. */
export function isInstance(rt: Runtime, object: Address, classes: Address): boolean {
  return M[object + 2] === classes || check(rt, object, classes, '__instancecheck__', plainIsInstance);
}

/** issubclass(class, class or tuple), with `__subclasscheck__`. */
export function isSubclass(rt: Runtime, derived: Address, classes: Address): boolean {
  return check(rt, derived, classes, '__subclasscheck__', plainIsSubclass);
}

function check(
  rt: Runtime,
  object: Address,
  classes: Address,
  special: '__instancecheck__' | '__subclasscheck__',
  plain: (rt: Runtime, object: Address, cls: Address) => boolean,
): boolean {
  if ((M[classes + REP] & 0xff) === KIND.tuple) {
    const one = special === '__instancecheck__' ? isInstance : isSubclass;
    enterRecursion(rt, ` in ${special}`);
    const held = rt.pushMovable(object);
    const tuple = rt.pushMovable(classes);
    let found = false;
    for (let index = 0; !found && index < tupleLength(rt, rt.movable(tuple, classes)); index++)
      found = one(rt, rt.movable(held, object), tupleItem(rt, rt.movable(tuple, classes), index));
    rt.unwind(held);
    rt.nativeDepth--;
    return found;
  }
  if (isClass(classes) && rt.typeOf(classes) === rt.typeInfo) return plain(rt, object, classes);
  const method = typeLookup(rt, rt.typeOf(classes), intern(rt, special));
  // type's own method would do no more than the plain check.
  if (method === 0 || method === typeLookup(rt, rt.typeInfo, intern(rt, special))) return plain(rt, object, classes);
  const result = rt.push(callBoundSpecial(rt, classes, special, object));
  const truth = isTrue(rt, M[result]);
  rt.unwind(result);
  return truth;
}

/** type.__instancecheck__. */
export function plainIsInstance(rt: Runtime, object: Address, cls: Address): boolean {
  if (isClass(cls) && isSubtype(rt.typeOf(object), rt.infoOfType(cls))) return true;
  const held = rt.pushMovable(object);
  const wanted = rt.pushMovable(cls);
  if (!isClass(cls)) mustHaveBases(rt, cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  // A proxy may say it is of another class.
  const said = rt.push(findAttrNamed(rt, rt.movable(held, object), '__class__'));
  const kept = rt.movable(wanted, cls);
  const holds =
    M[said] !== 0 &&
    (isClass(kept)
      ? isClass(M[said]) && isSubtype(rt.infoOfType(M[said]), rt.infoOfType(kept))
      : derivesByBases(rt, M[said], kept));
  rt.unwind(held);
  return holds;
}

/** type.__subclasscheck__. */
export function plainIsSubclass(rt: Runtime, derived: Address, cls: Address): boolean {
  if (isClass(derived) && isClass(cls)) return isSubtype(rt.infoOfType(derived), rt.infoOfType(cls));
  const held = rt.pushMovable(derived);
  const wanted = rt.pushMovable(cls);
  mustHaveBases(rt, derived, 'issubclass() arg 1 must be a class');
  mustHaveBases(rt, rt.movable(wanted, cls), 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
  const derives = derivesByBases(rt, rt.movable(held, derived), rt.movable(wanted, cls));
  rt.unwind(held);
  return derives;
}

/** `object.__bases__` if that is a tuple, owned; else 0. */
function findBases(rt: Runtime, object: Address): Address {
  const bases = findAttrNamed(rt, object, '__bases__');
  if (bases === 0 || (M[bases + REP] & 0xff) === KIND.tuple) return bases;
  rt.release(bases);
  return 0;
}

function mustHaveBases(rt: Runtime, object: Address, message: string): void {
  if (isClass(object)) return;
  const bases = findBases(rt, object);
  if (bases === 0) raiseTypeError(rt, message);
  rt.release(bases);
}

/** Is `cls` the object `derived`, or one of its `__bases__`, or one of theirs? */
function derivesByBases(rt: Runtime, derived: Address, cls: Address): boolean {
  const wanted = rt.pushMovable(cls);
  const bases = rt.push(0);
  let found = derived === cls;
  for (let candidate = derived; !found; found = candidate === rt.movable(wanted, cls)) {
    rt.setRoot(bases, findBases(rt, candidate));
    if (M[bases] === 0 || tupleLength(rt, M[bases]) !== 1) break;
    candidate = tupleItem(rt, M[bases], 0);
  }
  if (!found && M[bases] !== 0) {
    enterRecursion(rt, ' in __issubclass__');
    for (let index = 0; !found && index < tupleLength(rt, M[bases]); index++)
      found = derivesByBases(rt, tupleItem(rt, M[bases], index), rt.movable(wanted, cls));
    rt.nativeDepth--;
  }
  rt.unwind(wanted);
  return found;
}
