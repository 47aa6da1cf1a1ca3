"""Parameters of built-in functions and methods, by the functions that have them; modules other than builtins are named."""

SIGNATURES = {
    'self, index, /': "list.__getitem__",
    'self, /': (
        "bytes.capitalize bytes.isalnum bytes.isalpha bytes.isascii bytes.isdigit bytes.islower bytes.isspace bytes.istitle bytes.isupper bytes.lower "
        "bytes.swapcase bytes.title bytes.upper dict.clear dict.copy dict.items dict.keys dict.popitem dict.values float.as_integer_ratio "
        "float.conjugate float.hex float.is_integer frozenset.copy int.as_integer_ratio int.bit_count int.bit_length int.conjugate int.is_integer "
        "list.clear list.copy list.reverse set.clear set.copy set.pop str.capitalize str.casefold str.isalnum str.isalpha str.isascii str.isdecimal "
        "str.isdigit str.isidentifier str.islower str.isnumeric str.isprintable str.isspace str.istitle str.isupper str.lower str.swapcase str.title "
        "str.upper"
    ),
    'x, /': (
        "abs math.acos math.acosh math.asin math.asinh math.atan math.atanh math.cbrt math.ceil math.cos math.cosh math.degrees math.erf math.erfc "
        "math.exp math.exp2 math.expm1 math.fabs math.floor math.frexp math.gamma math.isfinite math.isinf math.isnan math.lgamma math.log10 "
        "math.log1p math.log2 math.modf math.radians math.sin math.sinh math.sqrt math.tan math.tanh math.trunc math.ulp"
    ),
    'self, /, *others': (
        "frozenset.difference frozenset.intersection frozenset.union set.difference set.difference_update set.intersection set.intersection_update "
        "set.union set.update"
    ),
    'self, other, /': (
        "frozenset.isdisjoint frozenset.issubset frozenset.issuperset frozenset.symmetric_difference set.isdisjoint set.issubset set.issuperset "
        "set.symmetric_difference set.symmetric_difference_update"
    ),
    'obj, /': "ascii callable hash id len repr",
    'x, y, /': "divmod math.copysign math.fmod math.pow math.remainder",
    'iterable=(), /': "frozenset list set tuple",
    'self, /, sep=None, maxsplit=-1': "bytes.rsplit bytes.split str.rsplit str.split",
    'self, object, /': "list.append set.add set.discard set.remove",
    'self, sep, /': "bytes.partition bytes.rpartition str.partition str.rpartition",
    'number, /': "bin hex oct",
    'self, bytes=None, /': "bytes.lstrip bytes.rstrip bytes.strip",
    'self, chars=None, /': "str.lstrip str.rstrip str.strip",
    'self, value, /': "list.count list.remove tuple.count",
    "self, width, fillchar=' ', /": "str.center str.ljust str.rjust",
    "self, width, fillchar=b' ', /": "bytes.center bytes.ljust bytes.rjust",
    '': "globals locals",
    '*integers': "math.gcd math.lcm",
    'function, /': "classmethod staticmethod",
    'iterable, /': "all any",
    'n, /': "math.factorial math.isqrt",
    'obj, name, /': "delattr hasattr",
    'p, q, /': "math.dist math.sumprod",
    "self, /, encoding='utf-8', errors='strict'": "bytes.decode str.encode",
    'self, /, keepends=False': "bytes.splitlines str.splitlines",
    'self, /, tabsize=8': "bytes.expandtabs str.expandtabs",
    'self, iterable, /': "list.extend str.join",
    'self, key, default=None, /': "dict.get dict.setdefault",
    'self, prefix, /': "bytes.removeprefix str.removeprefix",
    'self, suffix, /': "bytes.removesuffix str.removesuffix",
    'self, value, start=0, stop=9223372036854775807, /': "list.index tuple.index",
    'self, width, /': "bytes.zfill str.zfill",
    'string, /': "bytes.fromhex float.fromhex",
    '*args, **kws': "breakpoint",
    "*args, sep=' ', end='\\n', file=None, flush=False": "print",
    '*iterables, strict=False': "zip",
    'a, b, *, rel_tol=1e-09, abs_tol=0.0': "math.isclose",
    'async_iterable, /': "aiter",
    'base, exp, mod=None': "pow",
    "bytes, byteorder='big', *, signed=False": "int.from_bytes",
    'c, /': "ord",
    'cls, class_or_tuple, /': "issubclass",
    'fget=None, fset=None, fdel=None, doc=None': "property",
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None": "open",
    'function, iterable, /': "filter",
    'function, iterable, /, *iterables': "map",
    'i, /': "chr",
    'iterable, /, *, key=None, reverse=False': "sorted",
    'iterable, /, *, start=1': "math.prod",
    'iterable, /, start=0': "sum",
    'iterable, start=0': "enumerate",
    'iterable, value=None, /': "dict.fromkeys",
    'n, k, /': "math.comb",
    'n, k=None, /': "math.perm",
    'name, globals=None, locals=None, fromlist=(), level=0': "__import__",
    'number, ndigits=None': "round",
    'obj, class_or_tuple, /': "isinstance",
    'obj, name, value, /': "setattr",
    'object': "memoryview",
    "prompt='', /": "input",
    'real=0, imag=0': "complex",
    'self, /, *, key=None, reverse=False': "list.sort",
    'self, /, *args, **kwargs': "str.format",
    "self, /, length=1, byteorder='big', *, signed=False": "int.to_bytes",
    'self, index, object, /': "list.insert",
    'self, index=-1, /': "list.pop",
    'self, iterable_of_bytes, /': "bytes.join",
    'self, mapping, /': "str.format_map",
    'self, old, new, /, count=-1': "str.replace",
    'self, old, new, count=-1, /': "bytes.replace",
    'self, table, /': "str.translate",
    "self, table, /, delete=b''": "bytes.translate",
    'seq, /': "math.fsum",
    'sequence, /': "reversed",
    'source, /, globals=None, locals=None': "eval",
    'source, /, globals=None, locals=None, *, closure=None': "exec",
    'source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1': "compile",
    "value, format_spec='', /": "format",
    'x, i, /': "math.ldexp",
    'x, y, /, *, steps=None': "math.nextafter",
    'x, y, z, /': "math.fma",
    'x=0, /': "float",
    'y, x, /': "math.atan2",
}

# Methods that stand for slots of a type, whichever type that is.
SLOTS = {
    'self, value, /': (
        "__add__ __and__ __divmod__ __eq__ __floordiv__ __ge__ __gt__ __iadd__ __imul__ __ior__ __le__ __lshift__ __lt__ __mod__ __mul__ __ne__ "
        "__or__ __radd__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __rrshift__ __rshift__ __rsub__ __rtruediv__ "
        "__rxor__ __sub__ __truediv__ __xor__"
    ),
    'self, /': (
        "__abs__ __bool__ __float__ __hash__ __index__ __int__ __invert__ __iter__ __len__ __neg__ __pos__ __repr__ __str__"
    ),
    'self, key, /': (
        "__contains__ __delitem__ __getitem__"
    ),
    'self, name, /': (
        "__delattr__ __getattribute__"
    ),
    'self, value, mod=None, /': (
        "__pow__ __rpow__"
    ),
    'self, /, *args, **kwargs': (
        "__init__"
    ),
    'self, key, value, /': (
        "__setitem__"
    ),
    'self, name, value, /': (
        "__setattr__"
    ),
}
