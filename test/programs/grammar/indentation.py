# Blank lines, comments, tabs, long lines, nested blocks, line joining.
if True:

    # comment at the right depth
        # and too deep
# and too shallow
    print("one")

    if True:
            print("deeper")
        
    print("two")
def f(a,
      b=(1,
         2),
    *c):
    return (a,

            b, # comment inside
            c)
print(f(1), f(1, 2,
              3))
x = [
1,
    2,
  3
]
print(x)
y = {
    "k":
        "v",
    # comment
    "l": [
    ],
}
print(y)
if (1 and
    2): print("paren")
class A:
 def one_space(self): return 1
 class B:
       def deep(self):
        return "seven then eight"
print(A().one_space(), A.B().deep())
s = """
    kept indentation
  # not a comment
"""
print(repr(s))
if 1: print("same line"); print("still")
for i in range(2):
  if i:
     print("i", i)
  else:
       print("zero")
print("a"
      "b"
      f"{1}"
      "c")
z = 1 + \
    2
print(z)
def empty(): ...
def doc():
    """only a docstring"""
print(empty(), doc.__doc__)
#comment at the end without newline
