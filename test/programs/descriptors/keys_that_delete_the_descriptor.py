class Evil:
    def __hash__(self):
        return hash("attr")

    def __eq__(self, other):
        try:
            del C.attr
        except AttributeError:
            pass
        return False


class Descr:
    def __get__(self, instance, owner=None):
        return 1


class C:
    attr = Descr()


c = C()
c.__dict__[Evil()] = 0
print(c.attr)
print(hasattr(c, "attr"))
C.attr = Descr()
print(getattr(c, "attr", 5), hasattr(c, "attr"))


class D:
    def attr(self):
        return "method"


C = D
d = D()
d.__dict__[Evil()] = 0
print(d.attr(), hasattr(D, "attr"))
