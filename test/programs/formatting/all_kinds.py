class F:
    def __format__(self, s): return f'<{s}>'
    def __repr__(self): return 'F!'
    def __str__(self): return 'Fs'
    a = [1, {'k': 'v'}]
f = F()
print('{} {!r} {!s} {!a} {:x} {0.a[1][k]}'.format(f, f, f, f, f) if False else '{0} {0!r} {0!s} {0!a} {0:x} {0.a[1][k]}'.format(f))
print(f'{f} {f!r} {f!s:>5} {f:abc} {f.a[1]["k"]}', '{:{}{}}'.format('x', '>', 5), '{a:{b}}'.format(a=5, b='03d'), '{:>{w}}|{:^{w}}'.format('a', 'b', w=5))
for v, specs in [(42, ['d', '5d', '<5d|', '^5d|', '+d', ' d', '05d', ',d', '_d', 'b', '#b', 'o', '#o', 'x', 'X', '#X', 'c', 'e', '.2e', 'f', '.1f', 'g', '%', 'n', '*^9', '=+6', '#010x', '010,d', '']), (-1234567.891, ['', 'f', '.2f', ',.2f', '_.1f', 'e', 'E', 'g', 'G', '.3g', '%', '.0f', '+.1f', '015.2f', '<15.1f|', '=15.1f', 'n', '.10g', '#.0f', 'z.0f', '015,.2f']), ('text', ['', 's', '8', '>8', '^8', '*<8', '.2', '8.2|', '<8.3s|']), (1+2j, ['', '.1f', '>12', 'g', ',.1f']), (True, ['', 'd', '5', 's' if 0 else '']), (1e300, ['', 'g', ',.0f'[:0]]), (float('nan'), ['f', '5', 'F', '05', '%']), (10**30, [',', 'e', '_x', 'g', ',d'])]:
    for s in specs:
        try: print(repr(s), '->', format(v, s), end=' ; ')
        except Exception as e: print(repr(s), '!!', e, end=' ; ')
    print()
print('%d %i %5d|%-5d|%05d|%+d|% d|%x %X %#x %o %#o %e %E %.2f %5.1f|%-8.2f|%08.2f|%g %G %s %r %a %c %c %%' % (1, 2.9, 3, 4, 5, 6, 7, 255, 255, 255, 8, 8, 1.5, 1.5, 2.345, 2.345, 2.345, -2.345, 1e-5, 1e20, 'a', 'b', 'é', 'x', 65))
print('%(a)s %(b)05.1f' % {'a': 1, 'b': 2.25}, '%s' % (1,), '%s %s' % (1, [2]), '%.3s|%10.3s|%-10s|' % ('abcdef', 'abcdef', 'ab'), '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%s' % None, '%s' % {'a': 1}, '%r' % (('t',),), '%5s|%5r' % (True, None), '%x' % -255, '%+.3e' % 12345.678, '%#.3g' % 1.0, '%i' % True, '%s %%' % 5)
import string
print(string.Template('$a ${b} $$ $a').substitute(a=1, b=2), string.Template('$a $q').safe_substitute(a=1), string.capwords('hello big world'), string.ascii_letters, string.digits, string.punctuation, string.whitespace.encode(), string.hexdigits, string.Formatter().format('{0} {x}', 1, x=2), list(string.Formatter().parse('a{b!r:c}d{}')))
print(f'{1!r:>5}|{"a":{"<"}{4}}|{3.14159:{"."}{2}f}|{"nested"[::-1]}|{ {1:2}[1] }|{(lambda: 5)()}|{1 if True else 2}|{[*range(3)]}|{"{}"}|{{}}|{"\n"!r}|{f"{f'{1+1}'}"}')
print(f'{5=} {5 = } {"x"=} {1+2=:>5} {f"a"=!s}', f"{'a' 'b'}", f'{"""x"""}', f'{1:{2}}', f"{'it''s'}", f'{0x10:#_b}', f'{10:,}{1e4:,}')
from datetime import *
d = datetime(2024, 2, 29, 13, 5, 9); print(f'{d:%Y-%m-%d %H:%M:%S}', f'{d:%A %B %d %j %I %p %y %b %a}', d, repr(d), f'{d!s:>25}', date(2020, 1, 2), f'{date(2020,1,2):%d/%m}', timedelta(days=1, hours=2), d + timedelta(days=1), d - datetime(2024, 1, 1), (d - timedelta(weeks=1)).isoformat(), d.weekday(), d.isocalendar(), d.timetuple()[:6], datetime.strptime('2020-01-02', '%Y-%m-%d'), date.fromisoformat('2020-05-06'), d.replace(year=2025, day=1), time(1, 2, 3), d.date(), d.time(), d < datetime.max, timedelta(seconds=3661), str(timedelta(days=-1)), timedelta(1).total_seconds(), divmod(timedelta(hours=5), timedelta(hours=2)), date(2024, 12, 25).strftime('%d %b %Y'), timezone.utc, datetime(2020,1,1,tzinfo=timezone.utc), datetime(2020,1,1,tzinfo=timezone(timedelta(hours=5))).isoformat())
