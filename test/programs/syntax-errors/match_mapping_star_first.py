# stderr: full
print("never printed")
match x:
    case {**rest, "a": 1}:
        pass
