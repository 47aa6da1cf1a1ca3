from contextlib import *



@contextmanager
def tag(n):
    print('<' + n + '>')
    try:
        yield n.upper()
    except ValueError as e:
        print('caught', e)
    finally:
        print('</' + n + '>')
with tag('a') as a, tag('b') as b:
    print(a, b)
with tag('c'):
    raise ValueError('inside')
try:
    with tag('d'):
        raise KeyError('k')
except KeyError as e:
    print('out', e)



@tag('deco')
def f():
    print('in f')
    return 5
print(f())
with ExitStack() as st:
    st.enter_context(tag('s1'))
    st.callback(print, 'callback', 1)
    st.push(lambda *a: print('push', a[0]))
    st.enter_context(tag('s2'))
with ExitStack() as st:
    st.callback(print, 'never')
    st2 = st.pop_all()
print('popped')
st2.close()
with suppress(ZeroDivisionError, KeyError):
    1 / 0
print('suppressed')
import io, sys
buf = io.StringIO()
with redirect_stdout(buf):
    print('captured')
print(repr(buf.getvalue()))



class C:

    def close(self):
        print('closed')
with closing(C()) as c:
    print(type(c).__name__)
with nullcontext(5) as n:
    print(n)



class CM(ContextDecorator):

    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *e):
        print('exit', e[0])
        return True



@CM()
def g():
    raise OSError
print(g())



class M(AbstractContextManager):

    def __exit__(self, *a):
        return None
with M() as m:
    print(m.__class__.__name__)



@contextmanager
def bad():
    if False:
        yield
try:
    with bad():
        pass
except RuntimeError as e:
    print(e)



@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice():
        pass
except RuntimeError as e:
    print(e)



@contextmanager
def swallow_wrong():
    try:
        yield
    except ValueError:
        raise TypeError('replaced')
try:
    with swallow_wrong():
        raise ValueError('orig')
except TypeError as e:
    print(e, repr(e.__context__))
try:
    with ExitStack() as st:
        st.push(lambda *a: 1 / 0)
        raise KeyError('x')
except ZeroDivisionError as e:
    print(e, repr(e.__context__))



class W:

    def __enter__(self):
        raise ValueError('enter fails')

    def __exit__(self, *a):
        print('not called')
try:
    with W():
        pass
except ValueError as e:
    print(e)
with tag('x') as x, tag('y') as y:
    print(x + y)



def ret():
    with tag('r'):
        return 'returned'
print(ret())
for i in range(3):
    with tag(str(i)):
        if i == 0:
            continue
        if i == 1:
            break
with chdir('.') if False else nullcontext():
    pass
import asyncio



@asynccontextmanager
async def at(n):
    print('aenter', n)
    try:
        yield n
    finally:
        print('aexit', n)



async def main():
    async with at('p') as p, AsyncExitStack() as s:
        await s.enter_async_context(at('q'))
        print(p)
    async with aclosing(agen()) as ag:
        async for v in ag:
            print(v)
            break



async def agen():
    try:
        yield 1
        yield 2
    finally:
        print('agen closed')
asyncio.run(main())
