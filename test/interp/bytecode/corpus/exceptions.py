"""try, except, finally, with, raise and what leaves them."""


def handlers(f):
    try:
        f()
    except ValueError:
        return 1
    except (TypeError, KeyError) as error:
        print(error)
    except:
        raise
    else:
        return 2
    finally:
        print("finally")
    return 3


def in_loop(items):
    for item in items:
        try:
            if item:
                continue
            break
        except Exception as e:
            if e:
                continue
            return e
        finally:
            print(item)


def nested(f):
    try:
        try:
            f()
        finally:
            f(1)
    except E:
        try:
            f(2)
        except F as x:
            f(x)
        f(3)


def return_in_finally(f):
    try:
        return f()
    finally:
        return 1


def return_through(f):
    try:
        try:
            return f()
        finally:
            f(1)
    finally:
        f(2)


def finally_with_loop(f):
    while True:
        try:
            f()
        finally:
            for x in f:
                if x:
                    break
            else:
                continue
            break


def raising(a):
    raise
    raise a
    raise a from None
    raise ValueError("x") from a


def withs(a, b):
    with a:
        pass
    with a as x, b as (y, z):
        return x
    with (a as x, b):
        print(x)
    for i in a:
        with b as c:
            if c:
                break
            if i:
                continue
            return i
    with a as x.y, b as x[0]:
        raise x


def with_in_try(a):
    try:
        with a as b:
            return b()
    except E as e:
        return e
    finally:
        a.close()


def stars(f):
    try:
        f()
    except* ValueError as group:
        print(group)
    except* (TypeError, KeyError):
        pass
    else:
        f(1)
    finally:
        f(2)


def stars_only(f):
    try:
        f()
    except* E:
        for x in f:
            if x:
                break
            continue


def deleted_name():
    try:
        pass
    except E as e:
        def inner():
            return e
        return inner


try:
    import missing
except ImportError as problem:
    missing = problem
else:
    print(missing)
