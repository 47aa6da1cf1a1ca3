# __bool__ must give a bool, __len__ a non-negative int.
def attempt(thing):
    for act in (bool, lambda t: not t, lambda t: t and 1, lambda t: 1 if t else 2):
        try:
            print(type(thing).__name__, act(thing))
        except Exception as error:
            print(type(thing).__name__, type(error).__name__, error)
class One:
    def __bool__(self):
        return 1
class Negative:
    def __len__(self):
        return -1
class Text:
    def __len__(self):
        return "3"
class Huge:
    def __len__(self):
        return 2**70
class Raises:
    def __bool__(self):
        raise KeyError("no truth")
for cls in (One, Negative, Text, Huge, Raises):
    attempt(cls())
