# Classes that may not be derived from, deprecated calls of NamedTuple and TypedDict, and no_type_check of classes.
import typing
import warnings

for base in typing.TypeVar, typing.ParamSpec, typing.TypeVarTuple, typing.TypeAliasType, typing.ParamSpecArgs:
    try:

        class Derived(base):
            pass

    except TypeError as error:
        print(error)
try:
    typing.NoDefault.colour = "red"
except AttributeError as error:
    print(error)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(typing.NamedTuple("Point", x=int)._fields, typing.NamedTuple("Empty")._fields, typing.NamedTuple("Nothing", None)._fields)
    print(typing.TypedDict("Row").__annotations__, typing.TypedDict("Cell", None).__annotations__, typing.TypedDict("Fine", {"x": int}).__annotations__)
    for warning in caught:
        print(warning.category.__name__, warning.message)
try:
    typing.NamedTuple("Both", None, x=int)
except TypeError as error:
    print(error)


@typing.no_type_check
class Loose:
    def method(self, argument: "no such thing(") -> 5:
        pass

    @classmethod
    def made(cls, argument: 5):
        pass

    @staticmethod
    def free(argument: 5):
        pass

    class Inner:
        def method(self):
            pass


print(Loose.__no_type_check__, Loose.method.__no_type_check__, Loose.made.__no_type_check__, Loose.free.__no_type_check__)
print(Loose.Inner.__no_type_check__, Loose.Inner.method.__no_type_check__, typing.get_type_hints(Loose.method), typing.get_type_hints(Loose))
