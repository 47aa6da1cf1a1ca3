class Int(int):

    def __new__(cls, v, tag=None):
        o = super().__new__(cls, v)
        o.tag = tag
        return o

    def __add__(self, o):
        return Int(int(self) + int(o), self.tag)

    def __repr__(self):
        return f'Int({int(self)}, {self.tag!r})'
i = Int(5, 't')
print(i, i + 1, 1 + i, i * 2, type(i * 2), i.tag, hash(i) == hash(5), i == 5, {5: 'a'}[i], [10] * i, f'{i:03d}', f'{i}', str(i), '%d' % i, range(10)[i], int(i), -i, abs(i), bool(i), i.__dict__, isinstance(i, int), i.bit_length(), sum([i, i]), max(i, 3), sorted([Int(3), Int(1)]))



class Str(str):

    def __eq__(self, o):
        return str.lower(self) == str.lower(o)

    def __hash__(self):
        return hash(str.lower(self))
print(Str('AbC') == 'abc', {Str('X'): 1}[Str('x')], 'abc' == Str('ABC'), Str('a') in ['A'], type(Str('a').upper()), Str('ab')[0], ''.join([Str('a'), 'b']), Str('A').join('xy'), sorted([Str('b'), Str('a')]), len(Str('abc')), Str('a,b').split(','))



class L(list):

    def __getitem__(self, i):
        return 'got ' + str(i)

    def __len__(self):
        return 99

    def append(self, x):
        super().append(x * 2)
l = L([1, 2])
l.append(3)
print(l, l[0], len(l), list(l), l[0:1], [x for x in l], l + [4], sorted(l), bool(L()), l == [1, 2, 6], repr(l), l.index(6), sum(l))



class T(tuple):

    def __new__(cls, *a):
        return super().__new__(cls, a)
print(T(1, 2), T(1, 2) + (3,), T(1) == (1,), hash(T(1)) == hash((1,)), T(1, 2)[0], type(T(1, 2)[:1]))



class F(float):

    def __str__(self):
        return 'F!'
print(F(1.5), repr(F(1.5)), F(1.5) + 1, f'{F(1.5)}', f'{F(1.5):.2f}', str(F(2)), '%s' % F(1), float(F(3)), type(F(1) * 2), F('1e3'), F.fromhex('0x1p3'))



class D(dict):

    def __getitem__(self, k):
        return 'custom'

    def get(self, k, d=None):
        return 'get'
d = D(a=1)
print(d['zzz'], d.get('q'), d, {**d}, dict(d), list(d.items()), '%(a)s' % d, d | {'b': 2}, 'a' in d, eval('a', {}, d), '{a}'.format(**d), '{0[a]}'.format(d))



class B(bytes):
    pass
print(B(b'ab'), B(b'ab') + b'c', type(B(b'ab')[:1]), B(b'x') == b'x', {b'x': 1}[B(b'x')])
