# gmtime, strftime and struct_time for fixed moments.
import time
t = time.gmtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_wday, t.tm_yday, t.tm_isdst, tuple(t)[:6], len(t), t[0])
t = time.gmtime(1_700_000_000)
print(tuple(t), time.strftime("%Y-%m-%d %H:%M:%S %j %a %b %%", t), time.asctime(t))
print(tuple(time.gmtime(951_827_696.9)), tuple(time.gmtime(-1))[:6])
s = time.struct_time((2024, 2, 29, 12, 30, 45, 3, 60, 0))
print(s.tm_mday, s, time.strftime("%d.%m.%y %I %p %A %B", s))
for bad in (lambda: time.struct_time((1, 2)), lambda: time.gmtime("x"), lambda: time.strftime(5), lambda: time.asctime((1,))):
    try:
        print(bad())
    except TypeError as e:
        print(e)
