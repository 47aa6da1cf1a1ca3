"""Objects as bytes and back, in all six protocols."""
import copyreg
import io
import struct
import sys
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL",
           "PickleBuffer"]

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


for _class in (PickleError, PicklingError, UnpicklingError):
    _class.__module__ = "_pickle"


class PickleBuffer:
    """Bytes that may travel apart from the pickle."""

    def __init__(self, buffer):
        self._view = memoryview(buffer)

    def raw(self):
        return self._view

    def release(self):
        self._view.release()


_FRAME_LEAST, _FRAME_MOST = 4, 64 * 1024
_OLD_NAMES = {"builtins": "__builtin__", "copyreg": "copy_reg"}
_NEW_NAMES = {"__builtin__": "builtins", "copy_reg": "copyreg", "exceptions": "builtins"}
# Names of Python 2 for those of Python 3.
_OLD_BUILTINS = {"int": "long", "range": "xrange", "str": "unicode", "chr": "unichr", "zip": "zip"}


def _encode_long(number):
    if number == 0:
        return b""
    size = (number.bit_length() >> 3) + 1
    data = number.to_bytes(size, "little", signed=True)
    if number < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


encode_long = _encode_long


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _module(name):
    """The module of that name. What CPython's library keeps in a module of its own, such as _io, is in io here."""
    try:
        __import__(name)
    except ModuleNotFoundError:
        name = name.removeprefix("_")
        if name not in sys.modules:
            raise
    return sys.modules[name]


def _named(obj, name):
    # The object and the one it was found in, along a dotted name.
    parent = None
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {name!r} on {obj!r}")
        parent, obj = obj, getattr(obj, part)
    return obj, parent


def whichmodule(obj, name):
    found = getattr(obj, "__module__", None)
    if found is not None:
        return found
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _named(module, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


class Pickler:
    """Writes objects to a file of bytes."""

    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        protocol = DEFAULT_PROTOCOL if protocol is None else protocol
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if not hasattr(file, "write"):
            raise TypeError("file must have a 'write' attribute")
        self._file_write = file.write
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self.memo = {}
        self._frame = None
        self._buffer_callback = buffer_callback

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    # A frame goes out when it is large enough; large bytes stand between frames.
    def write(self, data):
        if self._frame is not None:
            self._frame += data
        else:
            self._file_write(data)

    def _commit(self, force=False):
        if self._frame is not None and (force or len(self._frame) >= _FRAME_MOST):
            data = bytes(self._frame)
            if len(data) >= _FRAME_LEAST:
                self._file_write(b"\x95" + struct.pack("<Q", len(data)))
            self._file_write(data)
            self._frame = bytearray()

    def _write_large(self, header, payload):
        if self._frame is not None:
            self._commit(True)
            self._file_write(header)
            self._file_write(bytes(payload))
        else:
            self.write(header)
            self.write(bytes(payload))

    def dump(self, obj):
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        if self.proto >= 2:
            self.write(b"\x80" + bytes([self.proto]))
        if self.proto >= 4:
            self._frame = bytearray()
        self.save(obj)
        self.write(b".")
        if self._frame is not None:
            self._commit(True)
            self._frame = None

    def memoize(self, obj):
        if self.fast:
            return
        place = len(self.memo)
        self.write(self._put(place))
        self.memo[id(obj)] = place, obj

    def _put(self, place):
        if self.proto >= 4:
            return b"\x94"
        if self.bin:
            return b"q" + bytes([place]) if place < 256 else b"r" + struct.pack("<I", place)
        return b"p%d\n" % place

    def _get(self, place):
        if self.bin:
            return b"h" + bytes([place]) if place < 256 else b"j" + struct.pack("<I", place)
        return b"g%d\n" % place

    def save(self, obj, save_persistent_id=True):
        self._commit()
        if save_persistent_id:
            pid = self.persistent_id(obj)
            if pid is not None:
                if self.bin:
                    self.save(pid, False)
                    self.write(b"Q")
                else:
                    self.write(b"P" + str(pid).encode("ascii") + b"\n")
                return
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(self._get(known[0]))
            return
        result = NotImplemented
        reducer = getattr(self, "reducer_override", None)
        if reducer is not None:
            result = reducer(obj)
        if result is NotImplemented:
            kind = type(obj)
            save = self._savers.get(kind)
            if save is not None:
                save(self, obj)
                return
            reduce = getattr(self, "dispatch_table", copyreg.dispatch_table).get(kind)
            if reduce is not None:
                result = reduce(obj)
            elif issubclass(kind, type):
                self._save_global(obj)
                return
            elif (reduce := getattr(obj, "__reduce_ex__", None)) is not None:
                result = reduce(self.proto)
            elif (reduce := getattr(obj, "__reduce__", None)) is not None:
                result = reduce()
            else:
                raise PicklingError(f"Can't pickle {kind.__name__!r} object: {obj!r}")
        if isinstance(result, str):
            self._save_global(obj, result)
            return
        if not isinstance(result, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(result) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduce(*result, obj=obj)

    def _save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not isinstance(args, tuple):
            raise PicklingError("args from save_reduce() must be a tuple")
        if not callable(func):
            raise PicklingError("func from save_reduce() must be callable")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, args, kwargs = args
            if self.proto >= 4:
                self.save(cls)
                self.save(args)
                self.save(kwargs)
                self.write(b"\x92")
            else:
                import functools
                self.save(functools.partial(cls.__new__, cls, *args, **kwargs))
                self.save(())
                self.write(b"R")
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(args[1:])
            self.write(b"\x81")
        else:
            self.save(func)
            self.save(args)
            self.write(b"R")
        if obj is not None:
            if id(obj) in self.memo:
                self.write(b"0" + self._get(self.memo[id(obj)][0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._append_all(listitems)
        if dictitems is not None:
            self._set_all(dictitems)
        if state is not None:
            if state_setter is None:
                self.save(state)
                self.write(b"b")
            else:
                self.save(state_setter)
                self.save(obj)
                self.save(state)
                self.write(b"\x86R0")

    def _save_none(self, obj):
        self.write(b"N")

    def _save_bool(self, obj):
        if self.proto >= 2:
            self.write(b"\x88" if obj else b"\x89")
        else:
            self.write(b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        if self.bin:
            if 0 <= obj < 256:
                self.write(b"K" + bytes([obj]))
                return
            if 0 <= obj < 65536:
                self.write(b"M" + struct.pack("<H", obj))
                return
            if -0x80000000 <= obj <= 0x7FFFFFFF:
                self.write(b"J" + struct.pack("<i", obj))
                return
        if self.proto >= 2:
            data = _encode_long(obj)
            if len(data) < 256:
                self.write(b"\x8a" + bytes([len(data)]) + data)
            else:
                self.write(b"\x8b" + struct.pack("<i", len(data)) + data)
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self.write(b"I%d\n" % obj)
        else:
            self.write(b"L%dL\n" % obj)

    def _save_float(self, obj):
        if self.bin:
            self.write(b"G" + struct.pack(">d", obj))
        else:
            self.write(b"F" + repr(obj).encode("ascii") + b"\n")

    def _save_bytes(self, obj):
        if self.proto < 3:
            if not obj:
                self._save_reduce(bytes, (), obj=obj)
            else:
                import codecs
                self._save_reduce(codecs.encode, (str(obj, "latin1"), "latin1"), obj=obj)
            return
        size = len(obj)
        if size <= 255:
            self.write(b"C" + bytes([size]) + obj)
        elif size > 0xFFFFFFFF and self.proto >= 4:
            self._write_large(b"\x8e" + struct.pack("<Q", size), obj)
        elif size >= _FRAME_MOST:
            self._write_large(b"B" + struct.pack("<I", size), obj)
        else:
            self.write(b"B" + struct.pack("<I", size) + obj)
        self.memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            if not obj:
                self._save_reduce(bytearray, (), obj=obj)
            else:
                self._save_reduce(bytearray, (bytes(obj),), obj=obj)
            return
        if len(obj) >= _FRAME_MOST:
            self._write_large(b"\x96" + struct.pack("<Q", len(obj)), obj)
        else:
            self.write(b"\x96" + struct.pack("<Q", len(obj)) + obj)
        self.memoize(obj)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            size = len(data)
            if size <= 255 and self.proto >= 4:
                self.write(b"\x8c" + bytes([size]) + data)
            elif size >= _FRAME_MOST:
                self._write_large(b"X" + struct.pack("<I", size), data)
            else:
                self.write(b"X" + struct.pack("<I", size) + data)
        else:
            text = obj.replace("\\", "\\u005c").replace("\0", "\\u0000").replace("\n", "\\u000a").replace("\r", "\\u000d").replace("\x1a", "\\u001a")
            import codecs
            self.write(b"V" + codecs.raw_unicode_escape_encode(text)[0] + b"\n")
        self.memoize(obj)

    def _save_tuple(self, obj):
        size = len(obj)
        if not size:
            self.write(b")" if self.bin else b"(t")
            return
        if size <= 3 and self.proto >= 2:
            for item in obj:
                self.save(item)
            if id(obj) in self.memo:
                self.write(b"0" * size + self._get(self.memo[id(obj)][0]))
            else:
                self.write((b"\x85", b"\x86", b"\x87")[size - 1])
                self.memoize(obj)
            return
        self.write(b"(")
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:
            get = self._get(self.memo[id(obj)][0])
            self.write(b"1" + get if self.bin else b"0" * (size + 1) + get)
            return
        self.write(b"t")
        self.memoize(obj)

    def _save_list(self, obj):
        self.write(b"]" if self.bin else b"(l")
        self.memoize(obj)
        self._append_all(obj)

    def _batches(self, items):
        items = iter(items)
        while True:
            batch = [item for _, item in zip(range(1000), items)]
            if batch:
                yield batch
            if len(batch) < 1000:
                return

    def _append_all(self, items):
        if not self.bin:
            for item in items:
                self.save(item)
                self.write(b"a")
            return
        for batch in self._batches(items):
            if len(batch) == 1:
                self.save(batch[0])
                self.write(b"a")
            else:
                self.write(b"(")
                for item in batch:
                    self.save(item)
                self.write(b"e")

    def _save_dict(self, obj):
        self.write(b"}" if self.bin else b"(d")
        self.memoize(obj)
        self._set_all(obj.items())

    def _set_all(self, items):
        if not self.bin:
            for key, value in items:
                self.save(key)
                self.save(value)
                self.write(b"s")
            return
        for batch in self._batches(items):
            if len(batch) == 1:
                self.save(batch[0][0])
                self.save(batch[0][1])
                self.write(b"s")
            else:
                self.write(b"(")
                for key, value in batch:
                    self.save(key)
                    self.save(value)
                self.write(b"u")

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(b"\x8f")
        self.memoize(obj)
        for batch in self._batches(obj):
            self.write(b"(")
            for item in batch:
                self.save(item)
            self.write(b"\x90")

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(b"(")
        for item in obj:
            self.save(item)
        if id(obj) in self.memo:
            self.write(b"1" + self._get(self.memo[id(obj)][0]))
            return
        self.write(b"\x91")
        self.memoize(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module_name = whichmodule(obj, name)
        try:
            found, parent = _named(_module(module_name), name)
        except (ImportError, KeyError, AttributeError):
            if "<locals>" in name.split("."):
                # CPython says it of the module's attribute.
                raise AttributeError(f"Can't get local object {name!r}") from None
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(b"\x93")
        elif "." in name:
            self._save_reduce(getattr, (parent, name.rpartition(".")[2]))
        else:
            if self.fix_imports:
                if module_name == "builtins" and isinstance(obj, type) and issubclass(obj, BaseException):
                    module_name = "exceptions"
                elif module_name == "builtins":
                    name = _OLD_BUILTINS.get(name, name)
                module_name = _OLD_NAMES.get(module_name, module_name)
            self.write(b"c" + module_name.encode("utf-8") + b"\n" + name.encode("utf-8") + b"\n")
        self.memoize(obj)

    def _save_type(self, obj):
        if obj is type(None):
            self._save_reduce(type, (None,), obj=obj)
        elif obj is type(NotImplemented):
            self._save_reduce(type, (NotImplemented,), obj=obj)
        elif obj is type(...):
            self._save_reduce(type, (...,), obj=obj)
        else:
            self._save_global(obj)

    def _save_ellipsis(self, obj):
        self._save_global(obj, "Ellipsis")

    def _save_not_implemented(self, obj):
        self._save_global(obj, "NotImplemented")

    def _save_buffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        data = obj.raw()
        (self._save_bytes if data.readonly else self._save_bytearray)(data.tobytes() if data.readonly else bytearray(data))

    _savers = {
        type(None): _save_none, bool: _save_bool, int: _save_int, float: _save_float, bytes: _save_bytes, bytearray: _save_bytearray, str: _save_str,
        tuple: _save_tuple, list: _save_list, dict: _save_dict, set: _save_set, frozenset: _save_frozenset, type: _save_type, FunctionType: _save_global,
        type(...): _save_ellipsis, type(NotImplemented): _save_not_implemented, PickleBuffer: _save_buffer,
    }


class Unpickler:
    """Reads objects from a file of bytes."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        self._file = file
        self.memo = {}
        self.encoding, self.errors, self.fix_imports = encoding, errors, fix_imports
        self._buffers = iter(buffers) if buffers is not None else None

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    def find_class(self, module, name):
        if self.proto < 3 and self.fix_imports:
            if module == "__builtin__":
                name = {"long": "int", "xrange": "range", "unicode": "str", "unichr": "chr"}.get(name, name)
            module = _NEW_NAMES.get(module, module)
        found = _module(module)
        return _named(found, name)[0] if self.proto >= 4 else getattr(found, name)

    def _read(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise EOFError("Ran out of input") if not self._begun else UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _number(self, form):
        return struct.unpack(form, self._read(struct.calcsize(form)))[0]

    def load(self):
        self.stack = []
        self._marks = []
        self.proto = 0
        self._begun = False
        steps = self._steps
        while True:
            code = self._file.read(1)
            if not code:
                if self._begun:
                    raise EOFError("Ran out of input") if not self.stack and not self._marks else UnpicklingError("pickle data was truncated")
                raise EOFError("Ran out of input")
            self._begun = True
            if code == b".":
                if not self.stack:
                    raise UnpicklingError("unpickling stack underflow")
                return self.stack.pop()
            step = steps.get(code)
            if step is None:
                shown = code.decode("latin-1")
                text = f"'{shown}'" if 32 <= code[0] < 127 else f"'\\x{code[0]:02x}'"
                raise UnpicklingError(f"invalid load key, {text}.")
            try:
                step(self)
            except IndexError:
                raise UnpicklingError("unpickling stack underflow") from None

    def _pop_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items = self.stack
        self.stack = self._marks.pop()
        return items

    def _steps_proto(self):
        proto = self._read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def _steps_frame(self):
        self._number("<Q")

    def _steps_mark(self):
        self._marks.append(self.stack)
        self.stack = []

    def _steps_pop(self):
        if self.stack:
            self.stack.pop()
        else:
            self._pop_mark()

    def _steps_int(self):
        text = self._line()
        self.stack.append(False if text == b"00" else True if text == b"01" else int(text, 0))

    def _steps_long(self):
        self.stack.append(int(self._line().rstrip(b"L"), 0))

    def _steps_long1(self):
        self.stack.append(decode_long(self._read(self._read(1)[0])))

    def _steps_long4(self):
        self.stack.append(decode_long(self._read(self._number("<i"))))

    def _steps_string(self):
        text = self._line()
        if len(text) < 2 or text[:1] != text[-1:] or text[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import codecs
        data = codecs.escape_decode(text[1:-1])[0]
        self.stack.append(data if self.encoding == "bytes" else data.decode(self.encoding, self.errors))

    def _steps_unicode(self):
        import codecs
        text = self._line().decode("latin-1")
        import re
        self.stack.append(re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})", lambda match: chr(int(match[1] or match[2], 16)), text))

    def _text(form):
        def step(self):
            self.stack.append(self._read(self._number(form)).decode("utf-8", "surrogatepass"))
        return step

    def _data(form, make=bytes):
        def step(self):
            self.stack.append(make(self._read(self._number(form))))
        return step

    def _old_data(form):
        def step(self):
            data = self._read(self._number(form))
            self.stack.append(data if self.encoding == "bytes" else data.decode(self.encoding, self.errors))
        return step

    def _tuple_of(size):
        def step(self):
            items = tuple(self.stack[-size:])
            if len(items) < size:
                raise IndexError
            self.stack[-size:] = [items]
        return step

    def _steps_append(self):
        value = self.stack.pop()
        target = self.stack[-1]
        target.append(value)

    def _steps_appends(self):
        items = self._pop_mark()
        target = self.stack[-1]
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _steps_setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def _steps_setitems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        for place in range(0, len(items), 2):
            target[items[place]] = items[place + 1]

    def _steps_additems(self):
        items = self._pop_mark()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _steps_dict(self):
        items = self._pop_mark()
        self.stack.append({items[place]: items[place + 1] for place in range(0, len(items), 2)})

    def _steps_global(self):
        module = self._line().decode("utf-8")
        self.stack.append(self.find_class(module, self._line().decode("utf-8")))

    def _steps_stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.stack.append(self.find_class(module, name))

    def _steps_reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _steps_newobj(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args))

    def _steps_newobj_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack.pop()
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            return cls(*args)
        return cls.__new__(cls)

    def _steps_inst(self):
        module = self._line().decode("ascii")
        cls = self.find_class(module, self._line().decode("ascii"))
        self.stack.append(self._instantiate(cls, self._pop_mark()))

    def _steps_obj(self):
        items = self._pop_mark()
        self.stack.append(self._instantiate(items[0], items[1:]))

    def _steps_build(self):
        state = self.stack.pop()
        target = self.stack[-1]
        setstate = getattr(target, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            own = target.__dict__
            for key, value in state.items():
                own[sys.intern(key) if type(key) is str else key] = value
        if slots:
            for key, value in slots.items():
                setattr(target, key, value)

    def _steps_persistent(self):
        self.stack.append(self.persistent_load(self._line().decode("ascii")))

    def _steps_binary_persistent(self):
        self.stack.append(self.persistent_load(self.stack.pop()))

    def _recall(read):
        def step(self):
            place = read(self)
            if place not in self.memo:
                raise UnpicklingError(f"Memo value not found at index {place}")
            self.stack.append(self.memo[place])
        return step

    def _keep(read):
        def step(self):
            self.memo[read(self)] = self.stack[-1]
        return step

    def _push(make):
        def step(self):
            value = make(self)
            self.stack.append(value)
        return step

    _steps = {
        b"\x80": _steps_proto, b"\x95": _steps_frame, b"(": _steps_mark, b"0": _steps_pop, b"1": lambda self: self._pop_mark(),
        b"2": _push(lambda self: self.stack[-1]), b"N": _push(lambda self: None), b"\x88": _push(lambda self: True), b"\x89": _push(lambda self: False),
        b"I": _steps_int, b"J": _push(lambda self: self._number("<i")), b"K": _push(lambda self: self._number("<B")),
        b"M": _push(lambda self: self._number("<H")), b"L": _steps_long, b"\x8a": _steps_long1, b"\x8b": _steps_long4,
        b"F": _push(lambda self: float(self._line())), b"G": _push(lambda self: self._number(">d")), b"S": _steps_string, b"T": _old_data("<i"),
        b"U": _old_data("<B"), b"B": _data("<I"), b"C": _data("<B"), b"\x8e": _data("<Q"), b"\x96": _data("<Q", bytearray), b"V": _steps_unicode,
        b"X": _text("<I"), b"\x8c": _text("<B"), b"\x8d": _text("<Q"), b"t": _push(lambda self: tuple(self._pop_mark())), b")": _push(lambda self: ()),
        b"\x85": _tuple_of(1), b"\x86": _tuple_of(2), b"\x87": _tuple_of(3), b"]": _push(lambda self: []), b"l": _push(lambda self: self._pop_mark()),
        b"}": _push(lambda self: {}), b"d": _steps_dict, b"a": _steps_append, b"e": _steps_appends, b"s": _steps_setitem, b"u": _steps_setitems,
        b"\x8f": _push(lambda self: set()), b"\x90": _steps_additems, b"\x91": _push(lambda self: frozenset(self._pop_mark())), b"c": _steps_global,
        b"\x93": _steps_stack_global, b"R": _steps_reduce, b"\x81": _steps_newobj, b"\x92": _steps_newobj_ex, b"i": _steps_inst, b"o": _steps_obj,
        b"b": _steps_build, b"P": _steps_persistent, b"Q": _steps_binary_persistent, b"p": _keep(lambda self: int(self._line())),
        b"q": _keep(lambda self: self._number("<B")), b"r": _keep(lambda self: self._number("<I")), b"\x94": _keep(lambda self: len(self.memo)),
        b"g": _recall(lambda self: int(self._line())), b"h": _recall(lambda self: self._number("<B")), b"j": _recall(lambda self: self._number("<I")),
        b"\x97": _push(lambda self: next(self._buffers)), b"\x98": lambda self: None,
    }


_Pickler, _Unpickler = Pickler, Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    stream = io.BytesIO()
    Pickler(stream, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return stream.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the given pickle data."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
