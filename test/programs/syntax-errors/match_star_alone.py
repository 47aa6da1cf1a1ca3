# stderr: full
print("never printed")
match x:
    case *a:
        pass
    case a.b():
        case
