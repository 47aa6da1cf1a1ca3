# The dict of a class is tracked before the class: a later collection orders what they lead to by that, and finalizers run in this order.
import gc

gc.disable()


class Item:
    def __init__(self, name, other=None):
        self.name = name
        self.other = other

    def get(self):
        pass

    def __del__(self):
        print("finalizer of", self.name)


def collect_while_held(held):
    gc.collect()


def main():
    kept = {0: Item("first").get}
    collect_while_held(type("T", (), {"extra": Item("second", kept)}))


main()


def tracked(make):
    before = {id(each) for each in gc.get_objects()}
    made = make()
    return [type(each).__name__ for each in gc.get_objects() if id(each) not in before and each is not before]


class Meta(type):
    pass


def simple():
    class Simple:
        pass

    return Simple


def derived():
    class Derived(Item, metaclass=Meta):
        x = ()

        def method(self):
            return super().get()

    return Derived


for make in (simple, derived):
    print(make.__name__, tracked(make))
