# stderr: full
def load(d):
    try:
        return d["k"]
    except KeyError as e:
        raise RuntimeError("cannot load") from e
load({})
