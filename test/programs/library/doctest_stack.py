"""A stack with examples.

>>> s = Stack([1, 2])
>>> s.push(3); s
Stack([1, 2, 3])
>>> len(s), s.pop()
(3, 3)
"""
import doctest
class Stack:
    """
    >>> Stack().pop()
    Traceback (most recent call last):
        ...
    IndexError: pop from an empty stack
    >>> s = Stack('ab')
    >>> for x in s:
    ...     print(x)
    b
    a
    >>> s.peek   # doctest: +ELLIPSIS
    <bound method Stack.peek of Stack(['a', 'b'])>
    """
    def __init__(self, items=()): self.items = list(items)
    def push(self, x):
        """Put x on top.

        >>> s = Stack(); s.push(1); s.push(1); s.items
        [1,
         1]
        """
        self.items.append(x)
    def pop(self):
        if not self.items: raise IndexError("pop from an empty stack")
        return self.items.pop()
    def peek(self): return self.items[-1]
    def __len__(self): return len(self.items)
    def __iter__(self): return reversed(self.items)
    def __repr__(self): return f"Stack({self.items})"
def mean(xs):
    """
    >>> mean([1, 2, 3])
    2.0
    >>> mean([])
    Traceback (most recent call last):
    ZeroDivisionError: division by zero
    >>> print('one\\n\\ntwo')
    one
    <BLANKLINE>
    two
    """
    return sum(xs) / len(xs)
if __name__ == "__main__":
    out = []
    r = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    for t in doctest.DocTestFinder().find(__import__("__main__"), "stack"):
        t.filename = None
        res = r.run(t, out=out.append); print(t.name, len(t.examples), res)
    print(len(out), r.summarize(verbose=False))
    p = doctest.DocTestParser(); ex = p.get_examples("text\n    >>> 1 +\\\n    ...  2\n    3\n\nmore\n>>> x # doctest: +SKIP\n"); print([(e.source, e.want, e.lineno, e.indent, e.options) for e in ex])
    c = doctest.OutputChecker()
    print(c.check_output("1\n", "True\n", 0), c.check_output("a...z\n", "abcz\n", doctest.ELLIPSIS), c.check_output("a  b\n", "a b\n", doctest.NORMALIZE_WHITESPACE), c.check_output("a\n", "b\n", 0), c.output_difference(doctest.Example("x", "a\n"), "b\n", 0))
    try: p.get_examples(">>>1\n")
    except ValueError as e: print(e)
    def bad():
        """
        >>> bad() + 1
        3
        >>> 2 + 2
        5
        """
        return 1
    t = doctest.DocTestFinder(recurse=False).find(bad, "bad", globs={"bad": bad})[0]; t.filename = None; t.lineno = 0
    print(doctest.DocTestRunner(verbose=True).run(t))
