"""Helpers for `with`: managers made from generators, stacks of managers, and a few ready ones."""
import sys
from abc import ABC, ABCMeta, abstractmethod
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
    "ContextDecorator", "ExitStack", "chdir", "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "AsyncContextDecorator",
]


def _has(cls, *names):
    for name in names:
        # The first class that says something about the name decides; None says no.
        if next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None) is None:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """What `with` asks for; a subclass says how the block ends."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented

    def __enter__(self):
        """The manager itself is what `as` names."""
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        """Called at the end of the block; something true stops the exception."""


class AbstractAsyncContextManager(ABC):
    """What `async with` asks for; a subclass says how the block ends."""

    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented

    async def __aenter__(self):
        """The manager itself is what `as` names."""
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Awaited at the end of the block; something true stops the exception."""


class ContextDecorator:
    "Lets a context manager decorate a function: each call runs inside the manager."

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return wraps(func)(inner)

    def _recreate_cm(self):
        return self


class AsyncContextDecorator:
    "Lets an async context manager decorate a coroutine function: each call runs inside the manager."

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return wraps(func)(inner)

    def _recreate_cm(self):
        return self


class _FromGenerator:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _answer(raised, thrown, traceback, end, wrapped):
    """What leaving a block answers when the generator raised: True, False, or None to let `raised` go on.

    `thrown` is the exception of the block (None without one), `end` how such a generator ends, `wrapped` what Python turns into a
    RuntimeError when a generator lets it out."""
    if isinstance(raised, end):
        return thrown is not None and raised is not thrown
    came_back = raised is thrown or (isinstance(raised, RuntimeError) and isinstance(thrown, wrapped) and raised.__cause__ is thrown)
    if not came_back:
        return None
    # Its way through the generator is nothing that the block has to show.
    thrown.__traceback__ = traceback
    return False


class _GeneratorContextManager(_FromGenerator, AbstractContextManager, ContextDecorator):
    """A manager whose block runs where the generator yields."""

    def __exit__(self, typ, value, traceback):
        if typ is None:
            value = None
        elif value is None:
            value = typ()
        try:
            if typ is None:
                next(self.gen)
            else:
                self.gen.throw(value)
        except BaseException as raised:
            answer = _answer(raised, value, traceback, StopIteration, StopIteration)
            if answer is None:
                raise
            return answer
        try:
            raise RuntimeError("generator didn't stop" if typ is None else "generator didn't stop after throw()")
        finally:
            self.gen.close()

    def __enter__(self):
        # Only decorating needs them, which never enters this one.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None


class _AsyncGeneratorContextManager(_FromGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    """A manager whose block runs where the async generator yields."""

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            value = None
        elif value is None:
            value = typ()
        try:
            await (anext(self.gen) if typ is None else self.gen.athrow(value))
        except BaseException as raised:
            answer = _answer(raised, value, traceback, StopAsyncIteration, (StopIteration, StopAsyncIteration))
            if answer is None:
                raise
            return answer
        try:
            raise RuntimeError("generator didn't stop" if typ is None else "generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""

    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return wraps(func)(helper)


def asynccontextmanager(func):
    """Makes an async context manager of an async generator function that yields once."""

    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return wraps(func)(helper)


class closing(AbstractContextManager):
    """Calls close() of the thing when the block is left."""

    def __init__(self, thing):
        self.thing = thing

    def __exit__(self, *exc_info):
        self.thing.close()

    def __enter__(self):
        return self.thing


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() of the thing when the block is left."""

    def __init__(self, thing):
        self.thing = thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    async def __aenter__(self):
        return self.thing


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        # A list, since one manager may be entered again inside its own block.
        self._old_targets, self._new_target = [], new_target

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._old_targets.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        previous = self._old_targets.pop()
        setattr(sys, self._stream, previous)


class redirect_stdout(_RedirectStream):
    """What the block prints goes to another file."""
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    """What the block writes to stderr goes to another file."""
    _stream = "stderr"


class suppress(AbstractContextManager):
    """Ends the block silently when one of these exceptions leaves it."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        # Of a group, the others go on.
        stopped, others = excinst.split(self._exceptions)
        if others is not None:
            raise others
        return True


def _exit_of(thing, name):
    # A manager gives its method; anything else is called as it is.
    try:
        method = getattr(type(thing), name)
    except AttributeError:
        return thing
    return MethodType(method, thing)


class _BaseExitStack:
    """What both stacks know: pairs (is called and not awaited, callback), the latest at the end."""

    def __init__(self):
        self._exit_callbacks = deque()

    def _push_exit_callback(self, callback, is_sync=True):
        self._exit_callbacks.append((is_sync, callback))

    def pop_all(self):
        """A new stack that takes over every callback; this one is left without."""
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return heir

    def push(self, exit):
        """Adds a manager's __exit__, or a function that takes the same arguments."""
        self._push_exit_callback(_exit_of(exit, "__exit__"))
        return exit

    def enter_context(self, cm):
        """Enters the manager now and leaves it with the stack."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
        result = enter(cm)
        self._push_exit_callback(MethodType(exit, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Calls a function with these arguments when the stack is left."""

        def exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(exit_wrapper)
        return callback


def _fix_context(new_exc, old_exc, outer):
    # What a callback raised follows what was raised before it.
    while True:
        context = new_exc.__context__
        if context is None or context is old_exc:
            return
        if context is outer:
            break
        new_exc = context
    new_exc.__context__ = old_exc


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Leaves any number of managers, the latest first, when its own block is left."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        outer = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if callback(*details):
                    suppressed, pending, exc = True, False, None
            except BaseException as new_exc:
                _fix_context(new_exc, exc, outer)
                pending, exc = True, new_exc
        if pending:
            fixed = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = fixed
                raise
        return received and suppressed

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack for `async with`, which also holds async managers and coroutine functions."""

    async def enter_async_context(self, cm):
        """Enters the async manager now and leaves it with the stack."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol"
            ) from None
        result = await enter(cm)
        self._push_exit_callback(MethodType(exit, cm), False)
        return result

    def push_async_exit(self, exit):
        """Adds a manager's __aexit__, or a coroutine function that takes the same arguments."""
        self._push_exit_callback(_exit_of(exit, "__aexit__"), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Awaits a coroutine function with these arguments when the stack is left."""

        async def exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        exit_wrapper.__wrapped__ = callback
        self._push_exit_callback(exit_wrapper, False)
        return callback

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]
        received = exc is not None
        outer = sys.exception()
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, callback = self._exit_callbacks.pop()
            try:
                details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                answer = callback(*details)
                if not is_sync:
                    answer = await answer
                if answer:
                    suppressed, pending, exc = True, False, None
            except BaseException as new_exc:
                _fix_context(new_exc, exc, outer)
                pending, exc = True, new_exc
        if pending:
            fixed = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = fixed
                raise
        return received and suppressed


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Stands where a manager is wanted and nothing is to be done."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aexit__(self, *excinfo):
        pass

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result


class chdir(AbstractContextManager):
    """Works in another folder until the block ends; then in the one before."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())
