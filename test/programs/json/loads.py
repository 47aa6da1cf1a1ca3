# json.loads: values, hooks, errors with positions.
import json
print(json.loads('[1, -2, 3.5, 1e3, 1E-2, "a", null, true, false, {"k": {"n": []}}, {}]'), json.loads('"\\u00e9\\n\\"\\\\\\/\\ud83d\\ude00"'), json.loads(" \t\n1\r "), json.loads(b'{"a": 1}'), json.loads("NaN"), json.loads("-Infinity"), json.loads("123456789012345678901234567890"), json.loads("1.0"), json.loads('{"a": 1, "a": 2}'), json.loads('""'), json.loads("-0"), json.loads("-0.0"))
print(json.loads('{"a": [1.5, 2]}', parse_float=str, parse_int=lambda s: int(s) * 10), json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d)), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list), json.loads("[NaN]", parse_constant=lambda c: c.lower()))
for bad in ("", "[", "[1,", "[1,]", "{", '{"a"', '{"a":', '{"a": 1', '{"a": 1,', '{"a": 1,}', "{a: 1}", "'a'", '"abc', '"a\nb"', '"\\x"', '"\\u12"', "tru", "nul", "01", "1.", ".5", "+1", "1e", "[1 2]", '{"a" 1}', "1 2", "[]]", "{1: 2}", "--1", "\ufeff1", "[1, 2\n, x]", '{"a": 1 "b": 2}', "undefined"):
    try: print(repr(bad), json.loads(bad))
    except json.JSONDecodeError as e: print(repr(bad), "->", e, e.msg, e.pos, e.lineno, e.colno)
for act in (lambda: json.loads(5), lambda: json.loads(None), lambda: json.loads(b"\xff")):
    try: print(act())
    except Exception as e: print(type(e).__name__, e)
data = {"name": "Ünï", "list": [1, 2.5, None, {"x": [True]}], "nested": {"a": {"b": {"c": "d"}}}, "empty": [[], {}]}
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps(data, indent=3, ensure_ascii=False)) == data, json.JSONDecoder().raw_decode("[1] tail"))
import io
b = io.StringIO()
json.dump([1, {"a": 2}], b)
b.seek(0)
print(b.getvalue(), json.load(b), json.loads('["a\\tb"]', strict=False), json.loads('"a\tb"', strict=False))
