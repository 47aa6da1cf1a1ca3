# string module basics.
import string
print(string.ascii_lowercase, string.digits, string.punctuation[:5], string.capwords("the quick fox"), string.Template("$a and ${b}s cost $$5").substitute(a="x", b="y"))
try: string.Template("$a $b").substitute(a=1)
except KeyError as e: print("missing", e)
print("".join(c for c in "Hi, there!" if c not in string.punctuation), [c in string.hexdigits for c in "aFgZ9"], string.Template("$x").safe_substitute())
