import re
for p, s in [(r'(\w+) (\w+)', 'hello world foo'), (r'a*?b', 'aaab'), (r'(a|ab)(c|bcd)(d*)', 'abcd'), (r'^\s*(\d+)\s*$', ' 42 '), (r'(?P<y>\d{4})-(?P<m>\d\d)', '2024-05'), (r'(?i)HELLO', 'Hello'), (r'(?s)a.b', 'a\nb'), (r'(?m)^b', 'a\nb'), (r'(?x) a  b # c', 'ab'), (r'(?<=x)y', 'xy'), (r'(?<!x)y', 'xy zy'), (r'a(?=b)', 'ab'), (r'a(?!b)', 'ab ac'), (r'(.)\1', 'abccd'), (r'(?P<q>["\']).*?(?P=q)', 'say "hi" now'), (r'[^abc]+', 'abcdef'), (r'[a-z&&[aeiou]]', 'x'), (r'\bfoo\b', 'a foo b'), (r'\Bo', 'foo'), (r'x{2,3}', 'xxxx'), (r'x{2,3}?', 'xxxx'), (r'x{,2}', 'xxx'), (r'(?:ab)+', 'ababx'), (r'\d+(?:\.\d+)?', '3.14'), (r'[\]\-]', ']'), (r'\u0041', 'A'), (r'\x41|\101', 'A'), (r'(a)?(b)?', 'b'), (r'(?(1)a|b)', 'b'), (r'(a)?(?(1)b|c)', 'c'), (r'(?>a+)b', 'aab'), (r'a++b', 'aab'), (r'\Z', 'ab'), (r'\A\w', 'ab'), (r'[\w.]+@[\w.]+', 'me.x@y.org'), (r'é', 'É'), (r'(?a)\w+', 'aé'), (r'\w+', 'aé'), (r'[[:alpha:]]', 'a')]:
    try: m = re.search(p, s); print(p, m, m and m.groups(), m and m.groupdict())
    except re.error as e: print(p, 'error', e)
print(re.findall(r'\d', 'a1b2'), re.findall(r'(\w)(\d)', 'a1b2'), re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(,)', 'a,b'), re.split(r'x*', 'axbc'), re.sub(r'\d', '#', 'a1b2', count=1), re.sub(r'(\w)(\d)', r'\2\1', 'a1b2'), re.sub(r'(?P<l>\w)', r'<\g<l>>', 'ab'), re.subn('a', 'b', 'aaa'), re.sub('x*', '-', 'abxd'), re.escape('a.b*c'), re.fullmatch(r'a+', 'aaa'), re.match('b', 'ab'), [m.span() for m in re.finditer('a', 'aba')], re.sub('a', lambda m: m[0].upper(), 'banana'), re.split('', 'abc'), re.findall('', 'ab'), re.sub(r'\n', r'\\n', 'a\nb'), re.sub('(a)|b', r'[\1]', 'ab'))
m = re.match(r'(?P<a>\w)(?P<b>\w)(z)?', 'xy!'); print(m.group(), m.group(1, 2), m['a'], m.start('b'), m.end(), m.span(3), m.groups('dflt'), m.groupdict(), m.lastindex, m.lastgroup, m.re.pattern, m.string, m.pos, m.endpos, m.expand(r'\2-\g<a>'), m.regs)
c = re.compile('a+', re.I | re.M); print(c, c.flags, c.pattern, c.groups, c.groupindex, c.match('AA'), c.search('xxA', 2), c.findall('aAbA', 1), re.compile('a') == re.compile('a'), repr(re.compile(b'x')), c.fullmatch('aab'), c.sub('-', 'baab'), re.I, re.I | re.S, repr(re.RegexFlag(0)))
for p in ['(', ')', '[', 'a{2,1}', '*a', 'a**', '(?P<1>a)', '(?P<a>x)(?P<a>y)', '\\', '(?<=a*)b', '(?z)', '[z-a]', '(?P=x)', '\\1', '(?P<a', 'a{99999999999}', '(?(2)a)', '[\\', '(?', '(?i', 'x(?i)', '\\g', '(?P>x)', '(?#', '\\N{FOO}', '\\8', '(?:']:
    try: re.compile(p); print(p, 'fine')
    except re.error as e: print(repr(p), e, e.pos, e.msg, e.lineno, e.colno)
    except Exception as e: print(repr(p), type(e).__name__, e)
for r in ['\\g<5>', '\\5', '\\g<x>', '\\g<', '\\q']:
    try: print(re.sub('(a)', r, 'a'))
    except (re.error, IndexError) as e: print(r, type(e).__name__, e)
print(re.template if hasattr(re, 'template') else 'no template', re.purge(), re.NOFLAG, re.findall(rb'\w+', b'ab cd'), re.sub(b'a', b'b', b'aa'), re.search(r'(?P<n>\d+)', 'x12').group('n'))
