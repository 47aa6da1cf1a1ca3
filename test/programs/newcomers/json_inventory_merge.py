"""Reading and merging JSON documents, with classes that are written to JSON and read again."""
import json
from collections import ChainMap
from datetime import date
from decimal import Decimal

BASE = '{"store": "Main", "open": true, "limits": {"max": 100, "min": null}, "items": [{"sku": "A-1", "price": 12.50, "tags": ["new", "\\u00fcber"]}]}'
CHANGES = '{"limits": {"max": 250, "step": 5}, "items": [{"sku": "B-2", "price": 1e2}], "open": false}'


def merge(old, new):
    if isinstance(old, dict) and isinstance(new, dict):
        return {key: merge(old[key], new[key]) if key in old and key in new else new.get(key, old.get(key)) for key in old | new}
    if isinstance(old, list) and isinstance(new, list):
        return old + new
    return new


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, date):
            return {"__date__": o.isoformat()}
        if isinstance(o, Decimal):
            return str(o)
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


def revive(mapping):
    return date.fromisoformat(mapping["__date__"]) if "__date__" in mapping else mapping


merged = merge(json.loads(BASE), json.loads(CHANGES))
print(json.dumps(merged, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps(merged, separators=(",", ":")))
text = json.dumps({"day": date(2024, 2, 29), "sum": Decimal("10.10"), "ids": {3, 1, 2}, 7: None, True: 1.0, None: [1e100, -0.0]}, cls=Encoder)
print(text)
print(json.loads(text, object_hook=revive))
print(json.loads('[1.10, 2, 1e400, -Infinity, NaN]', parse_float=Decimal))
print(json.loads('{"b": 1, "a": 2, "b": 3}', object_pairs_hook=list))
for bad in ['{"a": 1,}', "[1, 2", "{'a': 1}", '"tab\there"', "", "nul", '{"a" 1}', "[1] 2", '"\\x"']:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(f"{bad!r:<16} {error.msg} (line {error.lineno}, column {error.colno}, char {error.pos})")
for value in (object, {1: {2}}, {(1, 2): 3}):
    try:
        json.dumps(value)
    except TypeError as error:
        print(error)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as error:
    print(error)
settings = ChainMap({"colour": "red"}, {"colour": "blue", "size": 3})
print(json.dumps(dict(settings), indent="\t"), json.dumps("</script> é 😀"), json.dumps([[], {}, [[]]], indent=1))
