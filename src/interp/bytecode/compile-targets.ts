import type { Attribute, Expr, Located, Slice } from '../syntax/ast.ts';
import { utf8Length } from '../syntax/source-text.ts';
import { NONE } from './compile-tables.ts';
import type { Compiler } from './compiler.ts';

/** Stores and deletions. The value to store is on top of the stack. */

export function store(c: Compiler, target: Expr): void {
  switch (target.kind) {
    case 'Name':
      return c.storeName(target.id, target);
    case 'Attribute':
      noteStaticAttribute(c, target);
      c.expr(target.value);
      c.withName('STORE_ATTR', c.unit.mangled(target.attr), attributePlace(target, target));
      return;
    case 'Subscript':
      c.expr(target.value);
      if (isSimpleSlice(target.slice)) {
        sliceBounds(c, target.slice);
        c.op('STORE_SLICE', target);
      } else {
        c.expr(target.slice);
        c.op('STORE_SUBSCR', target);
      }
      return;
    case 'Tuple':
    case 'List':
      unpack(c, target.elts, target);
      for (const item of target.elts) store(c, item.kind === 'Starred' ? item.value : item);
      return;
    case 'Starred':
      throw c.source.error(
        'starred assignment target must be in a list or tuple',
        target.line,
        target.col,
        target.endLine,
        target.endCol,
      );
    default:
      throw c.source.error('cannot assign to expression', target.line, target.col, target.endLine, target.endCol);
  }
}

function unpack(c: Compiler, elts: readonly Expr[], place: Located): void {
  const star = elts.findIndex((item) => item.kind === 'Starred');
  if (star < 0) {
    c.op('UNPACK_SEQUENCE', place, elts.length);
    return;
  }
  const after = elts.length - star - 1;
  if (star >= 256 || after >= 1 << 15) {
    const message = 'too many expressions in star-unpacking assignment';
    throw c.source.error(message, place.line, place.col, place.endLine, place.endCol);
  }
  c.op('UNPACK_EX', place, star | (after << 8));
}

export function remove(c: Compiler, target: Expr): void {
  switch (target.kind) {
    case 'Name':
      return c.name(target.id, 'delete', target);
    case 'Attribute':
      c.expr(target.value);
      c.withName('DELETE_ATTR', c.unit.mangled(target.attr), attributePlace(target, target));
      return;
    case 'Subscript':
      c.expr(target.value);
      c.expr(target.slice);
      c.op('DELETE_SUBSCR', target);
      return;
    case 'Tuple':
    case 'List':
      for (const item of target.elts) remove(c, item);
      return;
    default:
      throw c.source.error('cannot delete expression', target.line, target.col, target.endLine, target.endCol);
  }
}

/** `self.x = …` anywhere in a class's functions: the class lists it in `__static_attributes__`. */
function noteStaticAttribute(c: Compiler, target: Attribute): void {
  if (target.value.kind !== 'Name' || target.value.id !== 'self') return;
  for (let unit = c.unit.parent; unit !== null; unit = unit.parent) {
    if (unit.kind === 'class') {
      unit.staticAttributes.add(target.attr);
      return;
    }
  }
}

/** `a:b`, which has instructions without a slice object. */
export function isSimpleSlice(node: Expr): node is Slice {
  return node.kind === 'Slice' && node.step === null;
}

export function sliceBounds(c: Compiler, node: Slice): void {
  if (node.lower === null) c.constant(NONE, node);
  else c.expr(node.lower);
  if (node.upper === null) c.constant(NONE, node);
  else c.expr(node.upper);
}

/** On a chain of several lines an attribute's instructions belong to the line of its name, as CPython reports them. */
export function attributePlace(place: Located, node: Attribute): Located {
  if (place.line === node.endLine) return place;
  const width = utf8Length(node.attr, 0, node.attr.length);
  const known = width <= node.endCol;
  return {
    line: node.endLine,
    col: known ? node.endCol - width : -1,
    endLine: place.endLine,
    endCol: known ? place.endCol : -1,
  };
}
