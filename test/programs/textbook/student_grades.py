# Lists of dictionaries: averages, sorting, reports.
students = [
    {"name": "Ada", "grades": [90, 85, 97]},
    {"name": "Bob", "grades": [60, 75]},
    {"name": "Cyd", "grades": []},
    {"name": "Dee", "grades": [100, 100, 98, 95]},
]
def average(grades):
    return sum(grades) / len(grades) if grades else None
for s in students:
    s["average"] = average(s["grades"])
for s in sorted(students, key=lambda s: s["average"] or 0, reverse=True):
    avg = "-" if s["average"] is None else f"{s['average']:.2f}"
    mark = next((m for limit, m in ((90, "A"), (75, "B"), (60, "C")) if (s["average"] or 0) >= limit), "F")
    print(f"{s['name']:<5}{avg:>8} {mark} best={max(s['grades'], default='none')}")
everything = [g for s in students for g in s["grades"]]
mean = sum(everything) / len(everything)
variance = sum((g - mean) ** 2 for g in everything) / len(everything)
ordered = sorted(everything)
median = (ordered[len(ordered) // 2] + ordered[~(len(ordered) // 2)]) / 2
print(round(mean, 3), round(variance, 3), round(variance ** 0.5, 3), median)
by_mark = {}
for g in everything: by_mark.setdefault(g // 10 * 10, []).append(g)
print({k: sorted(v) for k, v in sorted(by_mark.items())})
names = [s["name"] for s in students if s["grades"] and min(s["grades"]) >= 80]
print(names, any(100 in s["grades"] for s in students), all(s["grades"] for s in students))
try:
    print(students[2]["grades"][0])
except IndexError as e:
    print("no grades:", e)
