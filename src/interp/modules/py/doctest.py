"""Examples in documentation, run and compared."""
import difflib
import inspect
import io
import re
import sys
import traceback
import types
import unittest
from collections import namedtuple

__all__ = [
    "register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
    "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest",
    "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "testfile",
    "run_docstring_examples", "DocTestSuite", "TestResults",
]


class TestResults(namedtuple("TestResults", "failed attempted")):
    """How many examples failed and were tried."""

    def __new__(cls, failed, attempted, *, skipped=0):
        results = super().__new__(cls, failed, attempted)
        results.skipped = skipped
        return results

    def __repr__(self):
        if self.skipped:
            return f"TestResults(failed={self.failed}, attempted={self.attempted}, skipped={self.skipped})"
        return f"TestResults(failed={self.failed}, attempted={self.attempted})"


OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


class Example:
    """A statement and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        self.exc_msg = exc_msg + "\n" if exc_msg is not None and not exc_msg.endswith("\n") else exc_msg
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring and the names they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        text = "no examples" if count == 0 else "1 example" if count == 1 else f"{count} examples"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({text})>"

    def __lt__(self, other):
        key = lambda test: (test.name, test.filename, test.lineno or 0, id(test))
        return key(self) < key(other)


class DocTestParser:
    """Finds the examples in text."""

    _example = re.compile(r"(?P<source>^(?P<indent> *)>>>.*(?:\n *\.\.\..*)*)\n?(?P<want>(?:(?! *$)(?! *>>>).+$\n?)*)", re.MULTILINE)
    _exception = re.compile(r"^(?P<hdr>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):)\s*$(?P<stack>.*?)^(?P<msg>\w+.*)", re.VERBOSE | re.MULTILINE | re.DOTALL)
    _option = re.compile(r"#\s*doctest:\s*([^\n\'\"]*)$", re.MULTILINE)

    def parse(self, string, name="<string>"):
        string = string.expandtabs()
        indents = [len(line) - len(line.lstrip(" ")) for line in string.split("\n") if line.strip(" ")]
        least = min(indents, default=0)
        if least > 0:
            string = "\n".join(line[least:] for line in string.split("\n"))
        output = []
        place = line = 0
        for match in self._example.finditer(string):
            output.append(string[place : match.start()])
            line += string.count("\n", place, match.start())
            example = self._made(match, name, line)
            if example is not None:
                output.append(example)
            line += string.count("\n", match.start(), match.end())
            place = match.end()
        output.append(string[place:])
        return output

    def _made(self, match, name, lineno):
        indent = len(match["indent"])
        lines = match["source"].split("\n")
        for number, each in enumerate(lines):
            if len(each) >= indent + 4 and each[indent + 3] != " ":
                raise ValueError(f"line {lineno + number + 1} of the docstring for {name} lacks blank after {each[indent:indent + 3]}: {each!r}")
            if number and each[:indent] != " " * indent:
                raise ValueError(f"line {lineno + number + 1} of the docstring for {name} has inconsistent leading whitespace: {each!r}")
        source = "\n".join(each[indent + 4 :] for each in lines)
        wanted = match["want"].split("\n")
        if len(wanted) > 1 and re.match(r" *$", wanted[-1]):
            del wanted[-1]
        for number, each in enumerate(wanted):
            if each and not each.startswith(" " * indent):
                raise ValueError(f"line {lineno + len(lines) + number + 1} of the docstring for {name} has inconsistent leading whitespace: {each!r}")
        want = "\n".join(each[indent:] for each in wanted)
        found = self._exception.match(want)
        options = {}
        for each in self._option.finditer(source):
            for word in each[1].replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {word!r}")
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        if all(not text.strip() or text.strip().startswith("#") for text in source.split("\n")):
            return None
        return Example(source, want, found["msg"] if found else None, lineno, indent, options)

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [each for each in self.parse(string, name) if isinstance(each, Example)]


class DocTestFinder:
    """Finds the docstrings of a module, class or function."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser, self._verbose, self._recurse, self._exclude_empty = parser, verbose, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None and module is not False:
            module = obj if isinstance(obj, types.ModuleType) else sys.modules.get(getattr(obj, "__module__", None))
        if globs is None:
            globs = {} if not module else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort()
        return tests

    def _from_module(self, module, obj):
        if module is None:
            return True
        if inspect.isfunction(obj):
            return module.__dict__ is obj.__globals__
        if isinstance(obj, property):
            return True
        return getattr(obj, "__module__", None) == module.__name__

    def _find(self, tests, obj, name, module, globs, seen):
        if self._verbose:
            print("Finding tests in", name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test_of(obj, name, module, globs)
        if test is not None:
            tests.append(test)
        if isinstance(obj, types.ModuleType) and self._recurse:
            for key, value in list(obj.__dict__.items()):
                plain = inspect.unwrap(value) if callable(value) and not isinstance(value, type) else value
                if (inspect.isfunction(plain) or isinstance(value, type)) and self._from_module(module, plain):
                    self._find(tests, value, f"{name}.{key}", module, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                self._find(tests, value, f"{name}.__test__.{key}", module, globs, seen)
        if isinstance(obj, type) and self._recurse:
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or isinstance(value, (type, property))) and self._from_module(module, value):
                    self._find(tests, value, f"{name}.{key}", module, globs, seen)

    def _test_of(self, obj, name, module, globs):
        doc = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        doc = "" if doc is None else str(doc)
        if self._exclude_empty and not doc:
            return None
        filename = getattr(module, "__file__", None) or getattr(module, "__name__", None)
        return self._parser.get_doctest(doc, globs, name, filename, self._line(obj, filename, doc))

    def _line(self, obj, filename, doc):
        import linecache
        lines = linecache.getlines(filename) if filename else []
        if isinstance(obj, types.ModuleType):
            start = 0
        elif isinstance(obj, property):
            start = getattr(getattr(obj, "fget", None), "__code__", None)
            start = start.co_firstlineno - 1 if start else None
        elif inspect.isfunction(inspect.unwrap(obj) if callable(obj) and not isinstance(obj, type) else obj):
            start = inspect.unwrap(obj).__code__.co_firstlineno - 1
        elif isinstance(obj, type):
            start = getattr(obj, "__firstlineno__", 1) - 1
        else:
            start = None
        if start is None or not lines:
            return start
        for place in range(start, len(lines)):
            if re.match(r'(^|.*:)\s*\w*("|\')', lines[place]):
                return place
        return None


class OutputChecker:
    """Compares what was printed with what should be."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _ellipsis_match(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF) and want.count("\n") > 2 and got.count("\n") > 2 or optionflags & REPORT_NDIFF:
            wanted, found = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                lines, kind = list(difflib.unified_diff(wanted, found, n=2))[2:], "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                lines, kind = list(difflib.context_diff(wanted, found, n=2))[2:], "context diff with expected followed by actual"
            else:
                lines, kind = list(difflib.ndiff(wanted, found)), "ndiff with -expected +actual"
            return f"Differences ({kind}):\n" + _indented("".join(lines))
        if want and got:
            return f"Expected:\n{_indented(want)}Got:\n{_indented(got)}"
        if want:
            return f"Expected:\n{_indented(want)}Got nothing\n"
        if got:
            return f"Expected nothing\nGot:\n{_indented(got)}"
        return "Expected nothing\nGot nothing\n"


def _indented(text, indent=4):
    return re.sub(r"(?m)^(?!$)", indent * " ", text)


def _ellipsis_match(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    pieces = want.split(ELLIPSIS_MARKER)
    first, last = pieces[0], pieces[-1]
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    place, end = len(first), len(got) - len(last)
    for piece in pieces[1:-1]:
        place = got.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return True


class DocTestRunner:
    """Runs examples and reports what differs."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = f"Expecting:\n{_indented(example.want)}" if example.want else "Expecting nothing\n"
            out(f"Trying:\n{_indented(example.source)}{expecting}")

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(f"{self._header(test, example)}Exception raised:\n{_indented(''.join(traceback.format_exception(*exc_info)))}")

    def _header(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = "?" if test.lineno is None or example.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            lines.append(f"Line {example.lineno + 1}, in {test.name}")
        lines.append("Failed example:")
        lines.append(_indented(example.source))
        return "\n".join(lines)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        before = sys.stdout
        if out is None:
            out = before.write
        printed = io.StringIO()
        sys.stdout = printed
        hook, sys.displayhook = sys.displayhook, sys.__displayhook__
        failures = tries = skips = 0
        original = self.optionflags
        try:
            for number, example in enumerate(test.examples):
                quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
                self.optionflags = original
                for flag, wanted in example.options.items():
                    self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
                if self.optionflags & SKIP:
                    skips += 1
                    continue
                tries += 1
                if not quiet:
                    self.report_start(out, test, example)
                filename = f"<doctest {test.name}[{number}]>"
                exception = None
                try:
                    exec(compile(example.source, filename, "single"), test.globs)
                except KeyboardInterrupt:
                    raise
                except BaseException:
                    exception = sys.exc_info()
                    exception = (exception[0], exception[1], exception[2].tb_next)
                got = printed.getvalue()
                if got and not got.endswith("\n"):
                    got += "\n"
                printed.seek(0)
                printed.truncate()
                if exception is None:
                    good = self._checker.check_output(example.want, got, self.optionflags)
                else:
                    lines = traceback.format_exception_only(*exception[:2])
                    if issubclass(exception[0], SyntaxError):
                        while lines and not lines[0].startswith(f"{exception[0].__qualname__}:") and not lines[0].startswith(f"{exception[0].__module__}."):
                            del lines[0]
                    message = "".join(lines)
                    if not quiet:
                        got += "".join(traceback.format_exception(*exception))
                    if example.exc_msg is None:
                        good = None
                    else:
                        good = self._checker.check_output(example.exc_msg, message, self.optionflags)
                        if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                            strip = lambda text: text.partition("\n")[0].partition(":")[0].rpartition(".")[2]
                            good = strip(example.exc_msg) == strip(message)
                if good:
                    if not quiet:
                        self.report_success(out, test, example, got)
                    continue
                if not quiet:
                    if good is None:
                        self.report_unexpected_exception(out, test, example, exception)
                    else:
                        self.report_failure(out, test, example, got)
                failures += 1
                if self.optionflags & FAIL_FAST:
                    break
        finally:
            self.optionflags = original
            sys.stdout = before
            sys.displayhook = hook
            if clear_globs:
                test.globs.clear()
        failed, tried, skipped = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = failed + failures, tried + tries, skipped + skips
        self.failures += failures
        self.tries += tries
        self.skips += skips
        return TestResults(failures, tries, skipped=skips)

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        none, passed, failed = [], [], []
        tries = failures = skips = 0
        for name, (bad, tried, skipped) in self._stats.items():
            tries, failures, skips = tries + tried, failures + bad, skips + skipped
            if tried == 0:
                none.append(name)
            elif bad == 0:
                passed.append((name, tried))
            else:
                failed.append((name, (bad, tried, skipped)))
        plural = lambda count, word="test": f"{count} {word}{'' if count == 1 else 's'}"
        if verbose:
            if none:
                print(f"{plural(len(none), 'item')} had no tests:")
                for name in sorted(none):
                    print(f"    {name}")
            if passed:
                print(f"{plural(len(passed), 'item')} passed all tests:")
                for name, count in sorted(passed):
                    print(f" {count:3d} test{'' if count == 1 else 's'} in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{plural(len(failed), 'item')} had failures:")
            for name, (bad, tried, _) in sorted(failed):
                print(f" {bad:3d} of {tried:3d} in {name}")
        if verbose:
            print(f"{plural(tries)} in {plural(len(self._stats), 'item')}.")
            text = f"{tries - failures} passed"
            if failures:
                text += f" and {failures} failed"
            print(f"{text}.")
            if not failures:
                print("Test passed.")
        if failures:
            skipped = f" and {plural(skips, 'skipped test')}" if skips else ""
            print(f"***Test Failed*** {plural(failures, 'failure')}{skipped}.")
        return TestResults(failures, tries, skipped=skips)


class DocTestFailure(Exception):
    """A DocTest example has failed in debugging mode."""

    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """A DocTest example has encountered an unexpected exception"""

    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first failure."""

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Test examples in docstrings in functions and classes reachable from module m (or the current module if m is not supplied)."""
    if m is None:
        m = sys.modules.get("__main__")
    if not isinstance(m, types.ModuleType):
        raise TypeError(f"testmod: module required; {m!r}")
    runner = DebugRunner(verbose=verbose, optionflags=optionflags) if raise_on_error else DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
    """Test examples in the given file."""
    with open(filename, encoding=encoding or "utf-8") as file:
        text = file.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault("__name__", "__main__")
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or filename, filename, 0))
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Test examples in the given object's docstring."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


class DocTestCase(unittest.TestCase):
    """The examples of one docstring as a test."""

    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_test, self._dt_optionflags, self._dt_checker = test, optionflags, checker
        self._dt_setUp, self._dt_tearDown = setUp, tearDown

    def setUp(self):
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)

    def runTest(self):
        out = io.StringIO()
        failed = DocTestRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False).run(self._dt_test, out=out.write, clear_globs=False)[0]
        if failed:
            test = self._dt_test
            raise self.failureException(
                f'Failed doctest test for {test.name}\n  File "{test.filename}", line {"unknown line number" if test.lineno is None else test.lineno}, '
                f"in {test.name.split('.')[-1]}\n\n{out.getvalue()}"
            )

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        name = self._dt_test.name.split(".")
        return f"{name[-1]} ({'.'.join(name[:-1])})"

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """Convert doctest tests for a module to a unittest test suite."""
    if module is None:
        # The module that asks.
        module = sys.modules[sys._getframe(1).f_globals["__name__"]]
    elif isinstance(module, str):
        __import__(module)
        module = sys.modules[module]
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(DocTestCase(test, **options))
    return suite
