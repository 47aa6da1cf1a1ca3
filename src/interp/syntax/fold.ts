import type { Expression, Module } from './ast.ts'
export function foldConstants(_tree: Module | Expression): void {}
