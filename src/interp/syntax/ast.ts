import type { Constant } from '../bytecode/code-unit.ts';

/**
 * The syntax tree: the shape of CPython 3.13's `ast` module as discriminated unions, without `ctx` (a consumer knows
 * whether it visits a target). Lines are 1-based, columns 0-based in UTF-8 bytes, ends exclusive, as in `ast`.
 */

export interface Located {
  readonly line: number;
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '<<' | '>>' | '&' | '|' | '^';
export type UnaryOperator = '-' | '+' | '~' | 'not';
export type CompareOperator = '<' | '<=' | '==' | '!=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

// ---- expressions

export interface BoolOp extends Located {
  readonly kind: 'BoolOp';
  readonly op: 'and' | 'or';
  readonly values: Expr[];
}
export interface NamedExpr extends Located {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expr;
}
export interface BinOp extends Located {
  readonly kind: 'BinOp';
  readonly left: Expr;
  readonly op: BinaryOperator;
  readonly right: Expr;
}
export interface UnaryOp extends Located {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOperator;
  readonly operand: Expr;
}
export interface Lambda extends Located {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expr;
}
export interface IfExp extends Located {
  readonly kind: 'IfExp';
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}
export interface Dict extends Located {
  readonly kind: 'Dict';
  /** null: a `**mapping` item. */
  readonly keys: (Expr | null)[];
  readonly values: Expr[];
}
export interface SetDisplay extends Located {
  readonly kind: 'Set';
  readonly elts: Expr[];
}
export interface ListComp extends Located {
  readonly kind: 'ListComp';
  readonly elt: Expr;
  readonly generators: Comprehension[];
}
export interface SetComp extends Located {
  readonly kind: 'SetComp';
  readonly elt: Expr;
  readonly generators: Comprehension[];
}
export interface GeneratorExp extends Located {
  readonly kind: 'GeneratorExp';
  readonly elt: Expr;
  readonly generators: Comprehension[];
}
export interface DictComp extends Located {
  readonly kind: 'DictComp';
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: Comprehension[];
}
export interface Await extends Located {
  readonly kind: 'Await';
  readonly value: Expr;
}
export interface Yield extends Located {
  readonly kind: 'Yield';
  readonly value: Expr | null;
}
export interface YieldFrom extends Located {
  readonly kind: 'YieldFrom';
  readonly value: Expr;
}
export interface Compare extends Located {
  readonly kind: 'Compare';
  readonly left: Expr;
  readonly ops: CompareOperator[];
  readonly comparators: Expr[];
}
export interface Call extends Located {
  readonly kind: 'Call';
  readonly func: Expr;
  readonly args: Expr[];
  readonly keywords: Keyword[];
}
export interface FormattedValue extends Located {
  readonly kind: 'FormattedValue';
  readonly value: Expr;
  readonly conversion: 's' | 'r' | 'a' | null;
  readonly formatSpec: JoinedStr | null;
}
export interface JoinedStr extends Located {
  readonly kind: 'JoinedStr';
  readonly values: Expr[];
}
export interface ConstantExpr extends Located {
  readonly kind: 'Constant';
  readonly value: Constant;
}
export interface Attribute extends Located {
  readonly kind: 'Attribute';
  readonly value: Expr;
  readonly attr: string;
}
export interface Subscript extends Located {
  readonly kind: 'Subscript';
  readonly value: Expr;
  readonly slice: Expr;
}
export interface Starred extends Located {
  readonly kind: 'Starred';
  readonly value: Expr;
}
export interface Name extends Located {
  readonly kind: 'Name';
  readonly id: string;
}
export interface List extends Located {
  readonly kind: 'List';
  readonly elts: Expr[];
}
export interface Tuple extends Located {
  readonly kind: 'Tuple';
  readonly elts: Expr[];
}
export interface Slice extends Located {
  readonly kind: 'Slice';
  readonly lower: Expr | null;
  readonly upper: Expr | null;
  readonly step: Expr | null;
}

export type ComprehensionExpr = ListComp | SetComp | DictComp | GeneratorExp;

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetDisplay
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | ConstantExpr
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export interface Comprehension {
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: Expr[];
  readonly isAsync: boolean;
}

export interface Keyword extends Located {
  /** null: `**mapping`. */
  readonly arg: string | null;
  readonly value: Expr;
}

export interface Arg extends Located {
  readonly arg: string;
  readonly annotation: Expr | null;
}

export interface Arguments {
  readonly posOnly: Arg[];
  readonly args: Arg[];
  readonly vararg: Arg | null;
  readonly kwOnly: Arg[];
  /** One a keyword-only parameter; null: required. */
  readonly kwDefaults: (Expr | null)[];
  readonly kwarg: Arg | null;
  /** Of the last positional parameters. */
  readonly defaults: Expr[];
}

// ---- statements

export interface FunctionDef extends Located {
  readonly kind: 'FunctionDef';
  readonly name: string;
  readonly args: Arguments;
  readonly body: Stmt[];
  readonly decorators: Expr[];
  readonly returns: Expr | null;
  readonly typeParams: TypeParam[];
  readonly isAsync: boolean;
}
export interface ClassDef extends Located {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly bases: Expr[];
  readonly keywords: Keyword[];
  readonly body: Stmt[];
  readonly decorators: Expr[];
  readonly typeParams: TypeParam[];
}
export interface Return extends Located {
  readonly kind: 'Return';
  readonly value: Expr | null;
}
export interface Delete extends Located {
  readonly kind: 'Delete';
  readonly targets: Expr[];
}
export interface Assign extends Located {
  readonly kind: 'Assign';
  readonly targets: Expr[];
  readonly value: Expr;
}
export interface TypeAlias extends Located {
  readonly kind: 'TypeAlias';
  readonly name: Name;
  readonly typeParams: TypeParam[];
  readonly value: Expr;
}
export interface AugAssign extends Located {
  readonly kind: 'AugAssign';
  readonly target: Expr;
  readonly op: BinaryOperator;
  readonly value: Expr;
}
export interface AnnAssign extends Located {
  readonly kind: 'AnnAssign';
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | null;
  /** The target is a bare name without parentheses. */
  readonly simple: boolean;
}
export interface For extends Located {
  readonly kind: 'For';
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: Stmt[];
  readonly orelse: Stmt[];
  readonly isAsync: boolean;
}
export interface While extends Located {
  readonly kind: 'While';
  readonly test: Expr;
  readonly body: Stmt[];
  readonly orelse: Stmt[];
}
export interface If extends Located {
  readonly kind: 'If';
  readonly test: Expr;
  readonly body: Stmt[];
  /** Filled while an elif chain is being read, hence mutable inside the parser. */
  orelse: Stmt[];
}
export interface With extends Located {
  readonly kind: 'With';
  readonly items: WithItem[];
  readonly body: Stmt[];
  readonly isAsync: boolean;
}
export interface Match extends Located {
  readonly kind: 'Match';
  readonly subject: Expr;
  readonly cases: MatchCase[];
}
export interface Raise extends Located {
  readonly kind: 'Raise';
  readonly exc: Expr | null;
  readonly cause: Expr | null;
}
export interface Try extends Located {
  readonly kind: 'Try';
  readonly body: Stmt[];
  readonly handlers: ExceptHandler[];
  readonly orelse: Stmt[];
  readonly finalbody: Stmt[];
  /** `except*`. */
  readonly isStar: boolean;
}
export interface Assert extends Located {
  readonly kind: 'Assert';
  readonly test: Expr;
  readonly msg: Expr | null;
}
export interface Import extends Located {
  readonly kind: 'Import';
  readonly names: Alias[];
}
export interface ImportFrom extends Located {
  readonly kind: 'ImportFrom';
  readonly module: string | null;
  readonly names: Alias[];
  readonly level: number;
}
export interface Global extends Located {
  readonly kind: 'Global';
  readonly names: string[];
}
export interface Nonlocal extends Located {
  readonly kind: 'Nonlocal';
  readonly names: string[];
}
export interface ExprStmt extends Located {
  readonly kind: 'Expr';
  readonly value: Expr;
}
export interface Pass extends Located {
  readonly kind: 'Pass';
}
export interface Break extends Located {
  readonly kind: 'Break';
}
export interface Continue extends Located {
  readonly kind: 'Continue';
}

export type Stmt =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

export interface WithItem {
  readonly contextExpr: Expr;
  readonly target: Expr | null;
}

export interface ExceptHandler extends Located {
  readonly type: Expr | null;
  readonly name: string | null;
  readonly body: Stmt[];
}

export interface Alias extends Located {
  readonly name: string;
  readonly asName: string | null;
}

export interface MatchCase {
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: Stmt[];
}

// ---- patterns

export interface MatchValue extends Located {
  readonly kind: 'MatchValue';
  readonly value: Expr;
}
export interface MatchSingleton extends Located {
  readonly kind: 'MatchSingleton';
  readonly value: Constant;
}
export interface MatchSequence extends Located {
  readonly kind: 'MatchSequence';
  readonly patterns: Pattern[];
}
export interface MatchMapping extends Located {
  readonly kind: 'MatchMapping';
  readonly keys: Expr[];
  readonly patterns: Pattern[];
  readonly rest: string | null;
}
export interface MatchClass extends Located {
  readonly kind: 'MatchClass';
  readonly cls: Expr;
  readonly patterns: Pattern[];
  readonly kwdAttrs: string[];
  readonly kwdPatterns: Pattern[];
}
export interface MatchStar extends Located {
  readonly kind: 'MatchStar';
  readonly name: string | null;
}
export interface MatchAs extends Located {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | null;
  readonly name: string | null;
}
export interface MatchOr extends Located {
  readonly kind: 'MatchOr';
  readonly patterns: Pattern[];
}

export type Pattern = MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// ---- type parameters (PEP 695, 696)

export interface TypeVar extends Located {
  readonly kind: 'TypeVar';
  readonly name: string;
  readonly bound: Expr | null;
  readonly defaultValue: Expr | null;
}
export interface ParamSpec extends Located {
  readonly kind: 'ParamSpec';
  readonly name: string;
  readonly defaultValue: Expr | null;
}
export interface TypeVarTuple extends Located {
  readonly kind: 'TypeVarTuple';
  readonly name: string;
  readonly defaultValue: Expr | null;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** What a source text is: a file or exec string, an interactive statement, or an eval string. */
export interface Module {
  readonly kind: 'Module' | 'Interactive';
  readonly body: Stmt[];
}
export interface Expression {
  readonly kind: 'Expression';
  readonly body: Expr;
}
