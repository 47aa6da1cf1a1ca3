import unittest
from unittest import mock
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, create_autospec, PropertyMock, mock_open, AsyncMock, DEFAULT
import os, asyncio, math, sys
m = Mock(return_value=3); print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls, m.call_args.args, m.call_args.kwargs)
m.assert_called_with(1, a=2); m.assert_called_once_with(1, a=2); m.assert_any_call(1, a=ANY)
for f in [lambda: m.assert_called_with(2), lambda: m.assert_not_called(), lambda: Mock(name="foo").assert_called(), lambda: m.assert_has_calls([call(9)]), lambda: Mock().assert_called_with(1), lambda: m.assert_any_call(5), lambda: (m(), m.assert_called_once())]:
    try: f()
    except AssertionError as e: print(str(e))
m = Mock(); m.a.b.c(1).d("x"); print(m.mock_calls, m.a.b.c.called, m.method_calls, m.a.b.mock_calls)
m = Mock(side_effect=[1, ValueError("boom"), 3]); print(m());
try: m()
except ValueError as e: print(e)
print(m())
try: m()
except StopIteration: print("stop")
m = Mock(side_effect=lambda x: x * 2); print(m(4)); m.side_effect = KeyError("k")
try: m()
except KeyError as e: print(repr(e))
mm = MagicMock(); mm.__len__.return_value = 7; mm.__getitem__.side_effect = lambda k: k * 2; print(len(mm), mm[4], bool(mm), int(mm), list(mm), 5 in mm, mm == mm, mm == 3, mm < 3 if 0 else "")
with mm as ctx: print(ctx is mm.__enter__.return_value)
mm.__iter__.return_value = [1, 2]; print(list(mm), mm.__len__.call_count); mm.__str__.return_value = "S!"; print(str(mm), mm + 1 is mm.__add__.return_value)
class Real:
    x = 1
    def method(self, a, b=2): return a + b
    @property
    def prop(self): return "real"
s = Mock(spec=Real); print(isinstance(s, Real), s.method.called)
try: s.nope
except AttributeError as e: print(e)
ss = Mock(spec_set=Real)
try: ss.new = 1
except AttributeError as e: print(e)
with patch.object(Real, "method", return_value=99) as pm: print(Real().method(1), pm.called)
print(Real().method(1))
with patch("os.getcwd", return_value="/fake") as g: print(os.getcwd()); g.assert_called_once_with()
with patch("math.sqrt", new=lambda x: "patched"): print(math.sqrt(4))
print(math.sqrt(4))
@patch("os.path.exists")
@patch.object(Real, "x", 42)
def decorated(exists): exists.return_value = True; return os.path.exists("zz"), Real.x
print(decorated(), Real.x)
d = {"a": 1}
with patch.dict(d, {"b": 2}, clear=True): print(d)
print(d)
with patch.multiple(Real, x=5, method=DEFAULT) as ms: print(Real.x, sorted(ms))
with patch.object(Real, "prop", new_callable=PropertyMock) as p: p.return_value = "faked"; print(Real().prop, p.mock_calls)
with patch("builtins.open", mock_open(read_data="l1\nl2\n")) as mo:
    with open("f") as f: print(f.read())
    with open("f") as f: print([l for l in f])
print(mo.call_args_list)
try:
    with patch("os.nothing_here"): pass
except AttributeError as e: print(str(e)[-45:])
au = create_autospec(Real); inst = au(); inst.method(1); inst.method.assert_called_once_with(1)
try: inst.method()
except TypeError as e: print(e)
def fn(a, b=1): return a
af = create_autospec(fn, return_value="r"); print(af(1), af.call_count)
try: af()
except TypeError as e: print(e)
print(sentinel.x is sentinel.x, sentinel.x, ANY == 5, call(1, b=2), call.a.b(3), call(1) == call(1), [call(1), call(2)] == [call(1), call(2)])
m = Mock(**{"a.b.return_value": 5, "c": 1}); print(m.a.b(), m.c); m.reset_mock(); print(m.a.b.called)
m = Mock(); m.attach = Mock(name="att"); m.attach(1); print(m.mock_calls); del m.gone
try: m.gone
except AttributeError as e: print("AttributeError", e)
try: Mock().assert_foo()
except AttributeError as e: print(str(e)[:40])
async def co():
    am = AsyncMock(return_value=4); r = await am(1); am.assert_awaited_once_with(1); return r, am.await_count
print(asyncio.run(co()))
class T(unittest.TestCase):
    @patch("os.listdir", return_value=["a"])
    def test_ls(self, ls): self.assertEqual(os.listdir("."), ["a"]); ls.assert_called_once_with(".")
    def test_start(self):
        p = patch.object(os, "getpid", return_value=1); p.start(); self.addCleanup(p.stop); self.assertEqual(os.getpid(), 1)
r = unittest.TextTestRunner(stream=open(os.devnull, "w")).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(r.testsRun, r.wasSuccessful(), os.getpid() != 1)
w = Mock(wraps=[3, 1, 2]); print(w.count(1), w.count.call_args); mock.seal(m)
try: m.fresh
except AttributeError as e: print(e)
print(repr(Mock(name="n"))[:14], repr(Mock().a.b())[:28])
