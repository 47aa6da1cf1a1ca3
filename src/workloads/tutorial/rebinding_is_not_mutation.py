"""Rebinding a name leaves the object alone; mutating an object leaves the names alone.

Purpose: the same two lines with = and with append, through a name and through a call.
Exercises: names, lists, calls
Observes: nothing
"""


def rebind(values):
    values = values + [4]
    return len(values)


def mutate(values):
    values.append(4)
    return len(values)


numbers = [1, 2, 3]
alias = numbers
identity = id(numbers)
print("rebind:", rebind(numbers), "the caller sees", numbers)
print("mutate:", mutate(numbers), "the caller sees", numbers)

numbers += [5]
print("+= on a list mutates:", id(numbers) == identity, alias)
numbers = numbers + [6]
print("+ makes a new one:", id(numbers) != identity, "the alias has", alias)

point = (1, 2)
identity = id(point)
point += (3,)
print("+= on a tuple rebinds:", id(point) != identity, point)
