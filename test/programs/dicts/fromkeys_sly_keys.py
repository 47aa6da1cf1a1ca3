"""dict.fromkeys of keys whose comparison empties where they come from."""
class Sly(int):
    def __hash__(self):
        return 13

    def __eq__(self, other):
        if len(source) > 1:
            source.clear()
        return False


for make in (set, dict.fromkeys, list):
    source = {}
    source = make([Sly(n) for n in range(4)])
    try:
        made = dict.fromkeys(source, "v")
        print(make.__name__, len(made) <= 4, len(source))
    except RuntimeError as error:
        print(make.__name__, "RuntimeError", error)
