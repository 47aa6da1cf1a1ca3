def rebind(values):
    values = values + [4000]
    return len(values)


def mutate(values):
    values.append(4000)
    return len(values)


numbers = [1000, 2000]
print("rebind saw", rebind(numbers), "/ the caller has", numbers)
print("mutate saw", mutate(numbers), "/ the caller has", numbers)

alias = numbers
numbers += [5000]
print("after +=:", alias is numbers, alias)
numbers = numbers + [6000]
print("after = +:", alias is numbers, alias)
