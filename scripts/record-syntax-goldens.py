"""Records what CPython 3.13 makes of the texts under test/interp/: run it from anywhere with Python 3.13.

syntax/errors.txt              -> syntax/errors.cpython-3.13.json     the SyntaxError of each text
bytecode/corpus/*.py           -> syntax/trees.cpython-3.13.txt       their syntax trees (ast), node by node with positions
                               -> bytecode/shapes.cpython-3.13.json   the shape of their code objects (code_shape.py)
syntax/warnings.txt            -> syntax/warnings.cpython-3.13.json   the warnings of each text
"""
import ast
import json
import pathlib
import sys
import warnings

from code_shape import shapes

assert sys.version_info[:2] == (3, 13), 'goldens are CPython 3.13 goldens'
root = pathlib.Path(__file__).parent.parent / 'test/interp'
version = sys.version.split()[0]


def texts(path):
    for source in path.read_text(encoding='utf-8').split('\n', 1)[1].rstrip('\n').split('\n---\n'):
        yield source + '\n'


def write(path, head, items):
    lines = ',\n'.join(json.dumps(item, ensure_ascii=False) for item in items)
    path.write_text(f'{{"version": "{version}", "{head}": [\n{lines}\n]}}\n', encoding='utf-8')
    print(len(items), path.name)


def record_errors():
    warnings.simplefilter('ignore')
    cases = []
    for source in texts(root / 'syntax/errors.txt'):
        try:
            compile(source, '<text>', 'exec', dont_inherit=True)
            found = None
        except SyntaxError as error:
            place = [error.lineno, error.offset, error.end_lineno, error.end_offset]
            found = [type(error).__name__, error.msg, *place, error.text]
        cases.append({'source': source, 'error': found})
    write(root / 'syntax/errors.cpython-3.13.json', 'cases', cases)


def record_warnings():
    cases = []
    for source in texts(root / 'syntax/warnings.txt'):
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter('always')
            compile(source, '<text>', 'exec', dont_inherit=True)
        found = [[w.category.__name__, str(w.message), w.lineno] for w in seen]
        cases.append({'source': source, 'warnings': found})
    write(root / 'syntax/warnings.cpython-3.13.json', 'cases', cases)


OPERATORS = {
    'Add': '+', 'Sub': '-', 'Mult': '*', 'Div': '/', 'FloorDiv': '//', 'Mod': '%', 'Pow': '**', 'MatMult': '@',
    'LShift': '<<', 'RShift': '>>', 'BitAnd': '&', 'BitOr': '|', 'BitXor': '^', 'USub': '-', 'UAdd': '+', 'Invert': '~',
    'Not': 'not', 'And': 'and', 'Or': 'or', 'Lt': '<', 'LtE': '<=', 'Eq': '==', 'NotEq': '!=', 'Gt': '>', 'GtE': '>=',
    'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in',
}
SKIPPED = ('ctx', 'type_comment', 'kind', 'type_ignores')


def tree_lines(node, depth=0):
    """One line a node: kind, position, and what it carries; lists in brackets; absent parts as -."""
    pad = ' ' * depth
    if node is None:
        yield pad + '-'
    elif isinstance(node, list):
        yield pad + '['
        for item in node:
            yield from tree_lines(item, depth + 1)
    elif not isinstance(node, ast.AST):
        yield f'{pad}{node}'
    else:
        kind = type(node).__name__
        if kind in OPERATORS:
            yield pad + OPERATORS[kind]
            return
        place = ''
        if hasattr(node, 'lineno'):
            place = f' {node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}'
        if kind in ('Constant', 'MatchSingleton'):
            yield f'{pad}{kind}{place} {ascii(node.value)}'
            return
        yield f'{pad}{kind}{place}'
        for field in node._fields:
            if field in SKIPPED:
                continue
            value = getattr(node, field, None)
            if kind == 'FormattedValue' and field == 'conversion':
                value = None if value == -1 else chr(value)
            yield from tree_lines(value, depth + 1)


def record_corpus():
    trees = [f'# ast of CPython {version}']
    coded = []
    for path in sorted((root / 'bytecode/corpus').glob('*.py')):
        source = path.read_bytes()
        trees.append(f'FILE {path.name}')
        trees += tree_lines(ast.parse(source))
        coded.append({'file': path.name, 'units': shapes(compile(source, '<corpus>', 'exec', dont_inherit=True))})
    (root / 'syntax/trees.cpython-3.13.txt').write_text('\n'.join(trees) + '\n', encoding='utf-8')
    write(root / 'bytecode/shapes.cpython-3.13.json', 'files', coded)


record_errors()
record_warnings()
warnings.simplefilter('ignore')
record_corpus()
