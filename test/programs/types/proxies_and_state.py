"""What tests of other people's asked of proxies, streams in memory and partials."""

import functools
import io
import types


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# A mapping proxy takes whatever can be subscripted, but lists and tuples.
class Doubles:
    def __getitem__(self, key):
        return 2 * key

    def __len__(self):
        return 7


class Row(list):
    pass


letters = types.MappingProxyType("abc")
print(letters, len(letters), "b" in letters, list(letters), letters[1])
attempt(lambda: letters["a"])
attempt(lambda: letters.keys())
attempt(lambda: letters[5])
doubles = types.MappingProxyType(Doubles())
print(doubles[4], len(doubles))
for value in ((1, 2), [1], Row(), range(3), b"a", {1}, 5, None, {1: 2}.keys(), int):
    attempt(lambda: len(types.MappingProxyType(value)))

# Proxies compare as what they stand for.
one, same, other = (types.MappingProxyType(d) for d in ({1: 2}, {1: 2}, {1: 3}))
print(one == same, one == other, one != other, one == {1: 2}, {1: 2} == one, one == 5, one != 5)
attempt(lambda: one < same)
attempt(lambda: one >= {})
attempt(lambda: {} > one)

# What a stream's state holds has been translated already.
text = io.StringIO("a\nb", "\r\n")
print(repr(text.getvalue()))
copy = io.StringIO()
copy.__setstate__(text.__getstate__())
print(repr(copy.getvalue()), repr(copy.read()))
copy.write("\nc")
print(repr(copy.getvalue()))
copy.__setstate__(("x\r\ny", None, 1, None))
print(repr(copy.getvalue()), repr(copy.read()))

data = io.BytesIO(b"abc")
with data.getbuffer():
    attempt(lambda: data.__setstate__((b"q", 0, None)))
data.__setstate__((b"q", 0, None))
print(data.getvalue())

# A partial's keywords come from anywhere, and are looked at when it is called.
partial = functools.partial(print)
partial.__setstate__((int, (), {1: 2}, None))
attempt(partial)
