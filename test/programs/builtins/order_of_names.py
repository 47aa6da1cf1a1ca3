# Names stand in the order in which CPython puts them there, and hints follow it.
import builtins, json.decoder, traceback, weakref
from _collections_abc import Mapping
from collections import deque
from json.decoder import JSONDecodeError

print([name for name in vars(builtins) if name[:2] != "__" and name not in ("copyright", "credits", "license", "help")])
for wrong in "ain", "sin", "prnt", "dct", "mx", "inpt", "rang", "tup", "Tru", "IndexErr", "OSerror", "nxt":
    try:
        eval(wrong)
    except NameError as problem:
        print(traceback.format_exception_only(problem)[0].strip(), "|", traceback.format_exception(problem)[-1].strip())
print(JSONDecodeError is json.JSONDecodeError, json.decoder.JSONDecoder, Mapping)
class Named:
    def method(self):
        pass


named = Named()
for thing in named, Named, named.method.__func__, deque(), {1}, int, Exception:
    words = str(weakref.ref(thing)).split(" ")
    print(words[0], words[3:5], words[7:])
