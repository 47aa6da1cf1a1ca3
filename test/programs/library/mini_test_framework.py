import unittest, io, sys, contextlib, types
class Stack:
    def __init__(self): self._d = []
    def push(self, x): self._d.append(x)
    def pop(self):
        if not self._d: raise IndexError("empty stack")
        return self._d.pop()
    def __len__(self): return len(self._d)
class TestStack(unittest.TestCase):
    def setUp(self): self.s = Stack(); self.addCleanup(lambda: log.append("clean"))
    def test_push_pop(self): self.s.push(1); self.assertEqual(self.s.pop(), 1)
    def test_empty(self):
        with self.assertRaisesRegex(IndexError, "^empty"): self.s.pop()
    def test_wrong(self): self.assertEqual([1, 2, 3], [1, 2, 4], "lists")
    def test_error(self): self.s.nope
    @unittest.skip("later")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.assertTrue(False)
    @unittest.expectedFailure
    def test_xpass(self): pass
    @unittest.skipIf(sys.maxsize > 1, "big")
    def test_skipif(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i): self.assertNotEqual(i % 2, 1)
    def test_diff(self): self.assertMultiLineEqual("a\nb\n", "a\nc\n")
    def test_dict(self): self.assertDictEqual({"a": 1, "b": 2}, {"a": 1, "b": 3})
    def test_in(self): self.assertIn(5, [1, 2])
    def test_almost(self): self.assertAlmostEqual(1.0, 1.1, places=3)
    def test_raises_none(self):
        with self.assertRaises(KeyError): pass
    def test_warns(self):
        import warnings
        with self.assertWarns(DeprecationWarning) as cm: warnings.warn("old", DeprecationWarning)
        self.assertIn("old", str(cm.warning))
    def test_logs(self):
        import logging
        with self.assertLogs("x", level="INFO") as cm: logging.getLogger("x").info("hi"); logging.getLogger("x.y").error("bad")
        self.assertEqual(cm.output, ["INFO:x:hi", "ERROR:x.y:bad"])
    def test_count(self): self.assertCountEqual("aab", "abb")
class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.v = 1
    async def test_a(self):
        import asyncio
        await asyncio.sleep(0); self.assertEqual(self.v, 1)
log = []
out = io.StringIO()
suite = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (TestStack, TestAsync)])
res = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
text = out.getvalue()
import re
print(re.sub(r"in [\d.]+s", "in Xs", re.sub(r'File ".*?", line \d+', "File, line", text)))
print(res.testsRun, len(res.failures), len(res.errors), len(res.skipped), len(res.expectedFailures), len(res.unexpectedSuccesses), res.wasSuccessful(), len(log))
print([t.id() for t in suite._tests[0]] if hasattr(suite, "_tests") and 0 else suite.countTestCases())
