# stderr: full
d = {"a": {"b": 1}}
del d["a"]["c"]
