# Small answers of library modules: DEL in JSON, locks that are not copied, mixed numbering, what a date misses first, annotations from typing.
import copy
import datetime
import inspect
import json
import pickle
import string
import threading
from typing import Any, Callable, List, Optional, TypeVar


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(json.dumps("\x7f\x80~\x1f"), json.dumps({"\x7f": 1}), ascii(json.dumps("\x7f\x80", ensure_ascii=False)))
for make in threading.Lock, threading.RLock:
    for use in pickle.dumps, copy.copy, copy.deepcopy:
        attempt(lambda: use(make()))
    attempt(lambda: copy.deepcopy({"a": [make()]}))
for text in "{}{1}", "{0}{}", "{a}{}{1}", "{:{}}{1}", "{}{}":
    attempt(lambda: string.Formatter().format(text, 1, 2, a=3))
for arguments in (), ("2024",), ("2024", 1, 1), (b"12345",), (2024,), (2024, 13, 1), (None,), (2024, "x"), (2024, 1):
    attempt(lambda: datetime.date(*arguments))
    attempt(lambda: datetime.datetime(*arguments))

T = TypeVar("T")


class C:
    pass


def annotated(a: Any, b: Optional[int], c: List[T], d: "C", e: C, g: Callable[[Any], C], h: list[Any], i: int | None, **kw: Any) -> Any:
    pass


print(inspect.signature(annotated))
for annotation in Any, Optional[int], T, C, int, list[int], int | None, "x", None, 5:
    print(inspect.formatannotation(annotation))
