# KeyError shows the repr of its argument; several arguments a tuple.
try:
    raise KeyError("it's", 2)
except KeyError as e:
    print(e)
raise KeyError("a\nb")
