# stderr: full
print("never printed")
match x:
    case A(x=1, 2):
        pass
