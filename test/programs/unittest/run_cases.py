# A test case run by hand: results, failures, errors, skips.
import unittest, io
class T(unittest.TestCase):
    def setUp(self): self.log = ["setUp"]
    def tearDown(self): calls.append(self.id().split(".")[-1])
    def test_ok(self): self.assertEqual(1 + 1, 2)
    def test_fail(self): self.assertEqual([1, 2], [1, 3], "lists")
    def test_error(self): raise ValueError("boom")
    @unittest.skip("not today")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.fail("known")
    def test_raises(self):
        with self.assertRaises(KeyError) as cm: {}["x"]
        self.assertEqual(cm.exception.args, ("x",))
        with self.assertRaisesRegex(ValueError, "inv.*lit"): int("z")
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
calls = []
suite = unittest.defaultTestLoader.loadTestsFromTestCase(T)
r = unittest.TestResult()
suite.run(r)
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), len(r.expectedFailures), r.wasSuccessful(), sorted(calls))
for t, text in r.failures + r.errors: print(str(t).split(" ")[0], text.strip().splitlines()[-1])
print(r.skipped[0][1], suite.countTestCases())
class A(unittest.TestCase):
    def runTest(self):
        self.assertTrue(1); self.assertFalse(0); self.assertIs(None, None); self.assertIsNone(None); self.assertIn(1, [1]); self.assertNotIn(2, [1]); self.assertIsInstance(1, int); self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertGreater(2, 1); self.assertLessEqual(1, 1); self.assertRegex("abc", "b"); self.assertCountEqual([1, 2], [2, 1]); self.assertDictEqual({1: 2}, {1: 2}); self.assertSequenceEqual([1], (1,)); self.assertIsNot(1, 2); self.assertNotIsInstance(1, str)
        print("all assertions pass")
A().run()
t = A()
for act in (lambda: t.assertEqual(1, 2), lambda: t.assertTrue(0), lambda: t.assertIn(1, []), lambda: t.assertIs(1, "a"), lambda: t.assertIsNone(5), lambda: t.assertAlmostEqual(1, 1.1), lambda: t.assertGreater(1, 2), lambda: t.assertRaises(KeyError, lambda: 1), lambda: t.assertEqual("a\nb", "a\nc"), lambda: t.assertEqual({1: 2}, {1: 3}), lambda: t.assertEqual({1}, {2}), lambda: t.assertEqual((1,), (2,)), lambda: t.assertIsInstance(1, str), lambda: t.assertCountEqual([1], [2]), lambda: t.assertRegex("a", "b"), lambda: t.fail("msg"), lambda: t.assertEqual(1, 2, "with msg"), lambda: t.skipTest("why")):
    try: act()
    except Exception as e: print(type(e).__name__, str(e).replace("\n", " / "))
