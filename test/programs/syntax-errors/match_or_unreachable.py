# stderr: full
print("never printed")
match x:
    case a | 1:
        pass
