"""Arguments of super, of a class derived from it and of a NewType."""
import typing


class Super(super):
    pass


UserId = typing.NewType("UserId", int)
for attempt in (lambda: super(1, 2, 3), lambda: Super(1, 2, 3), lambda: super(1), lambda: super(x=1), lambda: UserId(), lambda: UserId(1, 2)):
    try:
        print(attempt())
    except TypeError as problem:
        print(problem)
print(UserId(5))
