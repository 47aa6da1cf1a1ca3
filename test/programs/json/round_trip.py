# Data to text and back.
import json
data = {"name": "Ada", "tags": ["x", "y"], "nested": {"pi": 3.14, "none": None, "yes": True}, "empty": []}
text = json.dumps(data)
print(text, json.loads(text) == data, json.loads(text)["nested"]["pi"])
print(json.dumps(data, indent=4))
print(json.dumps({"b": 1, "a": [1, {"z": 0, "y": 1}]}, sort_keys=True), json.dumps([1.0, 1e20, 10 ** 20, -0.5]), json.dumps("quote \" slash \\ tab \t é ☃"), json.dumps({1: 2, True: 3}))
print(json.loads('  {"a" : [1 , 2.50, -3e2, "\\u0041\\n"] }  '))
for bad in ('{"a": 1,}', "[1, 2", "nope", '{"a" 1}', ""):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e)
try: json.dumps({"s": {1, 2}})
except TypeError as e: print(e)
