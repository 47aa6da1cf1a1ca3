# What a class body leaves in the class: no __static_attributes__ and no __firstlineno__ before 3.13.
class A:
    x = 1
    def m(self):
        self.y = 2
print(sorted(name for name in vars(A) if name.startswith("__")), hasattr(A, "__static_attributes__"), hasattr(A, "__firstlineno__"))
