def nums(n):
    for i in range(n):
        yield i



def sq(it):
    for x in it:
        yield (x * x)



def even(it):
    return (x for x in it if x % 2 == 0)
print(list(even(sq(nums(10)))), sum(sq(nums(5))))



def avg():
    total = count = 0
    result = None
    while True:
        x = (yield result)
        total += x
        count += 1
        result = total / count
a = avg()
next(a)
print(a.send(10), a.send(20), a.send(30))
a.close()



def sub():
    try:
        r = (yield 1)
        print('sub got', r)
    except ValueError as e:
        print('sub caught', e)
        yield 'handled'
    return 'sub result'



def main():
    r = (yield from sub())
    print('main got', r)
    yield 'end'
m = main()
print(next(m), m.send('hello'))
m = main()
next(m)
print(m.throw(ValueError('thrown')))
print(next(m))



def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i
print(list(flatten([1, [2, [3, (4, 5)]], 6])))
g = (i for i in range(3))
print(next(g), list(g), list(g))



def countdown(n):
    try:
        while n:
            yield n
            n -= 1
    finally:
        print('cleanup')
for x in countdown(5):
    if x == 3:
        break
print('after')
c = countdown(3)
next(c)
del c
print('deleted')



def perm(s):
    if len(s) <= 1:
        yield s
    else:
        for i in range(len(s)):
            for p in perm(s[:i] + s[i + 1:]):
                yield (s[i] + p)
print(list(perm('abc')))
import itertools
print(list(itertools.islice(perm('abcdefgh'), 3)))
