# stderr: full
print("never printed")
match x:
    case y:
        pass
    case 1:
        pass
