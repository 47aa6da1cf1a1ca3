# stderr: full
print("never printed")
match x:
    case [a] | [b]:
        pass
