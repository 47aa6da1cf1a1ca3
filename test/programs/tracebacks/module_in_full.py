# stderr: full
import functools, traceback, sys, io
print = functools.partial(print, file=sys.stderr)
class V(Exception): pass
e=V('A\n1'); e.add_note('n1\nn2')
eg=ExceptionGroup('A\n1',[ValueError('B\n2'), V('C'), SyntaxError('error', ('x.py',23,None,'bad syntax'))])
print(''.join(traceback.format_exception(eg)))
print(traceback.format_exception_only(eg)); print(traceback.format_exception_only(eg, show_group=True))
class Bad(Exception):
    __notes__=5
    @property
    def x(self): pass
b=Bad('m'); print(traceback.format_exception_only(b))
class Bad2(Exception):
    def __str__(self): raise ValueError('q')
print(traceback.format_exception_only(Bad2()))
class N:
    def __repr__(self): raise ValueError('bad')
b=V('m'); b.__notes__=[1,N(),'x\ny']; print(traceback.format_exception_only(b))
b.__notes__=N(); print(traceback.format_exception_only(b))
print(traceback.format_exception_only(SyntaxError('bad syntax',('myfile.py',None,3,'a b'))))
print(traceback.format_exception_only(SyntaxError('bad syntax',('myfile.py',None,None,None))))
print(traceback.format_exception_only(SyntaxError('bad syntax',('myfile.py',2,3,'a b c'))))
print(traceback.format_exception_only(SyntaxError('bad syntax',('myfile.py',2,3,'  a b c',2,6))))
print(traceback.format_exception_only(SyntaxError('bad',())) if 0 else '')
def f(n):
    if n: f(n-1)
    else: 1/0
try: f(20)
except ZeroDivisionError as e:
    t=traceback.TracebackException.from_exception(e); print(len(list(t.format()))); print(''.join(t.format()))
    print(t==traceback.TracebackException.from_exception(e), t.exc_type_str, t.stack[0].name, t.stack[0].lineno, t.stack[0][2])
    t2=traceback.TracebackException(type(e),e,e.__traceback__,limit=1); print(''.join(t2.format()))
    print(len(traceback.extract_tb(e.__traceback__, limit=-2)))
fs=traceback.FrameSummary('f',1,'dummy',line='the line'); print(fs==('f',1,'dummy','the line'), tuple(fs), list(fs), fs, len(fs), fs.line)
s=traceback.StackSummary.from_list([('f.py',12,'g','  code'),traceback.FrameSummary('h.py',3,'k',line='zz')]); print(s.format(), s)
def chain():
    try:
        try: 1/0
        except Exception as e: raise KeyError('k') from e
    except KeyError as e:
        raise ValueError('v') from None
try: chain()
except ValueError as e:
    t=traceback.TracebackException.from_exception(e); print(t.__cause__, type(t.__context__), t.__suppress_context__); print(''.join(t.format(chain=False))); buf=io.StringIO(); t.print(file=buf); print(buf.getvalue())
    traceback.print_exception(e, file=sys.stderr); traceback.print_exception(e, limit=1, chain=True, file=sys.stderr); print(traceback.format_exc(limit=0))
print(traceback.format_exception_only(None), traceback.format_exception(None))
try: traceback.format_exception(1)
except Exception as e: print(repr(e))
traceback.print_list(s, file=sys.stderr)
def stk():
    traceback.print_stack(limit=1,file=sys.stderr); print(len(traceback.format_stack(limit=1)))
    print(len(traceback.extract_stack(limit=2)))
stk()
import inspect
for n in ('print_exception','format_exception','format_exception_only'): print(inspect.signature(getattr(traceback,n)))
eg2=ExceptionGroup('g',[ValueError(i) for i in range(20)])
print(''.join(traceback.TracebackException.from_exception(eg2,max_group_width=3).format()))
n=ValueError(1)
for i in range(5): n=ExceptionGroup(f'eg{i}',[n])
print(''.join(traceback.TracebackException.from_exception(n,max_group_depth=3).format()))
