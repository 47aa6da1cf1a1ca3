# unittest.main runs the module, prints a summary and exits.
import io, re, unittest
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("class set-up")
    @classmethod
    def tearDownClass(cls): print("class tear-down")
    def test_a(self): print("a runs"); self.assertEqual(1, 1)
    def test_b(self): print("b runs"); self.addCleanup(print, "cleanup of b"); self.assertIn("x", "xyz")
    def test_c(self): self.skipTest("no c")
class U(unittest.TestCase):
    def test_fails(self): self.assertEqual(2 * 2, 5)
out = io.StringIO()
runner = unittest.TextTestRunner(stream=out, verbosity=2)
try:
    unittest.main(testRunner=runner, argv=["prog"])
except SystemExit as e:
    print("exit code", e.code)
lines = re.sub(r" in [0-9.]+s", "", out.getvalue()).splitlines()
print("\n".join(l for l in lines if not l.startswith(("  ", "Trace"))))
p = unittest.main(testRunner=unittest.TextTestRunner(stream=io.StringIO()), argv=["prog", "T.test_a"], exit=False)
print(p.result.testsRun, p.result.wasSuccessful())
