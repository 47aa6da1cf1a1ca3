import calendar, datetime, time, locale
print(calendar.month(2024, 2)); print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, w=3))
print(calendar.monthrange(2023, 2), calendar.isleap(2000), calendar.leapdays(1900, 2001), calendar.weekday(1969, 7, 20), calendar.monthcalendar(2022, 1))
print([calendar.day_abbr[i] for i in range(7)], calendar.month_name[12], list(calendar.month_abbr)[:4], calendar.MONDAY, repr(calendar.Month.MAY), calendar.firstweekday())
for y in (2024, 2025):
    fri13 = [datetime.date(y, m, 13).isoformat() for m in range(1, 13) if datetime.date(y, m, 13).weekday() == calendar.FRIDAY]; print(y, fri13)
def easter(y):
    a, b, c = y % 19, y // 100, y % 100; d, e = divmod(b, 4); f = (b + 8) // 25; g = (b - f + 1) // 3; h = (19 * a + b - d - g + 15) % 30; i, k = divmod(c, 4); l = (32 + 2 * e + 2 * i - h - k) % 7; m = (a + 11 * h + 22 * l) // 451; mo, da = divmod(h + l - 7 * m + 114, 31); return datetime.date(y, mo, da + 1)
for y in range(2020, 2026): print(easter(y).strftime("%d %B %Y"), (easter(y) + datetime.timedelta(49)).strftime("%a %j"), easter(y).isocalendar()[1])
print(calendar.calendar(2025, m=4)[:400])
def months_between(a, b): return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
print(months_between(datetime.date(2020, 1, 31), datetime.date(2021, 3, 1)))
for bad in [(2024, 13), (2024, 0)]:
    try: calendar.month(*bad)
    except calendar.IllegalMonthError as e: print(e)
try: calendar.setfirstweekday(9)
except calendar.IllegalWeekdayError as e: print(e)
print(calendar.HTMLCalendar().formatweekheader(), calendar.timegm(time.strptime("2000-01-01", "%Y-%m-%d")), list(calendar.Calendar(3).iterweekdays()), [d for d in calendar.Calendar().itermonthdays2(2024, 9)][:3])
