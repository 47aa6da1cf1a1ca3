"""The shape of compiled code, for comparison with heaplab's compiler: names, constants, and for every instruction that
evaluates something its kind, position and handler, in an order that both machines share."""
import dis

KINDS = {
    'LOAD_GLOBAL': 'load-global', 'LOAD_NAME': 'load-name', 'STORE_NAME': 'store-name', 'DELETE_NAME': 'delete-name',
    'STORE_GLOBAL': 'store-global', 'DELETE_GLOBAL': 'delete-global', 'DELETE_FAST': 'delete-fast',
    'LOAD_DEREF': 'load-deref', 'STORE_DEREF': 'store-deref', 'DELETE_DEREF': 'delete-deref',
    'LOAD_FROM_DICT_OR_DEREF': 'load-class-deref', 'LOAD_FROM_DICT_OR_GLOBALS': 'load-class-global',
    'LOAD_ATTR': 'attr', 'LOAD_SUPER_ATTR': 'super', 'STORE_ATTR': 'store-attr', 'DELETE_ATTR': 'delete-attr',
    'BINARY_OP': 'binary', 'COMPARE_OP': 'compare', 'CONTAINS_OP': 'contains', 'BINARY_SUBSCR': 'subscript',
    'STORE_SUBSCR': 'store-subscript', 'DELETE_SUBSCR': 'delete-subscript', 'BINARY_SLICE': 'slice',
    'STORE_SLICE': 'store-slice', 'BUILD_SLICE': 'build-slice', 'CALL': 'call', 'CALL_KW': 'call',
    'CALL_FUNCTION_EX': 'call', 'GET_ITER': 'iter', 'FOR_ITER': 'for-iter', 'UNPACK_SEQUENCE': 'unpack',
    'UNPACK_EX': 'unpack-ex', 'RAISE_VARARGS': 'raise', 'RERAISE': 'reraise', 'RETURN_VALUE': 'return',
    'RETURN_CONST': 'return', 'IMPORT_NAME': 'import', 'IMPORT_FROM': 'import-from', 'YIELD_VALUE': 'yield',
    'MAKE_FUNCTION': 'function', 'FORMAT_SIMPLE': 'format', 'FORMAT_WITH_SPEC': 'format', 'BUILD_STRING': 'build-string',
    'CONVERT_VALUE': 'convert', 'CHECK_EXC_MATCH': 'match-exception', 'CHECK_EG_MATCH': 'match-group', 'SEND': 'send',
    'WITH_EXCEPT_START': 'with-exit', 'BEFORE_WITH': 'with-enter', 'BEFORE_ASYNC_WITH': 'with-enter',
    'LOAD_BUILD_CLASS': 'class', 'GET_AWAITABLE': 'awaitable', 'GET_AITER': 'aiter', 'GET_ANEXT': 'anext',
    'END_ASYNC_FOR': 'end-async-for', 'GET_YIELD_FROM_ITER': 'iter-yield-from', 'LIST_APPEND': 'append',
    'SET_ADD': 'set-add', 'MAP_ADD': 'map-add', 'LIST_EXTEND': 'extend', 'SET_UPDATE': 'set-update',
    'DICT_UPDATE': 'dict-update', 'DICT_MERGE': 'dict-merge', 'BUILD_LIST': 'list', 'BUILD_SET': 'set',
    'UNARY_NEGATIVE': 'negative', 'UNARY_INVERT': 'invert', 'UNARY_NOT': 'not', 'MATCH_MAPPING': 'match-mapping',
    'MATCH_SEQUENCE': 'match-sequence', 'MATCH_KEYS': 'match-keys', 'MATCH_CLASS': 'match-class', 'GET_LEN': 'len',
    'PUSH_EXC_INFO': 'push-exception', 'POP_EXCEPT': 'pop-exception', 'LOAD_ASSERTION_ERROR': 'assertion-error',
    'SETUP_ANNOTATIONS': 'annotations', 'LOAD_LOCALS': 'locals', 'CLEANUP_THROW': 'cleanup-throw',
    'RETURN_GENERATOR': 'generator', 'SWAP': 'swap', 'COPY': 'copy',
}


# Instructions whose argument belongs to the shape.
COUNTED = {
    'SWAP', 'COPY', 'LIST_APPEND', 'SET_ADD', 'MAP_ADD', 'DICT_UPDATE', 'UNPACK_SEQUENCE', 'UNPACK_EX', 'RERAISE',
    'RAISE_VARARGS', 'MATCH_CLASS', 'BUILD_SLICE', 'GET_AWAITABLE', 'CONVERT_VALUE', 'BUILD_STRING', 'YIELD_VALUE',
    'BUILD_LIST', 'BUILD_SET', 'CONTAINS_OP',
}
CO_OPTIMIZED = 1


def kind_of(item, code):
    """COPY 1 is how CPython spells `and` and `or`; the swaps of class bodies move a slot that only CPython has."""
    if item.opname == 'COPY' and item.arg == 1:
        return None
    if item.opname == 'SWAP' and not code.co_flags & CO_OPTIMIZED:
        return None
    kind = KINDS.get(item.opname)
    return f'{kind} {item.arg}' if kind is not None and item.opname in COUNTED else kind


def shapes(code):
    """A list of records, outermost code first."""
    out = [shape(code)]
    for const in code.co_consts:
        if isinstance(const, type(code)):
            out += shapes(const)
    return out


def constant(value):
    if isinstance(value, frozenset):
        return 'frozenset(' + ', '.join(sorted(map(constant, value))) + ')'
    if isinstance(value, tuple):
        return '(' + ', '.join(map(constant, value)) + ')'
    return '<code>' if hasattr(value, 'co_code') else ascii(value)


def shape(code):
    instructions = list(dis.get_instructions(code))
    table = dis.Bytecode(code).exception_entries
    steps = []
    offsets = []
    for item in instructions:
        kind = kind_of(item, code)
        if kind is None:
            continue
        p = item.positions
        place = [-1 if n is None else n for n in (p.lineno, p.end_lineno, p.col_offset, p.end_col_offset)]
        steps.append([kind, *place])
        offsets.append(item.offset)
    for step, offset in zip(steps, offsets):
        for entry in table:
            if entry.start <= offset < entry.end:
                target = next((i for i, at in enumerate(offsets) if at >= entry.target), -1)
                step += [target, int(entry.lasti)]
                break
    return {
        'qualname': code.co_qualname, 'line': code.co_firstlineno, 'flags': code.co_flags,
        'args': [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
        'varnames': code.co_varnames, 'cells': code.co_cellvars, 'frees': code.co_freevars,
        'consts': [constant(c) for c in code.co_consts], 'steps': steps,
        # heaplab has no instruction that takes a dict display's keys as one constant.
        'keyed': any(item.opname == 'BUILD_CONST_KEY_MAP' for item in instructions),
    }
