import type { Expr } from './ast.ts'

/** An expression's text as annotations show it under `from __future__ import annotations`. */
export function sourceOfExpr(node: Expr): string {
  return node.kind
}
