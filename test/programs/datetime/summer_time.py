"""A time zone with summer time: hours that come twice, hours that never come, and what compares with what."""
from datetime import *
import pickle, copy
class Eastern(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=-5) + self.dst(dt)
    def dst(self, dt):
        if dt is None: return timedelta(0)
        naive = dt.replace(tzinfo=None)
        start, end = datetime(2024,3,10,2), datetime(2024,11,3,1)
        if start+timedelta(hours=1) <= naive < end: return timedelta(hours=1)
        if end <= naive < end+timedelta(hours=1): return timedelta(0) if dt.fold else timedelta(hours=1)
        if start <= naive < start+timedelta(hours=1): return timedelta(hours=1) if dt.fold else timedelta(0)
        return timedelta(0)
    def tzname(self, dt): return "EDT" if self.dst(dt) else "EST"
    def fromutc(self, dt):
        n=dt.replace(tzinfo=None)
        std=n+timedelta(hours=-5); day=std+timedelta(hours=1)
        start, end = datetime(2024,3,10,2), datetime(2024,11,3,2)
        if end <= day < end+timedelta(hours=1): return std.replace(fold=1, tzinfo=self)
        if std < start or day >= end: return std.replace(tzinfo=self)
        return day.replace(tzinfo=self)
E=Eastern()
a=datetime(2024,3,9,12,tzinfo=E); b=datetime(2024,3,10,12,tzinfo=E)
print(b-a, b.astimezone(timezone.utc)-a.astimezone(timezone.utc), a<b, a+timedelta(1)==b)
u=datetime(2024,11,3,4,30,tzinfo=timezone.utc)
for i in range(4):
    t=(u+timedelta(hours=i)).astimezone(E); print(t, t.tzname(), t.fold, t.utcoffset(), t==u+timedelta(hours=i), hash(t)==hash(u+timedelta(hours=i)), t.timestamp())
f=datetime(2024,11,3,1,30,tzinfo=E,fold=1); g=f.replace(fold=0)
print(f==g, f-g, f>g, hash(f)==hash(g), {f:1}.get(g), f.isoformat(), repr(f.replace(tzinfo=None)))
for p in range(6):
    h=pickle.loads(pickle.dumps(f,p)); print(h.fold, h.utcoffset(), end=' ')
print(copy.deepcopy(f).fold, copy.copy(time(1,2,fold=1)).fold, pickle.loads(pickle.dumps(time(1,2,tzinfo=timezone.utc),0)))
class Bad(tzinfo):
    def utcoffset(self,dt): return 3
    def dst(self,dt): return timedelta(2)
    def tzname(self,dt): return 5
x=datetime(2020,1,1,tzinfo=Bad())
for w in (lambda: x.utcoffset(), lambda: x.dst(), lambda: x.tzname(), lambda: str(x), lambda: datetime.combine(time(1),date(1,1,1)), lambda: datetime.combine(date(2020,1,1), 5), lambda: x.timetuple()):
    try: print(w())
    except Exception as e: print(type(e).__name__, e)
for ms in (1.5/1000, 2.5/1000, .5/1000, -1.5/1000, 0.4/1000): print(timedelta(milliseconds=ms), timedelta(microseconds=ms*1000), end=' ')
print(timedelta(seconds=1.0000005), timedelta(days=0.1, hours=0.1, minutes=.1), timedelta(microseconds=1, milliseconds=.0005))
print(time(1,30,tzinfo=timezone(timedelta(hours=1)))==time(0,30,tzinfo=timezone.utc), time(5)<time(6), datetime(2020,1,1)==datetime(2020,1,1,tzinfo=timezone.utc))
print(datetime.combine(datetime(2020,1,2,3), time(4,5,tzinfo=timezone.utc)), datetime.combine(date(2020,1,2), time(4), tzinfo=None))
