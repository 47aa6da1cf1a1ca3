import type { Expr, TypeParam } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { identifier, starredBitwise } from './parse-names.ts';

/** Type parameter lists (PEP 695), with defaults (PEP 696). */

export function typeParameters(p: Cursor): TypeParam[] {
  p.expect('[');
  if (p.hunting && p.at(']')) throw p.errorFrom('Type parameter list cannot be empty', p.token);
  const params: TypeParam[] = [];
  while (!p.at(']')) {
    params.push(typeParameter(p));
    if (!p.accept(',')) break;
  }
  p.expect(']');
  if (params.length === 0) p.fail();
  return params;
}

function typeParameter(p: Cursor): TypeParam {
  const start = p.token;
  const stars = p.accept('**') ? '**' : p.accept('*') ? '*' : '';
  const paramName = identifier(p);
  if (stars !== '') {
    if (p.hunting && p.at(':')) {
      const at = p.next();
      const bound = p.attempt(p.rules.expression);
      if (bound !== null) {
        const what = bound.kind === 'Tuple' ? 'constraints' : 'bound';
        throw p.errorFrom(`cannot use ${what} with ${stars === '*' ? 'TypeVarTuple' : 'ParamSpec'}`, at);
      }
    }
    let defaultValue: Expr | null = null;
    if (p.accept('=')) defaultValue = stars === '*' && p.at('*') ? starredBitwise(p) : p.rules.expression(p);
    return { ...p.span(start), kind: stars === '*' ? 'TypeVarTuple' : 'ParamSpec', name: paramName, defaultValue };
  }
  const bound = p.accept(':') ? p.rules.expression(p) : null;
  const defaultValue = p.accept('=') ? p.rules.expression(p) : null;
  return { ...p.span(start), kind: 'TypeVar', name: paramName, bound, defaultValue };
}
