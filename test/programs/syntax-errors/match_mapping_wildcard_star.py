# stderr: full
print("never printed")
match x:
    case {**_}:
        pass
