# stderr: full
class Outer:
    class Inner(Exception): pass
def make():
    class Local(ValueError): pass
    return Local
try:
    raise make()("local")
except ValueError as e:
    print(type(e).__qualname__)
raise Outer.Inner("nested")
