import type { Expression, Module } from './ast.ts'
import type { ScopeTable } from './scope-builder.ts'
import type { SourceText } from './source-text.ts'
export function checkTree(_tree: Module | Expression, _scopes: ScopeTable, _source: SourceText): void {}
