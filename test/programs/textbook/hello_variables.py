# The first lesson: variables, arithmetic, printing.
name = "World"
print("Hello, " + name + "!")
x = 7
y = 2
print("sum", x + y, "difference", x - y, "product", x * y, "quotient", x / y, "floor", x // y, "rest", x % y, "power", x ** y)
pi = 3.14159
radius = 2.5
print("area:", pi * radius ** 2)
print("circumference: %.3f" % (2 * pi * radius))
celsius = 36.6
print(f"{celsius} C is {celsius * 9 / 5 + 32:.1f} F")
a, b = 3, 4
c = (a * a + b * b) ** 0.5
print("hypotenuse", c, int(c), c == 5)
seconds = 98765
hours, rest = divmod(seconds, 3600)
minutes, seconds = divmod(rest, 60)
print(hours, "h", minutes, "min", seconds, "s", f"{hours:02}:{minutes:02}:{seconds:02}")
print("na" * 4 + " batman", "-" * 20, len("hello"), "hello".upper(), "hello"[1], "hello"[-1], "hello"[1:4])
print(type(x), type(pi), type(name), type(True), type(None))
print(int("12") + 3, str(12) + "3", float("1.5") * 2, bool(""), bool("x"), round(2.567, 1))
