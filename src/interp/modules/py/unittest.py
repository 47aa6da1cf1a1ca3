"""Tests: cases, suites, results, a loader, a runner and main()."""
import difflib
import functools
import pprint
import re
import sys
import time
import traceback
import types
import warnings

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
    "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult", "addModuleCleanup",
]

_MOST_SHOWN = 80
_DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class SkipTest(Exception):
    """Raised to skip a test."""


class _ShouldStop(Exception):
    pass


def _id(obj):
    return obj


def skip(reason):
    """Decorator that skips a test or class."""

    def decorate(item):
        if not isinstance(item, type):

            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if isinstance(reason, types.FunctionType):
        item = reason
        reason = ""
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    """skip() when the condition holds."""
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    """skip() unless the condition holds."""
    return _id if condition else skip(reason)


def expectedFailure(item):
    """Mark a test that is known to fail."""
    item.__unittest_expecting_failure__ = True
    return item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Call a function when the tests of the module are over."""
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


def _safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MOST_SHOWN:
        return text
    return text[:_MOST_SHOWN] + " [truncated]..."


def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def _common_shortened(*args):
    # Long texts with the same beginning are cut there.
    texts = tuple(map(_safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MOST_SHOWN:
        return texts
    prefix = ""
    for chars in zip(*texts):
        if len(set(chars)) > 1:
            break
        prefix += chars[0]
    length = len(prefix)

    def shorten(text, before, after):
        cut = len(text) - before - after
        return f"{text[:before]}[{cut} chars]{text[len(text) - after:]}" if cut > len(f"[{cut} chars]") + 0 and cut > 12 else text

    common = _MOST_SHOWN - (longest - length + 5 + 12 + 5)
    if common > 5:
        prefix = shorten(prefix, 5, common)
        return tuple(prefix + text[length:] for text in texts)
    prefix = shorten(prefix, 5, 5)
    return tuple(prefix + shorten(text[length:], 20, 5) for text in texts)


class _Outcome:
    # How one test goes: what it raised, in its parts.
    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        self.success = True
        self.expectedFailure = None
        self.skipped = False

    def part(self, test, subTest=False):
        return _Part(self, test, subTest)


class _Part:
    def __init__(self, outcome, test, sub):
        self.outcome, self.test, self.sub = outcome, test, sub

    def __enter__(self):
        self.before = self.outcome.success
        self.outcome.success = True

    def __exit__(self, kind, error, tb):
        outcome = self.outcome
        try:
            if kind is None:
                if self.sub and outcome.success:
                    outcome.result.addSubTest(self.test.test_case, self.test, None)
                return True
            if issubclass(kind, KeyboardInterrupt):
                return False
            if issubclass(kind, SkipTest):
                outcome.success = False
                outcome.skipped = True
                _add_skip(outcome.result, self.test, str(error))
            elif issubclass(kind, _ShouldStop):
                outcome.success = False
            else:
                details = (kind, error, tb)
                if outcome.expecting_failure:
                    outcome.expectedFailure = details
                else:
                    outcome.success = False
                    if self.sub:
                        outcome.result.addSubTest(self.test.test_case, self.test, details)
                    else:
                        _add_error(outcome.result, self.test, details)
            return True
        finally:
            outcome.success = outcome.success and self.before


def _add_skip(result, test, reason):
    add = getattr(result, "addSkip", None)
    if add is not None:
        add(test, reason)


def _add_error(result, test, details):
    if result is not None and details is not None:
        if issubclass(details[0], test.failureException):
            result.addFailure(test, details)
        else:
            result.addError(test, details)


class _RaisesContext:
    def __init__(self, expected, test, pattern=None):
        self.test = test
        self.expected = expected
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.name = None
        self.msg = None

    base = BaseException
    base_text = "an exception type or tuple of exception types"

    def handle(self, name, args, kwargs):
        classes = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(kind, type) and issubclass(kind, self.base) for kind in classes):
            raise TypeError(f"{name}() arg 1 must be {self.base_text}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)
        return None

    def _fail(self, text):
        raise self.test.failureException(self.test._formatMessage(self.msg, text))

    def _expected_name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            if self.name:
                self._fail(f"{self._expected_name()} not raised by {self.name}")
            self._fail(f"{self._expected_name()} not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(error)):
            self._fail(f'"{self.pattern.pattern}" does not match "{error}"')
        return True

    @classmethod
    def __class_getitem__(cls, item):
        return types.GenericAlias(cls, item)


class _WarnsContext(_RaisesContext):
    base = Warning
    base_text = "a warning type or tuple of warning types"

    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, tb):
        self._catcher.__exit__(kind, error, tb)
        if kind is not None:
            return None
        first = None
        for found in self.warnings:
            warning = found.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.pattern is not None and not self.pattern.search(str(warning)):
                continue
            self.warning = warning
            self.filename = found.filename
            self.lineno = found.lineno
            return None
        if first is not None:
            self._fail(f'"{self.pattern.pattern}" does not match "{first}"')
        if self.name:
            self._fail(f"{self._expected_name()} not triggered by {self.name}")
        self._fail(f"{self._expected_name()} not triggered")


class _SubTestContext:
    def __init__(self, case, msg, params):
        self.case, self.msg, self.params = case, msg, params

    def __enter__(self):
        case = self.case
        self.outer = case._subtest
        params = {**(self.outer.params if self.outer else {}), **self.params}
        case._subtest = _SubTest(case, self.msg, params)
        self.part = None
        if case._outcome is not None and case._outcome.result_supports_subtests:
            self.part = case._outcome.part(case._subtest, True)
            self.part.__enter__()

    def __exit__(self, *exc_info):
        case = self.case
        try:
            if self.part is None:
                return None
            handled = self.part.__exit__(*exc_info)
        finally:
            case._subtest = self.outer
        if not case._outcome.success:
            result = case._outcome.result
            if result is not None and getattr(result, "failfast", False):
                raise _ShouldStop
        return handled


class TestCase:
    """A test: a method of a class, with what is set up around it."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    _class_cleanups = []

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is None:
            if methodName != "runTest":
                raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual", frozenset: "assertSetEqual",
            str: "assertMultiLineEqual",
        }

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{_class_name(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({_class_name(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{_class_name(self.__class__)} testMethod={self._testMethodName}>"

    def subTest(self, msg=..., **params):
        """Context manager: a failure in it is one of the test's, which goes on."""
        return _SubTestContext(self, msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        if result is None:
            result = self.defaultTestResult()
            begin = getattr(result, "startTestRun", None)
            end = getattr(result, "stopTestRun", None)
            if begin is not None:
                begin()
        else:
            end = None
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
                why = getattr(self.__class__, "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
                _add_skip(result, self, why)
                return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(method, "__unittest_expecting_failure__", False)
            outcome = self._outcome = _Outcome(result)
            started = time.perf_counter()
            try:
                with outcome.part(self):
                    self._callSetUp()
                if outcome.success:
                    outcome.expecting_failure = expecting
                    with outcome.part(self):
                        self._callTestMethod(method)
                    outcome.expecting_failure = False
                    with outcome.part(self):
                        self._callTearDown()
                self.doCleanups()
                if hasattr(result, "addDuration"):
                    result.addDuration(self, time.perf_counter() - started)
                if outcome.success:
                    if expecting:
                        if outcome.expectedFailure:
                            result.addExpectedFailure(self, outcome.expectedFailure)
                        else:
                            result.addUnexpectedSuccess(self)
                    else:
                        result.addSuccess(self)
                return result
            finally:
                outcome.expectedFailure = None
                outcome = self._outcome = None
        finally:
            result.stopTest(self)
            if end is not None:
                end()

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test; what it raises goes out."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
            raise SkipTest(getattr(self.__class__, "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", ""))
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    # --- assertions

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        if msg is None:
            return standard
        try:
            return f"{standard} : {msg}"
        except UnicodeDecodeError:
            return f"{_safe_repr(standard)} : {_safe_repr(msg)}"

    def _check(self, ok, msg, standard):
        if not ok:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertFalse(self, expr, msg=None):
        if expr:
            self._check(False, msg, f"{_safe_repr(expr)} is not false")

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._check(False, msg, f"{_safe_repr(expr)} is not true")

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _RaisesContext(expected_exception, self)
        try:
            return context.handle("assertRaises", args, kwargs)
        finally:
            context = None

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _RaisesContext(expected_exception, self, expected_regex).handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _WarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _WarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                if isinstance(function, str):
                    function = getattr(self, function)
                function(first, second, msg=msg)
                return
        if not first == second:
            left, right = _common_shortened(first, second)
            self._check(False, msg, f"{left} != {right}")

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._check(False, msg, f"{_safe_repr(first)} == {_safe_repr(second)}")

    def _close(self, first, second, places, delta):
        # None when they are close, else the text of how far they are.
        if places is not None and delta is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"within {_safe_repr(delta)} delta ({_safe_repr(difference)} difference)"
        places = 7 if places is None else places
        return round(difference, places) == 0, f"within {places!r} places ({_safe_repr(difference)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        close, text = self._close(first, second, places, delta)
        if not close:
            self._check(False, msg, f"{_safe_repr(first)} != {_safe_repr(second)} {text}")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        close, text = self._close(first, second, places, delta)
        if first == second or close:
            if delta is None:
                text = f"within {7 if places is None else places!r} places"
            self._check(False, msg, f"{_safe_repr(first)} == {_safe_repr(second)} {text}")

    def _cut(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + _DIFF_OMITTED % len(diff)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            if not isinstance(seq1, seq_type):
                raise self.failureException(f"First sequence is not a {name}: {_safe_repr(seq1)}")
            if not isinstance(seq2, seq_type):
                raise self.failureException(f"Second sequence is not a {name}: {_safe_repr(seq2)}")
        else:
            name = "sequence"
        differing = None
        try:
            len1 = len(seq1)
        except (TypeError, NotImplementedError):
            differing = f"First {name} has no length.    Non-sequence?"
        if differing is None:
            try:
                len2 = len(seq2)
            except (TypeError, NotImplementedError):
                differing = f"Second {name} has no length.    Non-sequence?"
        if differing is None:
            if seq1 == seq2:
                return
            left, right = _common_shortened(seq1, seq2)
            differing = f"{name.capitalize()}s differ: {left} != {right}\n"
            for index in range(min(len1, len2)):
                try:
                    one = seq1[index]
                except (TypeError, IndexError, NotImplementedError):
                    differing += f"\nUnable to index element {index} of first {name}\n"
                    break
                try:
                    other = seq2[index]
                except (TypeError, IndexError, NotImplementedError):
                    differing += f"\nUnable to index element {index} of second {name}\n"
                    break
                if one != other:
                    one, other = _common_shortened(one, other)
                    differing += f"\nFirst differing element {index}:\n{one}\n{other}\n"
                    break
            else:
                if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
                    return
            if len1 > len2:
                differing += f"\nFirst {name} contains {len1 - len2} additional elements.\n"
                differing += f"First extra element {len2}:\n{_common_shortened(seq1[len2])[0]}\n"
            elif len1 < len2:
                differing += f"\nSecond {name} contains {len2 - len1} additional elements.\n"
                differing += f"First extra element {len1}:\n{_common_shortened(seq2[len1])[0]}\n"
        lines = difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        self.fail(self._formatMessage(msg, self._cut(differing, "\n" + "\n".join(lines))))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        try:
            left = set1.difference(set2)
        except TypeError as error:
            self.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            self.fail(f"first argument does not support set difference: {error}")
        try:
            right = set2.difference(set1)
        except TypeError as error:
            self.fail(f"invalid type when attempting set difference: {error}")
        except AttributeError as error:
            self.fail(f"second argument does not support set difference: {error}")
        if not left and not right:
            return
        lines = []
        for which, items in (("first", left), ("second", right)):
            if items:
                lines.append(f"Items in the {which} set but not the {'second' if which == 'first' else 'first'}:")
                lines.extend(repr(item) for item in items)
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._check(False, msg, f"{_safe_repr(member)} not found in {_safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._check(False, msg, f"{_safe_repr(member)} unexpectedly found in {_safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._check(False, msg, f"{_safe_repr(expr1)} is not {_safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._check(False, msg, f"unexpectedly identical: {_safe_repr(expr1)}")

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            left, right = _common_shortened(d1, d2)
            lines = difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            self.fail(self._formatMessage(msg, self._cut(f"{left} != {right}", "\n" + "\n".join(lines))))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        rest = list(second)
        missing = []
        for item in first:
            try:
                rest.remove(item)
            except ValueError:
                missing.append(item)
        if not missing and not rest:
            return
        lines = ["Element counts were not equal:"]
        seen = []
        for item in missing + rest:
            if item in seen:
                continue
            seen.append(item)
            lines.append(f"First has {first.count(item)}, Second has {second.count(item)}:  {item!r}")
        self.fail(self._formatMessage(msg, self._cut(lines[0] + "\n", "\n".join(lines[1:]))))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        left, right = _common_shortened(first, second)
        standard = f"{left} != {right}"
        if len(first) <= self._diffThreshold and len(second) <= self._diffThreshold:
            one, other = first, second
            if first and first[-1] not in "\r\n" or second and second[-1] not in "\r\n":
                one, other = first + "\n", second + "\n"
            if len(one.splitlines()) <= 1 and one.strip("\r\n") == first:
                one, other = first + "\n", second + "\n"
            diff = "\n" + "".join(difflib.ndiff(one.splitlines(True), other.splitlines(True)))
            standard = self._cut(standard, diff)
        self.fail(self._formatMessage(msg, standard))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._check(False, msg, f"{_safe_repr(a)} not less than {_safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._check(False, msg, f"{_safe_repr(a)} not less than or equal to {_safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._check(False, msg, f"{_safe_repr(a)} not greater than {_safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._check(False, msg, f"{_safe_repr(a)} not greater than or equal to {_safe_repr(b)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._check(False, msg, f"{_safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._check(False, msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._check(False, msg, f"{_safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._check(False, msg, f"{_safe_repr(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._check(False, msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        found = unexpected_regex.search(text)
        if found:
            self._check(
                False, msg, f"Regex matched: {text[found.start():found.end()]!r} matches {unexpected_regex.pattern!r} in {text!r}"
            )


def _enter(cm, add):
    cls = type(cm)
    try:
        enter, exit = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    result = enter(cm)
    add(exit, cm, None, None, None)
    return result


class IsolatedAsyncioTestCase(TestCase):
    """A TestCase whose methods may be coroutines."""

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _await(self, value):
        return self._runner.run(value) if hasattr(value, "__await__") else value

    def _callSetUp(self):
        self.setUp()
        self._await(self.asyncSetUp())

    def _callTestMethod(self, method):
        self._await(method())

    def _callTearDown(self):
        self._await(self.asyncTearDown())
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        self._await(function(*args, **kwargs))

    def run(self, result=None):
        import asyncio

        with asyncio.Runner() as self._runner:
            return super().run(result)


class FunctionTestCase(TestCase):
    """A TestCase around a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._function, self._set_up, self._tear_down, self._description = testFunc, setUp, tearDown, description

    def setUp(self):
        if self._set_up is not None:
            self._set_up()

    def tearDown(self):
        if self._tear_down is not None:
            self._tear_down()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def __str__(self):
        return f"{_class_name(self.__class__)} ({self._function.__name__})"

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._function.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = [] if self._message is ... else [f"[{self._message}]"]
        if self.params:
            parts.append(f"({', '.join(f'{key}={value!r}' for key, value in self.params.items())})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"


class _ErrorHolder:
    # Stands in for a test when a class or module could not be set up.
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite:
    """Tests that run together."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{_class_name(self.__class__)} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, self.__class__) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()

    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, TestSuite):
                self._leave_class(test.__class__, result)
                self._enter_module(test.__class__, result)
                self._enter_class(test.__class__, result)
                result._previousTestClass = test.__class__
                if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            test(result)
            if self._cleanup:
                self._removed_tests += test.countTestCases()
                self._tests[index] = None
        if top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _enter_class(self, cls, result):
        if cls == getattr(result, "_previousTestClass", None) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(cls, "__unittest_skip__", False):
            return
        cls._classSetupFailed = False
        if hasattr(cls, "setUpClass"):
            try:
                cls.setUpClass()
            except Exception as error:
                cls._classSetupFailed = True
                self._note(result, error, "setUpClass", _class_name(cls))
                cls.doClassCleanups()

    def _leave_class(self, cls, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is cls or previous is None:
            return
        if getattr(previous, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
            return
        if getattr(previous, "__unittest_skip__", False):
            return
        try:
            previous.tearDownClass()
        except Exception as error:
            self._note(result, error, "tearDownClass", _class_name(previous))
        previous.doClassCleanups()
        for details in previous.tearDown_exceptions:
            self._note(result, details[1], "tearDownClass", _class_name(previous))

    def _enter_module(self, cls, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is not None and previous.__module__ == cls.__module__:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(cls.__module__), "setUpModule", None)
        if set_up is not None:
            try:
                set_up()
            except Exception as error:
                result._moduleSetUpFailed = True
                self._note(result, error, "setUpModule", cls.__module__)

    def _leave_module(self, result):
        previous = getattr(result, "_previousTestClass", None)
        if previous is None or getattr(result, "_moduleSetUpFailed", False):
            return
        tear_down = getattr(sys.modules.get(previous.__module__), "tearDownModule", None)
        try:
            if tear_down is not None:
                tear_down()
            doModuleCleanups()
        except Exception as error:
            self._note(result, error, "tearDownModule", previous.__module__)

    def _note(self, result, error, method, owner):
        holder = _ErrorHolder(f"{method} ({owner})")
        if isinstance(error, SkipTest):
            _add_skip(result, holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))


class TestResult:
    """What became of the tests."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1

    def startTestRun(self):
        pass

    def stopTest(self, test):
        pass

    def stopTestRun(self):
        pass

    def _failed(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._text(err, test)))
        self._failed()

    def addFailure(self, test, err):
        self.failures.append((test, self._text(err, test)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append((subtest, self._text(err, test)))
            self._failed()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._text(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self._failed()

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def _text(self, err, test):
        kind, error, tb = err
        # Frames of this module are of no interest, neither around the test nor inside the assertions.
        while tb is not None and tb.tb_frame.f_globals is globals():
            tb = tb.tb_next
        report = traceback.TracebackException(kind, error, tb)
        report.stack[:] = [entry for entry in report.stack if entry.filename != "<unittest>"]
        return "".join(report.format())

    def __repr__(self):
        return f"<{_class_name(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>"


class _Lines:
    # A stream with writeln().
    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ("stream", "__getstate__"):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, text=None):
        if text:
            self.stream.write(text)
        self.stream.write("\n")


class TextTestResult(TestResult):
    """A result that is written to a stream as it grows."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True
        self.durations = durations

    def getDescription(self, test):
        first = test.shortDescription()
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f"{self.getDescription(test)} ... ")
            self.stream.flush()
            self._newline = False

    def _status(self, test, status):
        sub = isinstance(test, _SubTest)
        if sub or self._newline:
            if not self._newline:
                self.stream.writeln()
            if sub:
                self.stream.write("  ")
            self.stream.write(f"{self.getDescription(test)} ... ")
        self.stream.writeln(status)
        self.stream.flush()
        self._newline = True

    def _mark(self, test, word, letter):
        if self.showAll:
            self._status(test, word)
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._mark(subtest, "FAIL" if failed else "ERROR", "F" if failed else "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._mark(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._mark(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(str(text))
            self.stream.flush()


class TextTestRunner:
    """Runs tests and writes what becomes of them."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
                 tb_locals=False, durations=None):
        self.stream = _Lines(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            started = time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            taken = time.perf_counter() - started
        result.printErrors()
        stream = self.stream
        if hasattr(result, "separator2"):
            stream.writeln(result.separator2)
        run = result.testsRun
        stream.writeln(f"Ran {run} test{'' if run == 1 else 's'} in {taken:.3f}s")
        stream.writeln()
        infos = []
        if not result.wasSuccessful():
            stream.write("FAILED")
            if result.failures:
                infos.append(f"failures={len(result.failures)}")
            if result.errors:
                infos.append(f"errors={len(result.errors)}")
        elif run == 0 and not result.skipped:
            stream.write("NO TESTS RAN")
        else:
            stream.write("OK")
        if result.skipped:
            infos.append(f"skipped={len(result.skipped)}")
        if result.expectedFailures:
            infos.append(f"expected failures={len(result.expectedFailures)}")
        if result.unexpectedSuccesses:
            infos.append(f"unexpected successes={len(result.unexpectedSuccesses)}")
        stream.writeln(f" ({', '.join(infos)})" if infos else "")
        stream.flush()
        return result


class TestLoader:
    """Finds the tests of classes and modules."""

    testMethodPrefix = "test"
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    @staticmethod
    def sortTestMethodsUsing(a, b):
        return (a > b) - (a < b)

    def getTestCaseNames(self, testCaseClass):
        names = [
            name for name in dir(testCaseClass)
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)) and self._wanted(testCaseClass, name)
        ]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _wanted(self, cls, name):
        if self.testNamePatterns is None:
            return True
        full = f"{cls.__module__}.{cls.__qualname__}.{name}"
        return any(re.fullmatch(re.escape(pattern).replace(r"\*", ".*").replace(r"\?", "."), full) for pattern in self.testNamePatterns)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = [] if testCaseClass in (TestCase, FunctionTestCase) else self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase):
                tests.append(self.loadTestsFromTestCase(item))
        tests = self.suiteClass(tests)
        load = getattr(module, "load_tests", None)
        return tests if load is None else load(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        parent = None
        if module is None:
            module = __import__(parts.pop(0))
        item = module
        for part in parts:
            parent, item = item, getattr(item, part)
        if isinstance(item, types.ModuleType):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(item, types.FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(item, TestSuite):
            return item
        if callable(item):
            test = item()
            return test if isinstance(test, TestSuite) else self.suiteClass([test])
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


class TestProgram:
    """unittest.main(): runs the tests of a module and exits with their result."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True, verbosity=1,
                 failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False, durations=None):
        self.module = __import__(module) if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.testLoader = testLoader
        self.testRunner = testRunner
        self.testNames = None
        self._read_arguments(argv[1:])
        if self.testNames:
            self.test = testLoader.loadTestsFromNames(self.testNames, self.module)
        elif defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else defaultTest
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        self.runTests()

    def _read_arguments(self, arguments):
        names = []
        arguments = iter(arguments)
        for argument in arguments:
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            elif argument in ("-b", "--buffer"):
                self.buffer = True
            elif argument == "-k":
                pattern = next(arguments, "")
                self.testLoader.testNamePatterns = (self.testLoader.testNamePatterns or []) + [pattern if "*" in pattern else f"*{pattern}*"]
            elif argument.startswith("-"):
                sys.stderr.write(f"unittest.main: unrecognized argument: {argument}\n")
                sys.exit(2)
            else:
                names.append(argument)
        self.testNames = names

    def runTests(self):
        runner = self.testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer))
        self.result = runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram


def _name_modules():
    places = {
        "unittest.case": (TestCase, FunctionTestCase, SkipTest, _SubTest, _RaisesContext, _WarnsContext), "unittest.suite": (TestSuite, _ErrorHolder),
        "unittest.result": (TestResult,), "unittest.runner": (TextTestRunner, TextTestResult), "unittest.loader": (TestLoader,),
        "unittest.main": (TestProgram,), "unittest.async_case": (IsolatedAsyncioTestCase,),
    }
    for place, classes in places.items():
        for cls in classes:
            cls.__module__ = place


_name_modules()
