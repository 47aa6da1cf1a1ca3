# global and nonlocal through several levels.
x = 0
def outer():
    x = 1
    def middle():
        nonlocal x
        x += 10
        def inner():
            global x
            x += 100
            return x
        return inner(), x
    return middle(), x
print(outer(), x)
def define():
    global made_here
    made_here = "yes"
define()
print(made_here)
def read_before():
    try:
        print(y)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    y = 1
read_before()
def conditional(flag):
    if flag:
        z = 1
    try:
        return z
    except UnboundLocalError as error:
        return str(error)
print(conditional(True), conditional(False))
def del_local():
    a = 1
    del a
    try:
        return a
    except UnboundLocalError as error:
        return str(error)
print(del_local())
try:
    never_defined
except NameError as error:
    print(error, error.name)
try:
    del never_defined
except NameError as error:
    print(error)
def glob_del():
    global made_here
    del made_here
glob_del()
print("made_here" in globals())
def f():
    len = lambda s: "shadowed"
    return len("abc")
print(f(), len("abc"))
def loop_var():
    for k in []:
        pass
    try:
        k
    except UnboundLocalError as error:
        return str(error)
print(loop_var())
