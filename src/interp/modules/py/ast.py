"""Syntax trees: parsed, looked at, changed, written out again and compiled."""
import re
import sys

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400


class AST:
    """A node of a tree."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()
    _optional = frozenset()
    _lists = frozenset()

    def __init__(self, /, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            raise TypeError(f"{cls.__name__} constructor takes at most {len(fields)} positional argument{'' if len(fields) == 1 else 's'}")
        own = self.__dict__
        for name, value in zip(fields, args):
            own[name] = value
        for name, value in kwargs.items():
            if name in fields[: len(args)]:
                raise TypeError(f"{cls.__name__} got multiple values for argument {name!r}")
            if name not in fields and name not in cls._attributes:
                import warnings
                warnings.warn(f"{cls.__name__}.__init__ got an unexpected keyword argument {name!r}. Support for arbitrary keyword arguments is deprecated "
                              "and will be removed in Python 3.15.", DeprecationWarning, 2)
            own[name] = value
        for name in fields[len(args) :]:
            if name in own:
                continue
            if name in cls._lists:
                own[name] = []
            elif name == "ctx":
                own[name] = Load()
            elif name not in cls._optional:
                import warnings
                warnings.warn(f"{cls.__name__}.__init__ missing 1 required positional argument: {name!r}. This will become an error in Python 3.15.",
                              DeprecationWarning, 2)

    def __reduce__(self):
        return _rebuilt, (type(self), dict(self.__dict__))

    def __repr__(self):
        return f"<ast.{type(self).__name__} object at {id(self):#x}>"


def _rebuilt(cls, fields):
    node = object.__new__(cls)
    node.__dict__.update(fields)
    return node


class mod(AST):
    pass


class stmt(AST):
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class expr(AST):
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class expr_context(AST):
    pass


class boolop(AST):
    pass


class operator(AST):
    pass


class unaryop(AST):
    pass


class cmpop(AST):
    pass


class pattern(AST):
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class type_param(AST):
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")


class excepthandler(AST):
    _attributes = ("lineno", "col_offset", "end_lineno", "end_col_offset")


# Nodes by base: name and fields; ? marks what may be missing, * a list.
_NODES = {
    mod: "Module(body*,type_ignores*) Interactive(body*) Expression(body) FunctionType(argtypes*,returns)",
    stmt: "FunctionDef(name,args,body*,decorator_list*,returns?,type_comment?,type_params*) "
          "AsyncFunctionDef(name,args,body*,decorator_list*,returns?,type_comment?,type_params*) "
          "ClassDef(name,bases*,keywords*,body*,decorator_list*,type_params*) Return(value?) Delete(targets*) Assign(targets*,value,type_comment?) "
          "TypeAlias(name,type_params*,value) AugAssign(target,op,value) AnnAssign(target,annotation,value?,simple) "
          "For(target,iter,body*,orelse*,type_comment?) AsyncFor(target,iter,body*,orelse*,type_comment?) While(test,body*,orelse*) If(test,body*,orelse*) "
          "With(items*,body*,type_comment?) AsyncWith(items*,body*,type_comment?) Match(subject,cases*) Raise(exc?,cause?) "
          "Try(body*,handlers*,orelse*,finalbody*) TryStar(body*,handlers*,orelse*,finalbody*) Assert(test,msg?) Import(names*) "
          "ImportFrom(module?,names*,level?) Global(names*) Nonlocal(names*) Expr(value) Pass() Break() Continue()",
    expr: "BoolOp(op,values*) NamedExpr(target,value) BinOp(left,op,right) UnaryOp(op,operand) Lambda(args,body) IfExp(test,body,orelse) Dict(keys*,values*) "
          "Set(elts*) ListComp(elt,generators*) SetComp(elt,generators*) DictComp(key,value,generators*) GeneratorExp(elt,generators*) Await(value) "
          "Yield(value?) YieldFrom(value) Compare(left,ops*,comparators*) Call(func,args*,keywords*) FormattedValue(value,conversion,format_spec?) "
          "JoinedStr(values*) Constant(value,kind?) Attribute(value,attr,ctx) Subscript(value,slice,ctx) Starred(value,ctx) Name(id,ctx) List(elts*,ctx) "
          "Tuple(elts*,ctx) Slice(lower?,upper?,step?)",
    expr_context: "Load() Store() Del()",
    boolop: "And() Or()",
    operator: "Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()",
    unaryop: "Invert() Not() UAdd() USub()",
    cmpop: "Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()",
    excepthandler: "ExceptHandler(type?,name?,body*)",
    pattern: "MatchValue(value) MatchSingleton(value) MatchSequence(patterns*) MatchMapping(keys*,patterns*,rest?) "
             "MatchClass(cls,patterns*,kwd_attrs*,kwd_patterns*) MatchStar(name?) MatchAs(pattern?,name?) MatchOr(patterns*)",
    type_param: "TypeVar(name,bound?,default_value?) ParamSpec(name,default_value?) TypeVarTuple(name,default_value?)",
    AST: "comprehension(target,iter,ifs*,is_async) arguments(posonlyargs*,args*,vararg?,kwonlyargs*,kw_defaults*,kwarg?,defaults*) "
         "arg(arg,annotation?,type_comment?) keyword(arg?,value) alias(name,asname?) withitem(context_expr,optional_vars?) match_case(pattern,guard?,body*)",
}


def _define():
    for base, text in _NODES.items():
        for entry in text.split():
            name, _, inner = entry[:-1].partition("(")
            parts = [part for part in inner.split(",") if part]
            fields = tuple(part.rstrip("?*") for part in parts)
            space = {
                "_fields": fields, "__match_args__": fields, "__module__": "ast", "__doc__": f"{name}({', '.join(fields)})" if fields else name,
                "_optional": frozenset(part[:-1] for part in parts if part.endswith("?")), "_lists": frozenset(part[:-1] for part in parts if part.endswith("*")),
            }
            if name in ("arg", "keyword", "alias"):
                space["_attributes"] = ("lineno", "col_offset", "end_lineno", "end_col_offset")
            for part in space["_optional"]:
                space[part] = None
            globals()[name] = type(name, (base,), space)


_define()
del _define

__all__ = [name for name, value in list(globals().items()) if isinstance(value, type) and issubclass(value, AST)] + [
    "parse", "literal_eval", "dump", "copy_location", "fix_missing_locations", "increment_lineno", "iter_fields", "iter_child_nodes", "get_docstring",
    "get_source_segment", "walk", "NodeVisitor", "NodeTransformer", "unparse", "PyCF_ONLY_AST", "PyCF_TYPE_COMMENTS", "PyCF_ALLOW_TOP_LEVEL_AWAIT",
    "PyCF_OPTIMIZED_AST",
]

# --- from the parser's tree

_BINARY = {"+": Add, "-": Sub, "*": Mult, "@": MatMult, "/": Div, "%": Mod, "**": Pow, "<<": LShift, ">>": RShift, "|": BitOr, "^": BitXor, "&": BitAnd, "//": FloorDiv}
_UNARY = {"~": Invert, "not": Not, "+": UAdd, "-": USub}
_COMPARE = {"==": Eq, "!=": NotEq, "<": Lt, "<=": LtE, ">": Gt, ">=": GtE, "is": Is, "is not": IsNot, "in": In, "not in": NotIn}
_LOAD, _STORE, _DEL = Load(), Store(), Del()
_SINGLE = {kind: kind() for table in (_BINARY, _UNARY, _COMPARE) for kind in table.values()}
_AND, _OR = And(), Or()
# Fields whose names differ, by the parser's name.
_RENAMED = {
    "decorators": "decorator_list", "typeParams": "type_params", "posOnly": "posonlyargs", "kwOnly": "kwonlyargs", "kwDefaults": "kw_defaults",
    "contextExpr": "context_expr", "asName": "asname", "kwdAttrs": "kwd_attrs", "kwdPatterns": "kwd_patterns", "defaultValue": "default_value",
    "formatSpec": "format_spec",
}
_ASYNC = {"FunctionDef": "AsyncFunctionDef", "For": "AsyncFor", "With": "AsyncWith"}
_TARGETS = {"Assign": ("targets",), "AugAssign": ("target",), "AnnAssign": ("target",), "For": ("target",), "NamedExpr": ("target",), "TypeAlias": ("name",)}


def _node(record):
    kind = record.get("kind")
    if kind is None:
        kind = _kind_of(record)
    name = kind
    if record.get("isAsync") and kind in _ASYNC:
        name = _ASYNC[kind]
    elif kind == "Try" and record["isStar"]:
        name = "TryStar"
    cls = globals()[name]
    node = object.__new__(cls)
    own = node.__dict__
    for field, value in record.items():
        if field in ("kind", "line", "col", "endLine", "endCol", "isAsync", "isStar"):
            continue
        field = _RENAMED.get(field, field)
        if isinstance(value, dict):
            value = _node(value)
        elif isinstance(value, list):
            value = [_node(item) if isinstance(item, dict) else item for item in value]
        own[field] = value
    if kind == "BoolOp":
        own["op"] = _AND if own["op"] == "and" else _OR
    elif kind in ("BinOp", "AugAssign"):
        own["op"] = _SINGLE[_BINARY[own["op"]]]
    elif kind == "UnaryOp":
        own["op"] = _SINGLE[_UNARY[own["op"]]]
    elif kind == "Compare":
        own["ops"] = [_SINGLE[_COMPARE[op]] for op in own["ops"]]
    elif kind == "FormattedValue":
        own["conversion"] = -1 if own["conversion"] is None else ord(own["conversion"])
    elif kind == "comprehension":
        own["is_async"] = int(record["isAsync"])
        _as_target(own["target"], _STORE)
    elif kind == "withitem":
        own["optional_vars"] = own.pop("target")
        if own["optional_vars"] is not None:
            _as_target(own["optional_vars"], _STORE)
    elif kind == "AnnAssign":
        own["simple"] = int(own["simple"])
    elif kind == "Constant":
        own["kind"] = None
    elif kind == "Module":
        own["type_ignores"] = []
    elif kind == "Delete":
        for target in own["targets"]:
            _as_target(target, _DEL)
    if "ctx" in cls._fields:
        own["ctx"] = _LOAD
    for field in _TARGETS.get(kind, ()):
        for target in own[field] if isinstance(own[field], list) else [own[field]]:
            _as_target(target, _STORE)
    for field in cls._fields:
        if field not in own:
            own[field] = [] if field in cls._lists else None
    # In the order of the fields, as they are shown.
    if len(own) > 1:
        ordered = {field: own[field] for field in cls._fields}
        own.clear()
        own.update(ordered)
    if "line" in record and (cls._attributes or kind in ("arg", "keyword", "alias")):
        own["lineno"], own["col_offset"], own["end_lineno"], own["end_col_offset"] = record["line"], record["col"], record["endLine"], record["endCol"]
    return node


def _kind_of(record):
    if "posOnly" in record:
        return "arguments"
    if "contextExpr" in record:
        return "withitem"
    if "asName" in record:
        return "alias"
    if "guard" in record:
        return "match_case"
    if "ifs" in record:
        return "comprehension"
    if "annotation" in record:
        return "arg"
    return "ExceptHandler" if "body" in record else "keyword"


def _as_target(node, context):
    node.ctx = context
    if isinstance(node, (Tuple, List)):
        for item in node.elts:
            _as_target(item, context)
    elif isinstance(node, Starred):
        _as_target(node.value, context)


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None, optimize=-1):
    """Parse the source into an AST node."""
    if isinstance(source, AST):
        return source
    if isinstance(source, (bytes, bytearray)):
        source = bytes(source).decode("utf-8")
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    return _node(_tree(source, filename, mode))


def _compile(source, filename, mode, flags):
    # What compile() does with trees.
    if flags is not None and flags & PyCF_ONLY_AST:
        return parse(source, filename, mode)
    wanted = {"exec": Module, "eval": Expression, "single": Interactive}[mode]
    if not isinstance(source, wanted):
        raise TypeError(f"expected {wanted.__name__} node, got {type(source).__name__}")
    for node in walk(source):
        if isinstance(node, (stmt, expr)) and "lineno" not in node.__dict__:
            raise TypeError(f"required field \"lineno\" missing from {'stmt' if isinstance(node, stmt) else 'expr'}")
    return compile(_placed(source, mode), filename, mode)


def _placed(tree, mode):
    # The text of a tree, its statements on the lines that they name as far as that is possible.
    if mode == "eval":
        return unparse(tree)
    lines = []
    for node in tree.body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        while len(lines) + 1 < first:
            lines.append("")
        lines += unparse(node).strip("\n").split("\n")
    return "\n".join(lines) + "\n"


def literal_eval(node_or_string):
    """Evaluate an expression node or a string containing only a Python expression."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body

    def malformed(node):
        text = "malformed node or string"
        line = getattr(node, "lineno", None)
        if line:
            text += f" on line {line}"
        raise ValueError(f"{text}: {node!r}")

    def number(node):
        if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
            malformed(node)
        return node.value

    def signed(node):
        if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
            operand = number(node.operand)
            return +operand if isinstance(node.op, UAdd) else -operand
        return number(node)

    def convert(node):
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Tuple):
            return tuple(map(convert, node.elts))
        if isinstance(node, List):
            return list(map(convert, node.elts))
        if isinstance(node, Set):
            return set(map(convert, node.elts))
        if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == "set" and not node.args and not node.keywords:
            return set()
        if isinstance(node, Dict):
            if len(node.keys) != len(node.values):
                malformed(node)
            return dict(zip(map(convert, node.keys), map(convert, node.values)))
        if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
            left, right = signed(node.left), number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
        return signed(node)

    return convert(node_or_string)


# --- looking at trees

def iter_fields(node):
    """Yield a tuple of ``(fieldname, value)`` for each field in ``node._fields`` that is present on *node*."""
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """Yield all direct child nodes of *node*."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """Recursively yield all descendant nodes in the tree starting at *node*, breadth first."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=False):
    """Return a formatted dump of the tree in node."""
    def show(node, level=0):
        if indent is not None:
            level += 1
            prefix = "\n" + indent * level
            separator = ",\n" + indent * level
        else:
            prefix, separator = "", ", "
        if isinstance(node, AST):
            cls = type(node)
            parts = []
            waiting = []
            simple = True
            keywords = annotate_fields
            for name in node._fields:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    keywords = True
                    continue
                if value is None and name in cls._optional:
                    keywords = True
                    continue
                if not show_empty:
                    if value == [] and name in cls._lists:
                        if not keywords:
                            waiting.append("[]")
                        continue
                    if not keywords:
                        parts += waiting
                        waiting = []
                text, plain = show(value, level)
                simple = simple and plain
                parts.append(f"{name}={text}" if keywords else text)
            if include_attributes:
                for name in node._attributes:
                    try:
                        value = getattr(node, name)
                    except AttributeError:
                        continue
                    if value is None and name.startswith("end_"):
                        continue
                    text, plain = show(value, level)
                    simple = simple and plain
                    parts.append(f"{name}={text}")
            if simple and len(parts) <= 3:
                return f"{cls.__name__}({', '.join(parts)})", not parts
            return f"{cls.__name__}({prefix}{separator.join(parts)})", False
        if isinstance(node, list):
            if not node:
                return "[]", True
            return f"[{prefix}{separator.join(show(item, level)[0] for item in node)}]", False
        return repr(node), True

    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {type(node).__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return show(node)[0]


def copy_location(new_node, old_node):
    """Copy source location from *old_node* to *new_node* if possible, and return *new_node*."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Give every node a place: that of what it stands in."""
    def fix(node, place):
        place = list(place)
        for index, name in enumerate(("lineno", "col_offset", "end_lineno", "end_col_offset")):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, place[index])
                else:
                    place[index] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, place)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """Increment the line number and end line number of each node in the tree starting at *node* by *n*."""
    for child in walk(node):
        if "lineno" in child._attributes:
            child.lineno = getattr(child, "lineno", 0) + n
        if "end_lineno" in child._attributes and getattr(child, "end_lineno", 0) is not None:
            child.end_lineno = getattr(child, "end_lineno", 0) + n
    return node


def get_docstring(node, clean=True):
    """Return the docstring for the given node or None if no docstring can be found."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{type(node).__name__!r} can't have docstrings")
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    first = node.body[0].value
    if not (isinstance(first, Constant) and isinstance(first.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(first.value)
    return first.value


def get_source_segment(source, node, *, padded=False):
    """Get source code segment of the *source* that generated *node*."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last, start, end = node.lineno - 1, node.end_lineno - 1, node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)
    if first == last:
        return lines[first].encode()[start:end].decode()
    before = ""
    if padded:
        before = re.sub(r"[^\f\t]", " ", lines[first].encode()[:start].decode())
    head = before + lines[first].encode()[start:].decode()
    return head + "".join(lines[first + 1 : last]) + lines[last].encode()[:end].decode()


class NodeVisitor:
    """Calls `visit_X` for a node of class X."""

    def visit(self, node):
        visitor = getattr(self, "visit_" + type(node).__name__, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """Puts what its methods return in the place of the nodes."""

    def generic_visit(self, node):
        for field, before in iter_fields(node):
            if isinstance(before, list):
                after = []
                for item in before:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            after.extend(item)
                            continue
                    after.append(item)
                before[:] = after
            elif isinstance(before, AST):
                item = self.visit(before)
                if item is None:
                    delattr(node, field)
                else:
                    setattr(node, field, item)
        return node


# --- writing trees out

_TUPLE, _YIELD, _TEST, _OR_LEVEL, _AND_LEVEL, _NOT, _CMP, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM, _FACTOR, _POWER, _AWAIT, _ATOM = range(1, 18)
_NAMED = 0
_BINARY_TEXT = {
    Add: ("+", _ARITH), Sub: ("-", _ARITH), Mult: ("*", _TERM), MatMult: ("@", _TERM), Div: ("/", _TERM), Mod: ("%", _TERM), LShift: ("<<", _SHIFT),
    RShift: (">>", _SHIFT), BitOr: ("|", _BOR), BitXor: ("^", _BXOR), BitAnd: ("&", _BAND), FloorDiv: ("//", _TERM), Pow: ("**", _POWER),
}
_UNARY_TEXT = {Invert: ("~", _FACTOR), Not: ("not", _NOT), UAdd: ("+", _FACTOR), USub: ("-", _FACTOR)}
_COMPARE_TEXT = {Eq: "==", NotEq: "!=", Lt: "<", LtE: "<=", Gt: ">", GtE: ">=", Is: "is", IsNot: "is not", In: "in", NotIn: "not in"}
_HUGE = "1e" + repr(sys.float_info.max_10_exp + 1)


class _Unparser:
    def __init__(self):
        self._lines = []
        self._level = 0

    # Expressions: the text of a node where something of this precedence is expected.
    def text(self, node, level=_TEST):
        return getattr(self, "_" + type(node).__name__)(node, level)

    def _wrap(self, text, own, level):
        return f"({text})" if level > own else text

    def _Constant(self, node, level):
        value = node.value
        if value is ...:
            return "..."
        if isinstance(value, tuple):
            inner = ", ".join(self._Constant(Constant(item), _TEST) for item in value)
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        if isinstance(value, (float, complex)):
            return repr(value).replace("inf", _HUGE).replace("nan", f"({_HUGE}-{_HUGE})")
        if getattr(node, "kind", None) == "u":
            return "u" + repr(value)
        return repr(value)

    def _Name(self, node, level):
        return node.id

    def _Attribute(self, node, level):
        value = self.text(node.value, _ATOM)
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            value += " "
        return f"{value}.{node.attr}"

    def _Subscript(self, node, level):
        index = node.slice
        if isinstance(index, Tuple) and index.elts:
            inner = self._items(index.elts)
        else:
            inner = self.text(index, _TUPLE)
        return f"{self.text(node.value, _ATOM)}[{inner}]"

    def _items(self, elts):
        inner = ", ".join(self.text(item) for item in elts)
        return inner + "," if len(elts) == 1 else inner

    def _Slice(self, node, level):
        text = (self.text(node.lower) if node.lower else "") + ":" + (self.text(node.upper) if node.upper else "")
        return text + (":" + self.text(node.step) if node.step else "")

    def _Starred(self, node, level):
        return "*" + self.text(node.value, _BOR)

    def _Tuple(self, node, level):
        if not node.elts:
            return "()"
        return self._wrap(self._items(node.elts), _TUPLE, level)

    def _List(self, node, level):
        return f"[{', '.join(self.text(item) for item in node.elts)}]"

    def _Set(self, node, level):
        return "{" + ", ".join(self.text(item) for item in node.elts) + "}" if node.elts else "{*()}"

    def _Dict(self, node, level):
        parts = [f"**{self.text(value, _BOR)}" if key is None else f"{self.text(key)}: {self.text(value)}" for key, value in zip(node.keys, node.values)]
        return "{" + ", ".join(parts) + "}"

    def _BoolOp(self, node, level):
        word, own = ("and", _AND_LEVEL) if isinstance(node.op, And) else ("or", _OR_LEVEL)
        return self._wrap(f" {word} ".join(self.text(value, own + place) for place, value in enumerate(node.values, 1)), own, level)

    def _NamedExpr(self, node, level):
        return self._wrap(f"{self.text(node.target, _ATOM)} := {self.text(node.value, _ATOM)}", _NAMED, level)

    def _BinOp(self, node, level):
        mark, own = _BINARY_TEXT[type(node.op)]
        left, right = (own + 1, own) if mark == "**" else (own, own + 1)
        return self._wrap(f"{self.text(node.left, left)} {mark} {self.text(node.right, right)}", own, level)

    def _UnaryOp(self, node, level):
        mark, own = _UNARY_TEXT[type(node.op)]
        return self._wrap(f"{mark}{' ' if mark == 'not' else ''}{self.text(node.operand, own)}", own, level)

    def _Compare(self, node, level):
        text = self.text(node.left, _CMP + 1)
        for op, right in zip(node.ops, node.comparators):
            text += f" {_COMPARE_TEXT[type(op)]} {self.text(right, _CMP + 1)}"
        return self._wrap(text, _CMP, level)

    def _Call(self, node, level):
        parts = [self.text(arg) for arg in node.args] + [self._keyword(each) for each in node.keywords]
        return f"{self.text(node.func, _ATOM)}({', '.join(parts)})"

    def _keyword(self, node, level=_TEST):
        return f"**{self.text(node.value)}" if node.arg is None else f"{node.arg}={self.text(node.value)}"

    def _IfExp(self, node, level):
        return self._wrap(f"{self.text(node.body, _TEST + 1)} if {self.text(node.test, _TEST + 1)} else {self.text(node.orelse, _TEST)}", _TEST, level)

    def _Lambda(self, node, level):
        args = self._arguments(node.args)
        return self._wrap(f"lambda{' ' + args if args else ''}: {self.text(node.body, _TEST)}", _TEST, level)

    def _Await(self, node, level):
        return self._wrap(f"await {self.text(node.value, _ATOM)}", _AWAIT, level)

    def _Yield(self, node, level):
        return self._wrap("yield" + (" " + self.text(node.value, _ATOM) if node.value else ""), _YIELD, level)

    def _YieldFrom(self, node, level):
        return self._wrap(f"yield from {self.text(node.value, _ATOM)}", _YIELD, level)

    def _comprehension(self, node, level=_TEST):
        text = f"{' async for ' if node.is_async else ' for '}{self.text(node.target, _TUPLE)} in {self.text(node.iter, _TEST + 1)}"
        return text + "".join(f" if {self.text(test, _TEST + 1)}" for test in node.ifs)

    def _loops(self, node):
        return "".join(self._comprehension(each) for each in node.generators)

    def _ListComp(self, node, level):
        return f"[{self.text(node.elt)}{self._loops(node)}]"

    def _SetComp(self, node, level):
        return f"{{{self.text(node.elt)}{self._loops(node)}}}"

    def _GeneratorExp(self, node, level):
        return f"({self.text(node.elt)}{self._loops(node)})"

    def _DictComp(self, node, level):
        return f"{{{self.text(node.key)}: {self.text(node.value)}{self._loops(node)}}}"

    def _JoinedStr(self, node, level):
        body = self._fstring(node)
        for quotes in ("'", '"', '"""', "'''"):
            if quotes not in body and (len(quotes) == 3 or "\n" not in body):
                return f"f{quotes}{body}{quotes}"
        return "f" + repr(body)

    def _fstring(self, node, spec=False):
        parts = []
        for value in node.values:
            if isinstance(value, Constant):
                text = value.value.replace("{", "{{").replace("}", "}}")
                parts.append(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"))
            elif isinstance(value, JoinedStr):
                parts.append(self._fstring(value))
            else:
                inner = self.text(value.value, _TEST + 1)
                text = "{" + (" " if inner.startswith("{") else "") + inner
                if value.conversion != -1:
                    text += "!" + chr(value.conversion)
                if value.format_spec:
                    text += ":" + self._fstring(value.format_spec)
                parts.append(text + "}")
        return "".join(parts)

    def _FormattedValue(self, node, level):
        return self._JoinedStr(JoinedStr([node]), level)

    def _arguments(self, node, level=_TEST):
        parts = []
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for place, (arg, default) in enumerate(zip(positional, defaults), 1):
            parts.append(self._arg(arg) + (f"={self.text(default)}" if default else ""))
            if place == len(node.posonlyargs):
                parts.append("/")
        if node.vararg:
            parts.append("*" + self._arg(node.vararg))
        elif node.kwonlyargs:
            parts.append("*")
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            parts.append(self._arg(arg) + (f"={self.text(default)}" if default else ""))
        if node.kwarg:
            parts.append("**" + self._arg(node.kwarg))
        return ", ".join(parts)

    def _arg(self, node, level=_TEST):
        return node.arg + (f": {self.text(node.annotation)}" if node.annotation else "")

    def _alias(self, node, level=_TEST):
        return node.name + (f" as {node.asname}" if node.asname else "")

    def _withitem(self, node, level=_TEST):
        return self.text(node.context_expr) + (f" as {self.text(node.optional_vars)}" if node.optional_vars else "")

    def _TypeVar(self, node, level=_TEST):
        return node.name + (f": {self.text(node.bound)}" if node.bound else "") + self._default(node)

    def _ParamSpec(self, node, level=_TEST):
        return "**" + node.name + self._default(node)

    def _TypeVarTuple(self, node, level=_TEST):
        return "*" + node.name + self._default(node)

    def _default(self, node):
        return f" = {self.text(node.default_value)}" if node.default_value else ""

    def _MatchValue(self, node, level):
        return self.text(node.value)

    def _MatchSingleton(self, node, level):
        return repr(node.value)

    def _MatchSequence(self, node, level):
        return f"[{', '.join(self.text(each) for each in node.patterns)}]"

    def _MatchStar(self, node, level):
        return "*" + (node.name or "_")

    def _MatchMapping(self, node, level):
        parts = [f"{self.text(key)}: {self.text(each)}" for key, each in zip(node.keys, node.patterns)]
        if node.rest:
            parts.append("**" + node.rest)
        return "{" + ", ".join(parts) + "}"

    def _MatchClass(self, node, level):
        parts = [self.text(each) for each in node.patterns] + [f"{name}={self.text(each)}" for name, each in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.text(node.cls)}({', '.join(parts)})"

    def _MatchAs(self, node, level):
        if node.pattern is None:
            return node.name or "_"
        return self._wrap(f"{self.text(node.pattern, _BOR)} as {node.name}", _TEST, level)

    def _MatchOr(self, node, level):
        return self._wrap(" | ".join(self.text(each, _BOR + 1) for each in node.patterns), _BOR, level)

    # Statements.
    def line(self, text):
        self._lines.append("    " * self._level + text)

    def block(self, head, body):
        self.line(head + ":")
        self._level += 1
        self.body(body)
        self._level -= 1

    def body(self, statements):
        for node in statements:
            self.statement(node)

    def _body_with_docstring(self, node):
        body = node.body
        doc = get_docstring(node, clean=False)
        if doc is not None:
            self.line(self._docstring(doc))
            body = body[1:]
        self.body(body)

    def _docstring(self, text):
        shown = []
        for letter in text:
            if letter == "\\":
                shown.append("\\\\")
            elif letter in "\n\t" or letter.isprintable():
                shown.append(letter)
            else:
                shown.append(repr(letter)[1:-1])
        body = "".join(shown)
        quotes = '"""' if '"""' not in body else "'''"
        if body.endswith(quotes[0]):
            body = body[:-1] + "\\" + quotes[0]
        return quotes + body + quotes

    def statement(self, node):
        getattr(self, "_" + type(node).__name__)(node)

    def _Module(self, node):
        self._body_with_docstring(node)

    def _Interactive(self, node):
        self.body(node.body)

    def _Expr(self, node):
        self.line(self.text(node.value, _YIELD))

    def _Assign(self, node):
        self.line("".join(self.text(target, _TUPLE) + " = " for target in node.targets) + self.text(node.value))

    def _AugAssign(self, node):
        self.line(f"{self.text(node.target)} {_BINARY_TEXT[type(node.op)][0]}= {self.text(node.value)}")

    def _AnnAssign(self, node):
        target = self.text(node.target)
        if not node.simple and isinstance(node.target, Name):
            target = f"({target})"
        self.line(f"{target}: {self.text(node.annotation)}" + (f" = {self.text(node.value)}" if node.value else ""))

    def _Return(self, node):
        self.line("return" + (" " + self.text(node.value) if node.value else ""))

    def _Pass(self, node):
        self.line("pass")

    def _Break(self, node):
        self.line("break")

    def _Continue(self, node):
        self.line("continue")

    def _Delete(self, node):
        self.line("del " + ", ".join(self.text(target) for target in node.targets))

    def _Assert(self, node):
        self.line(f"assert {self.text(node.test)}" + (f", {self.text(node.msg)}" if node.msg else ""))

    def _Global(self, node):
        self.line("global " + ", ".join(node.names))

    def _Nonlocal(self, node):
        self.line("nonlocal " + ", ".join(node.names))

    def _Import(self, node):
        self.line("import " + ", ".join(map(self._alias, node.names)))

    def _ImportFrom(self, node):
        self.line(f"from {'.' * (node.level or 0)}{node.module or ''} import {', '.join(map(self._alias, node.names))}")

    def _Raise(self, node):
        self.line("raise" + (f" {self.text(node.exc)}" if node.exc else "") + (f" from {self.text(node.cause)}" if node.cause else ""))

    def _TypeAlias(self, node):
        self.line(f"type {self.text(node.name)}{self._params(node)} = {self.text(node.value)}")

    def _params(self, node):
        return f"[{', '.join(self.text(each) for each in node.type_params)}]" if getattr(node, "type_params", None) else ""

    def _If(self, node, word="if"):
        self.block(f"{word} {self.text(node.test)}", node.body)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            self._If(node.orelse[0], "elif")
        elif node.orelse:
            self.block("else", node.orelse)

    def _While(self, node):
        self.block(f"while {self.text(node.test)}", node.body)
        if node.orelse:
            self.block("else", node.orelse)

    def _For(self, node, word="for"):
        self.block(f"{word} {self.text(node.target, _TUPLE)} in {self.text(node.iter)}", node.body)
        if node.orelse:
            self.block("else", node.orelse)

    def _AsyncFor(self, node):
        self._For(node, "async for")

    def _With(self, node, word="with"):
        self.block(f"{word} {', '.join(map(self._withitem, node.items))}", node.body)

    def _AsyncWith(self, node):
        self._With(node, "async with")

    def _Try(self, node, word="except"):
        self.block("try", node.body)
        for each in node.handlers:
            self.block(word + (f" {self.text(each.type)}" if each.type else "") + (f" as {each.name}" if each.name else ""), each.body)
        if node.orelse:
            self.block("else", node.orelse)
        if node.finalbody:
            self.block("finally", node.finalbody)

    def _TryStar(self, node):
        self._Try(node, "except*")

    def _Match(self, node):
        self.line(f"match {self.text(node.subject)}:")
        self._level += 1
        for case in node.cases:
            self.block(f"case {self.text(case.pattern)}" + (f" if {self.text(case.guard)}" if case.guard else ""), case.body)
        self._level -= 1

    def _apart(self):
        if self._lines:
            self._lines.append("")

    def _FunctionDef(self, node, word="def"):
        self._apart()
        for each in node.decorator_list:
            self.line("@" + self.text(each))
        returns = f" -> {self.text(node.returns)}" if node.returns else ""
        self.line(f"{word} {node.name}{self._params(node)}({self._arguments(node.args)}){returns}:")
        self._level += 1
        self._body_with_docstring(node)
        self._level -= 1

    def _AsyncFunctionDef(self, node):
        self._FunctionDef(node, "async def")

    def _ClassDef(self, node):
        self._apart()
        for each in node.decorator_list:
            self.line("@" + self.text(each))
        parts = [self.text(each) for each in node.bases] + [self._keyword(each) for each in node.keywords]
        self.line(f"class {node.name}{self._params(node)}{'(' + ', '.join(parts) + ')' if parts else ''}:")
        self._level += 1
        self._body_with_docstring(node)
        self._level -= 1


def unparse(ast_obj):
    """The text of a tree, which parses to a tree that is equal."""
    unparser = _Unparser()
    if isinstance(ast_obj, Expression):
        return unparser.text(ast_obj.body)
    if isinstance(ast_obj, list):
        unparser.body(ast_obj)
        return "\n".join(unparser._lines)
    if isinstance(ast_obj, (stmt, mod)):
        unparser.statement(ast_obj)
        return "\n".join(unparser._lines).removeprefix("\n")
    return unparser.text(ast_obj, _TEST if not isinstance(ast_obj, Tuple) else _ATOM)
