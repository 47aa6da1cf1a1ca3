# Own exception classes: hierarchy, attributes, str, args.
class AppError(Exception):
    code = 1
class NotFound(AppError):
    code = 404
    def __init__(self, what, *, hint=None):
        super().__init__(f"{what} not found")
        self.what, self.hint = what, hint
class Weird(AppError):
    def __init__(self, a, b): pass
    def __str__(self): return "weird str"
class NoSuper(Exception):
    def __init__(self, a): self.a = a
for make in (lambda: AppError(), lambda: AppError("x"), lambda: AppError("x", 1), lambda: NotFound("page", hint="try /"), lambda: Weird(1, 2), lambda: NoSuper("val")):
    try:
        raise make()
    except AppError as e:
        print("app", type(e).__name__, e.code, str(e), repr(e), e.args, getattr(e, "hint", "-"))
    except Exception as e:
        print("other", type(e).__name__, str(e), repr(e), e.args)
print(issubclass(NotFound, Exception), issubclass(NotFound, (OSError, AppError)), NotFound.__mro__[1:3])
try:
    raise NotFound
except TypeError as e:
    print(e)
e = ValueError("msg")
e.extra = {"k": 1}
e.add_note("note one")
e.add_note("note two")
print(e.extra, e.__notes__, vars(e))
try:
    e.add_note(5)
except TypeError as err:
    print(err)
try:
    raise e.with_traceback(None)
except ValueError as got:
    print(got is e, got.__traceback__ is not None)
class Multi(KeyError, AttributeError): pass
for cls in (KeyError, AttributeError, LookupError):
    try:
        raise Multi("m")
    except cls as m:
        print(cls.__name__, m)
class Catcher(type):
    def __instancecheck__(cls, o): return True
    def __subclasscheck__(cls, o): return True
class Any(Exception, metaclass=Catcher): pass
try:
    try:
        raise KeyError("not caught by virtual subclass")
    except Any:
        print("caught")
except KeyError as k:
    print("passed", k)
print(KeyError("a") == KeyError("a"), Exception(1, 2).args, BaseException().args, str(Exception(())), str(KeyError("q")), str(Exception("a", "b")), repr(KeyError("a")), str(OSError(2, "msg")), str(OSError(2, "msg", "file")), OSError(2, "m").errno, type(OSError(2, "m")).__name__, type(OSError(13, "m")).__name__)
