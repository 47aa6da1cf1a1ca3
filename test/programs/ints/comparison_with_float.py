# Comparisons of int with float are exact, even where float has no room for the int.
big = 2**53
print(big == float(big), big + 1 == float(big), big + 1 > float(big), big + 1 == float(big + 1))
print(10**400 > 1e308, 10**400 > float("inf"), -10**400 < float("-inf"), 10**400 < float("inf"))
print(1 == 1.0, hash(1) == hash(1.0), hash(2**53) == hash(float(2**53)))
print(0 == -0.0, 3 < 3.5 < 4, 3 != 3.0, float("nan") == 1, 1 < float("nan"), 1 > float("nan"))
print(sorted([3, 1.5, 2, 2.5, -1, 10**20, 1e19]))
print({1: "int", 1.0: "float", True: "bool"})
print(2**1023 == float(2**1023), 2**1024 > 1.7976931348623157e308)
print(max(1, 1.0), max(1.0, 1), min(True, 1), min(1, True))
