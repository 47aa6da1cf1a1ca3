import unittest



class TestA(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.shared = [1]

    def setUp(self):
        self.x = 5

    def tearDown(self):
        del self.x

    def test_ok(self):
        self.assertEqual(self.x, 5)
        self.assertTrue(True)
        self.assertIn(1, self.shared)
        self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIsInstance(5, int)
        self.assertGreater(2, 1)
        self.assertRegex('abc', 'b')
        self.assertCountEqual([1, 2], [2, 1])
        self.assertDictEqual({}, {})
        self.assertListEqual([1], [1])
        self.assertNotEqual(1, 2)
        self.assertRaises(ValueError, int, 'x')

    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    def test_error(self):
        1 / 0

    def test_msg(self):
        self.assertTrue(False, 'custom message')

    def test_raises(self):
        with self.assertRaises(KeyError) as cm:
            {}['q']
        self.assertEqual(cm.exception.args, ('q',))
        with self.assertRaisesRegex(ValueError, 'invalid literal'):
            int('z')

    @unittest.skip('not now')
    def test_skip(self):
        pass

    @unittest.expectedFailure
    def test_xfail(self):
        self.fail('expected')

    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_dict(self):
        self.assertEqual({'a': 1, 'b': 2}, {'a': 1, 'b': 3})

    def test_str(self):
        self.assertEqual('hello\nworld', 'hello\nthere')

    def test_multi(self):
        self.assertMultiLineEqual('a', 'b')

    def test_in(self):
        self.assertIn(5, [1, 2])

    def test_warn(self):
        import warnings
        with self.assertWarns(UserWarning):
            warnings.warn('w')

    def test_skip_inside(self):
        self.skipTest('inside')

    def test_less(self):
        self.assertLess(3, 2)

    def test_cleanup(self):
        self.addCleanup(print, 'cleanup ran')

    def test_logs(self):
        self.assertIs(None, 5)
if __name__ == '__main__':
    unittest.main(argv=['t'], exit=False) if False else None
import io, re
out = io.StringIO()
res = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(TestA))
print(re.sub('File ".*?([^/"]+)"', 'File "\\1"', re.sub('in \\d\\.\\d+s', 'in Xs', out.getvalue())))
print(res, res.wasSuccessful(), len(res.failures), len(res.errors), len(res.skipped))
