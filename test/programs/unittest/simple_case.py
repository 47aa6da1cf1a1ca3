# The usual test file, run with results printed by hand.
import unittest
def add(a, b): return a + b
class TestAdd(unittest.TestCase):
    def setUp(self): self.values = [1, 2]
    def test_ints(self): self.assertEqual(add(1, 2), 3)
    def test_strings(self): self.assertEqual(add("a", "b"), "ab")
    def test_type_error(self):
        with self.assertRaises(TypeError): add(1, "a")
    def test_values(self):
        self.values.append(3)
        self.assertIn(3, self.values)
        self.assertTrue(all(v > 0 for v in self.values))
    def test_fresh(self): self.assertEqual(len(self.values), 2)
    def test_wrong(self): self.assertEqual(add(2, 2), 5)
result = unittest.TestResult()
unittest.TestLoader().loadTestsFromTestCase(TestAdd).run(result)
print(result.testsRun, len(result.failures), len(result.errors), result.wasSuccessful())
print(result.failures[0][1].splitlines()[-1], unittest.TestLoader().getTestCaseNames(TestAdd))
