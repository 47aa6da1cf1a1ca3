# stderr: full
print("never printed")
match x:
    case f"a":
        pass
