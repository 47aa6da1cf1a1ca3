from . import level
NAME = f"first at {level}"
def who():
    return __name__
