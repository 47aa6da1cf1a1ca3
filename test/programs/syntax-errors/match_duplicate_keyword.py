# stderr: full
print("never printed")
match x:
    case A(x=1, x=2):
        pass
