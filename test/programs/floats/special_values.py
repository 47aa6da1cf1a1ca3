# nan, inf and signed zero.
import math
nan, inf = float("nan"), float("inf")
print(nan == nan, nan != nan, nan is nan, nan in [nan], [nan] == [nan], nan < 1, nan > 1, not nan)
print(inf > 10**1000, -inf < -(10**1000), inf == inf, inf - inf, inf * 0, inf + 1, -inf // 1, inf % 5, 5 % inf, -5 % inf)
print(0.0 == -0.0, str(-0.0), 1 / math.copysign(inf, -1), math.copysign(1, -0.0), -0.0 + 0.0, -0.0 + -0.0, 0.0 * -1)
print(max(nan, 1), max(1, nan), min(nan, 1), min(1, nan), sorted([2, nan, 1]))
print(inf // 2, math.isnan(inf % inf), math.isnan(inf // inf) if True else 0, 5.0 // inf, -5.0 // inf)
print(float("NaN"), float("-INF"), float("Infinity"), float("+inf"), hash(inf), hash(-inf))
print(round(-0.4), round(-0.0), round(-0.4, 0), abs(-0.0), int(-0.9), nan.is_integer(), inf.is_integer())
for act in (lambda: int(nan), lambda: int(inf), lambda: round(inf), lambda: round(nan), lambda: inf.as_integer_ratio(), lambda: nan.as_integer_ratio()):
    try:
        print(act())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
