# Names of built-ins are ordinary names.
print(len("abc"))
len = lambda x: "mine"
print(len("abc"))
del len
print(len("abc"))
def f(list, str=5):
    return list, str
print(f([1]), list("ab"), str(5))
import builtins
old = builtins.abs
builtins.abs = lambda x: "patched"
print(abs(-5))
builtins.abs = old
print(abs(-5))
builtins.new_name = "from builtins"
print(new_name)
del builtins.new_name
try:
    new_name
except NameError as e:
    print(e)
class C:
    print = 5
    id = "an id"
    def show(self): print("print is not hidden in methods", self.print, self.id)
C().show()
for sum in range(3): pass
print(sum)
del sum
print(sum([1, 2]))
print([max for max in (1, 2)], max(1, 2), (lambda int: int)(3), int("4"))
try:
    del print
except NameError as e:
    builtins.print(e)
