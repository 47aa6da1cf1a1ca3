# stderr: full
# Warnings of the compiler.
x = 5
if x is 5: print("literal")
print("\d" == "\\d")
assert (x, "always true")
f = [(1, 2) (3, 4)] if False else None
print([1, 2]["a"] if False else "subscript")
