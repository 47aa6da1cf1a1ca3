"""Basic statistics module: averages, spread, relations, the normal distribution."""
import math
import numbers
import random
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, namedtuple
from fractions import Fraction
from functools import reduce
from itertools import count, groupby, repeat
from math import erf, exp, fabs, fsum, hypot, isfinite, isinf, log, pi, sqrt, sumprod, tau
from operator import attrgetter, itemgetter

__all__ = [
    "NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "kde", "kde_random",
    "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode", "pstdev", "pvariance",
    "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


def _exact_ratio(x):
    """A number as an exact fraction (numerator, denominator); (x, None) for NaN and infinity."""
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None
    except AttributeError:
        # A rational number of another maker has at least a numerator and a denominator.
        pass
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _coerce(T, S):
    """The type that sums of both types have."""
    if T is S or S is int or S is bool:
        return T
    if T is int or T is bool:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _total(partials):
    """Sum of fractions kept by denominator; NaN and infinity stand under None."""
    if None in partials:
        return partials[None]
    return sum(Fraction(n, d) for d, n in partials.items())


def _sum(data):
    """Type, exact sum and count of numbers."""
    number = 0
    partials = defaultdict(int)
    T = int
    types = {}
    for x in data:
        types[type(x)] = None
        n, d = _exact_ratio(x)
        number += 1
        partials[d] += n
    for typ in types:
        T = _coerce(T, typ)
    return T, _total(partials), number


def _ss(data, c=None):
    """Type, exact sum of square deviations from c (or the mean), mean and count."""
    if c is not None:
        T, ssd, number = _sum((d := x - c) * d for x in data)
        return T, ssd, c, number
    values = list(data)
    T, total, number = _sum(values)
    if not number:
        return T, Fraction(0), Fraction(0), 0
    if not isinstance(total, Fraction) and not isinstance(total, int):
        return T, total, total / number, number
    mean_ = Fraction(total) / number
    ssd = sum((Fraction(*_exact_ratio(x)) - mean_) ** 2 for x in values)
    return T, ssd, mean_, number


def _convert(value, T):
    """The value as a T, or as a float where T is whole and the value is not."""
    if type(value) is T:
        return value
    if issubclass(T, int) and getattr(value, "denominator", 1) != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if T.__name__ == "Decimal":
            return T(value.numerator) / value.denominator
        raise


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _rank(data, /, *, key=None, reverse=False, ties="average", start=1):
    """Rank order of a dataset, equal values sharing their average rank."""
    values = data if key is None else map(key, data)
    ordered = sorted(zip(values, count()), reverse=reverse)
    i = start - 1
    result = [0] * len(ordered)
    for _, group in groupby(ordered, key=itemgetter(0)):
        group = list(group)
        rank = i + (len(group) + 1) / 2
        for _, place in group:
            result[place] = rank
        i += len(group)
    return result


def _float_sqrt_of_frac(n, m):
    """Square root of n/m to the nearest float."""
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        numerator, denominator = _isqrt_round_odd(n, m << 2 * q) << q, 1
    else:
        numerator, denominator = _isqrt_round_odd(n << -2 * q, m), 1 << -q
    return numerator / denominator


def _isqrt_round_odd(n, m):
    """Square root of n/m, rounded to an odd integer unless it is exact."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def mean(data):
    """The sum of the values by their number, in the type of the values."""
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def fmean(data, weights=None):
    """The mean in floats, which is faster; weights say how much each value counts."""
    if weights is None:
        try:
            n = len(data)
        except TypeError:
            data = list(data)
            n = len(data)
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        num = sumprod(data, weights)
    except ValueError:
        raise StatisticsError("data and weights must be the same length")
    den = fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return num / den


def geometric_mean(data):
    """The n-th root of the product of n values, as a float."""
    n = zeros = 0

    def logarithms():
        nonlocal n, zeros
        for x in data:
            n += 1
            if not (x > 0.0 or math.isnan(x)):
                if x != 0.0:
                    raise StatisticsError("No negative inputs allowed", x)
                zeros += 1
                continue
            yield log(x)

    total = fsum(logarithms())
    if n == 0:
        raise StatisticsError("Must have a non-empty dataset")
    # A product of zero and infinity has no value.
    if math.isnan(total) or (zeros and total == math.inf):
        return math.nan
    return 0.0 if zeros else exp(total / n)


def _rewindable(data):
    """The data, as a list if it could be walked only once."""
    return list(data) if iter(data) is data else data


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    negative = "harmonic mean does not support negative values"
    data = _rewindable(data)
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is not None:
        weights = _rewindable(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        weight = _sum(_fail_neg(weights, negative))[1]
    elif n > 1:
        weights, weight = repeat(1, n), n
    else:
        # One value is its own mean and keeps its type.
        only = data[0]
        if not isinstance(only, numbers.Real) and type(only).__name__ != "Decimal":
            raise TypeError("unsupported type")
        if only < 0:
            raise StatisticsError(negative)
        return only
    try:
        T, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, negative)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(weight / total, T)


def _ordered(data):
    """The values in ascending order: at least one, or there is no median."""
    values = sorted(data)
    if values:
        return values
    raise StatisticsError("no median for empty data")


def median(data):
    """The middle value; of an even number of values the mean of the two in the middle."""
    values = _ordered(data)
    middle, odd = divmod(len(values), 2)
    return values[middle] if odd else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    """The middle value; of an even number of values the smaller of the two in the middle."""
    values = _ordered(data)
    return values[(len(values) - 1) // 2]


def median_high(data):
    """The middle value; of an even number of values the larger of the two in the middle."""
    values = _ordered(data)
    return values[len(values) // 2]


def median_grouped(data, interval=1.0):
    """The median of values that stand for classes of the width interval around them."""
    values = _ordered(data)
    middle = values[len(values) // 2]
    first = bisect_left(values, middle)
    inside = bisect_right(values, middle, lo=first) - first
    try:
        width, centre = float(interval), float(middle)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    return centre - width / 2.0 + width * (len(values) / 2 - first) / inside


def mode(data):
    """The value that occurs most; of several the one met first."""
    pairs = Counter(iter(data)).most_common(1)
    try:
        return pairs[0][0]
    except IndexError:
        raise StatisticsError("no mode for empty data") from None


def multimode(data):
    """All values that occur most, in the order in which they are met."""
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, number in counts.items() if number == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cuts that leave as many values in each of n intervals."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    result = []
    if method == "inclusive":
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


def variance(data, xbar=None):
    """The variance as a sample shows it; xbar is its mean if that is known."""
    T, ss, c, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _convert(ss / (n - 1), T)


def pvariance(data, mu=None):
    """The variance of values that are all there are; mu is their mean if that is known."""
    T, ss, c, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _convert(ss / n, T)


def _root(mss, T):
    if T.__name__ == "Decimal":
        return (T(mss.numerator) / T(mss.denominator)).sqrt()
    if not isinstance(mss, Fraction):
        return sqrt(mss)
    return _float_sqrt_of_frac(mss.numerator, mss.denominator)


def stdev(data, xbar=None):
    """The standard deviation as a sample shows it."""
    T, ss, c, n = _ss(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(Fraction(ss) / (n - 1) if isinstance(ss, (int, Fraction)) else ss / (n - 1), T)


def pstdev(data, mu=None):
    """The standard deviation of values that are all there are."""
    T, ss, c, n = _ss(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(Fraction(ss) / n if isinstance(ss, (int, Fraction)) else ss / n, T)


def _pair_count(x, y, what):
    """How many points two inputs of the same length make, at least two."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{what} requires at least two data points")
    return n


def _centres(x, y, n):
    return fsum(x) / n, fsum(y) / n


def _deviations(values, centre):
    return [value - centre for value in values]


def covariance(x, y, /):
    """How two inputs vary together, in a sample."""
    n = _pair_count(x, y, "covariance")
    a, b = _centres(x, y, n)
    return sumprod(_deviations(x, a), _deviations(y, b)) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's coefficient of two inputs, or with method="ranked" Spearman's."""
    n = _pair_count(x, y, "correlation")
    if method == "linear":
        a, b = _centres(x, y, n)
        x, y = _deviations(x, a), _deviations(y, b)
    elif method == "ranked":
        # Ranks that start here have the mean zero.
        lowest = (n - 1) / -2
        x, y = (_rank(values, start=lowest) for values in (x, y))
    else:
        raise ValueError(f"Unknown method: {method!r}")
    together = sumprod(x, y)
    alone = sqrt(sumprod(x, x) * sumprod(y, y))
    try:
        return together / alone
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """The line of least squares through the points; proportional ones pass through the origin."""
    n = _pair_count(x, y, "linear regression")
    a = b = 0.0
    if not proportional:
        a, b = _centres(x, y, n)
        x, y = _deviations(x, a), _deviations(y, b)
    # Adding 0.0 makes a slope of integers a float.
    together = sumprod(x, y) + 0.0
    spread = sumprod(x, x)
    try:
        slope = together / spread
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope, 0.0 if proportional else b - slope * a)


def _kernel(kernel):
    """Density, cumulative probability and support of a kernel."""
    match kernel:
        case "normal" | "gauss":
            root = sqrt(2 * pi)
            return lambda t: exp(-1 / 2 * t * t) / root, lambda t: 1 / 2 * (1.0 + erf(t / sqrt(2))), None
        case "logistic":
            return lambda t: 1 / 2 / (1.0 + math.cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), None
        case "sigmoid":
            return lambda t: 1 / pi / math.cosh(t), lambda t: 2 / pi * math.atan(exp(t)), None
        case "rectangular" | "uniform":
            return lambda t: 1 / 2, lambda t: 1 / 2 * t + 1 / 2, 1.0
        case "triangular":
            return lambda t: 1.0 - abs(t), lambda t: t * t * (1 / 2 if t < 0.0 else -1 / 2) + t + 1 / 2, 1.0
        case "parabolic" | "epanechnikov":
            return lambda t: 3 / 4 * (1.0 - t * t), lambda t: sumprod((-1 / 4, 3 / 4, 1 / 2), (t ** 3, t, 1.0)), 1.0
        case "quartic" | "biweight":
            return lambda t: 15 / 16 * (1.0 - t * t) ** 2, lambda t: sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t ** 5, t ** 3, t, 1.0)), 1.0
        case "triweight":
            return (
                lambda t: 35 / 32 * (1.0 - t * t) ** 3,
                lambda t: sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t ** 7, t ** 5, t ** 3, t, 1.0)), 1.0,
            )
        case "cosine":
            return lambda t: pi / 4 * math.cos(pi / 2 * t), lambda t: 1 / 2 * math.sin(pi / 2 * t) + 1 / 2, 1.0
    raise StatisticsError(f"Unknown kernel name: {kernel!r}")


def kde(data, h, kernel="normal", *, cumulative=False):
    """A smooth density, or with cumulative=True its integral, from samples blurred by a kernel of the bandwidth h."""
    n = len(data)
    if not n:
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    K, W, support = _kernel(kernel)
    # What of the data a kernel sees from x: how many lie below, which are in reach, how many there are.
    if support is None:
        def seen(x):
            return 0, data, len(data)
    else:
        ordered = sorted(data)
        reach = h * support

        def seen(x):
            nonlocal ordered, n
            if n != len(data):
                # The data grew or shrank since they were sorted.
                ordered = sorted(data)
                n = len(data)
            below = bisect_left(ordered, x - reach)
            return below, ordered[below:bisect_right(ordered, x + reach)], n

    def pdf(x):
        _, near, number = seen(x)
        return sum(K((x - point) / h) for point in near) / (number * h)

    def cdf(x):
        below, near, number = seen(x)
        return sum((W((x - point) / h) for point in near), below) / number

    if cumulative:
        cdf.__doc__ = f"CDF estimate with {h=!r} and {kernel=!r}"
        return cdf
    pdf.__doc__ = f"PDF estimate with {h=!r} and {kernel=!r}"
    return pdf


def kde_random(data, h, kernel="normal", *, seed=None):
    """A function that draws from the density that kde makes of the same arguments."""
    n = len(data)
    if not n:
        raise StatisticsError("Empty data sequence")
    if not isinstance(data[0], (int, float)):
        raise TypeError("Data sequence must contain ints or floats")
    if h <= 0.0:
        raise StatisticsError(f"Bandwidth h must be positive, not {h=!r}")
    if kernel not in ("normal", "gauss"):
        raise StatisticsError(f"Unknown kernel name: {kernel!r}")
    prng = random.Random(seed)
    inverse = NormalDist().inv_cdf

    def rand():
        return prng.choice(data) + h * inverse(prng.random())

    rand.__doc__ = f"Random KDE selection with {h=!r} and {kernel=!r}"
    return rand


def _polynomial(coefficients, x):
    return reduce(lambda total, c: total * x + c, coefficients)


# Wichura, "Algorithm AS241: The Percentage Points of the Normal Distribution", 1988.
_CENTRAL = (
    (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
     1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
    (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
     5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0),
)
_MIDDLE = (
    (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
     3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
    (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
     6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0),
)
_FAR = (
    (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
     2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
    (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
     1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0),
)


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        num = _polynomial(_CENTRAL[0], r) * q
        den = _polynomial(_CENTRAL[1], r)
        return mu + (num / den) * sigma
    r = p if q <= 0.0 else 1.0 - p
    r = sqrt(-log(r))
    table = _MIDDLE if r <= 5.0 else _FAR
    r = r - 1.6 if r <= 5.0 else r - 5.0
    x = _polynomial(table[0], r) / _polynomial(table[1], r)
    if q < 0.0:
        x = -x
    return mu + x * sigma


class NormalDist:
    """A normal distribution, with the arithmetic of random variables."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        """By its mean mu and its standard deviation sigma."""
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    @classmethod
    def from_samples(cls, data):
        """The distribution that fits a sample."""
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """A list of n random values; the same seed gives the same."""
        rnd = random.random if seed is None else random.Random(seed).random
        return [_normal_dist_inv_cdf(rnd(), self._mu, self._sigma) for _ in repeat(None, n)]

    def pdf(self, x):
        """The density at x."""
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of x and all below."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        """The x that is not exceeded with the probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 cuts between n intervals that are equally probable."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """How much of their area two densities share, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        # The narrower one first: the result must not depend on the order.
        swap = (other._sigma, other._mu) < (self._sigma, self._mu)
        narrow, wide = (other, self) if swap else (self, other)
        v, w = narrow.variance, wide.variance
        if not (v and w):
            raise StatisticsError("overlap() not defined when sigma is zero")
        apart = fabs(wide._mu - narrow._mu)
        more = w - v
        if not more:
            return 1.0 - erf(apart / (2.0 * narrow._sigma * sqrt(2.0)))
        # The densities cross twice; between and beyond these points one lies under the other.
        middle = narrow._mu * w - wide._mu * v
        reach = narrow._sigma * wide._sigma * sqrt(apart * apart + more * log(w / v))
        high, low = (fabs(wide.cdf(x) - narrow.cdf(x)) for x in ((middle + reach) / more, (middle - reach) / more))
        return 1.0 - (high + low)

    def zscore(self, x):
        """How many standard deviations x lies above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(attrgetter("_mu"), doc="Where the distribution has its mean.")
    median = property(attrgetter("_mu"), doc="Where half of the distribution lies on either side: at the mean.")
    mode = property(attrgetter("_mu"), doc="Where the density is highest: at the mean.")
    stdev = property(attrgetter("_sigma"), doc="The standard deviation.")
    variance = property(lambda self: self._sigma * self._sigma, doc="The standard deviation squared.")

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"
