# and, or, not and the conditional evaluate only what they must.
def t(x):
    print("true", x)
    return x
def f(x):
    print("false", x)
    return x
print(t(1) and f(0) and t(2))
print(f("") or t("yes") or t("no"))
print(t(1) or f(0) and t(5))
print((f(0) or t(1)) and t(2))
print(not t(1) or t(3))
print(t("a") if f([]) else t("b"))
print(f(0) and 1 / 0 or "saved")
print([] or {} or 0 or None, [1] and {2: 3} and "end", not not "x", not [] == False)
values = [0, "", None, 3, 4]
first = next((x for x in values if x), "none")
print(first, any(t(x) for x in (0, 1, 2)), all(t(x) for x in (1, 0, 2)))
