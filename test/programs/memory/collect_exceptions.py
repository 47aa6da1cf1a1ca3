# tier: C
# Which ways of keeping an exception make a cycle.
import gc, sys
gc.disable()
gc.collect()
def raise_it(): raise ValueError("x")
def keep_exception():
    try: raise_it()
    except ValueError as e: saved = e
def keep_traceback():
    try: raise_it()
    except ValueError as e: tb = e.__traceback__
def keep_and_clear():
    try: raise_it()
    except ValueError as e: saved = e
    del saved
def keep_without_traceback():
    try: raise_it()
    except ValueError as e: saved = e.with_traceback(None)
def keep_frame():
    f = sys._getframe()
def exc_info_tuple():
    try: raise_it()
    except ValueError: info = sys.exc_info()
def context_chain():
    try:
        try: raise_it()
        except ValueError: {}["k"]
    except KeyError as e: saved = e
for f in (keep_exception, keep_traceback, keep_and_clear, keep_without_traceback, keep_frame, exc_info_tuple, context_chain):
    f()
    print(f.__name__, gc.collect())
