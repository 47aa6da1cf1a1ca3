"""A density follows its data when they grow, under kernels with bounds and without; the children of a logger are one level below."""
import logging
from statistics import kde, mean

for kernel in ("normal", "rectangular", "triangular"):
    data = [1.0, 2.5, 4.0]
    density, below = kde(data, 1.5, kernel), kde(data, 1.5, kernel, cumulative=True)
    before = density(2.0), below(2.0)
    data += [2.0, 9.0]
    print(kernel, *(round(value, 9) for value in (*before, density(2.0), below(2.0))))

names = ("app", "app.db", "app.net.http", "other.deep")
app, db, http, deep = map(logging.getLogger, names)
print(app.getChildren(), http.parent.name, deep.parent.name)
print(sorted(child.name for child in logging.getLogger().getChildren()))
logging.getLogger("app.net")
print(sorted(child.name for child in app.getChildren()), http.parent.name)

try:
    mean(["a"])
except TypeError as problem:
    print(problem, "/", problem.__context__, problem.__suppress_context__, problem.__context__.__context__)
