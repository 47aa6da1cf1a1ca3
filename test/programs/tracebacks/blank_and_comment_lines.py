# stderr: full
def f():

    # a comment

    return (1 +
            # inside
            None)

f()
