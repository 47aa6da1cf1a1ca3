# finally with every way out of the try block.
log = []
def f(how):
    try:
        log.append("try")
        if how == "raise": raise ValueError(how)
        if how == "return": return "returned"
        log.append("end of try")
    except ValueError:
        log.append("except")
        return "from except"
    else:
        log.append("else")
    finally:
        log.append("finally")
    return "fell through"
for how in ("raise", "return", "none"):
    log.clear()
    print(how, f(how), log)
def loop():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out
print(loop())
def nested():
    try:
        try:
            raise KeyError("inner")
        finally:
            print("inner finally")
    except KeyError as e:
        print("outer", e)
        try:
            raise ValueError("in handler")
        except ValueError as e:
            print("inner e", e)
        print("e" in locals())
    finally:
        print("outer finally")
nested()
def replace():
    try:
        try:
            raise KeyError("lost")
        finally:
            raise ValueError("replaces")
    except ValueError as e:
        return repr(e), repr(e.__context__)
print(replace())
def else_raises():
    try:
        try: pass
        except ValueError: print("not here")
        else: raise ValueError("from else")
        finally: print("finally anyway")
    except ValueError as e:
        print("outside", e)
else_raises()
def yielding():
    for x in (1, 2):
        try:
            yield x
        finally:
            print("cleanup", x)
for x in yielding():
    print("x", x)
def deep(n):
    try:
        if n == 0: raise RuntimeError("bottom")
        deep(n - 1)
    finally:
        print(n, end=" ")
try: deep(5)
except RuntimeError as e: print(e)
