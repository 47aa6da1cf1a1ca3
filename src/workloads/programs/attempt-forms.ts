/**
 * Operations that may fail: methods and operators asked for things they were not made for. What comes of one is printed, and so is the error, with its message unless an
 * address is in it. Failing half-way is where references are forgotten, and the messages are CPython's to judge.
 * Nothing here tells when an object dies, nor which address it had: an argument may be a temporary that is written twice.
 */
import { act, type Form, type Wanted } from './form.ts';

/** Texts in which `@a` is what is asked and `@b` and `@c` are what it is asked with. */
const ATTEMPTS = {
  'attempt-any': {
    takes: ['any', 'any', 'any'],
    texts: `
      @a + @b; @a - @b; @a | @b; @a & @b; @a @ @b; @a // 3; @a % 7; -@a; ~@a; @a < @b; @a >= @b; @a == @b; @a != @b; @a in @b;
      @a is @b; @a[@b]; @a[0]; @a[-1]; @a[:@b]; @a[1:3]; @a[::-1]; len(@a); bool(@a); iter(@a); next(@a); next(@a, @b);
      reversed(@a); @a(); @a(@b); @a(@b, @c); @a(*@b); @a(@b, x=@c); @a(**@b); [*@a, @b]; {**@a}; {**@a, **@b}; (*@a,); @a.f0;
      @a.nothing; @a.get; @a.append(@b); @a.pop(); getattr(@a, @b); getattr(@a, "f1", @b); hasattr(@a, "f0"); isinstance(@a, @b);
      isinstance(@a, (@b, @c)); issubclass(@a, @b); callable(@a); hash(@a) is None; int(@a); int(@a, 7);
      float(@a); complex(@a); chr(@a); ord(@a); hex(@a); bin(@a); abs(@a); round(@a); round(@a, @b); divmod(@a, 7); divmod(@a, @b);
      pow(@a, 3); pow(@a, @b, @c); sum(@a); sum(@a, @b); min(@a); max(@a, @b); max(@a, key=@b); any(@a); all(@a); list(@a);
      tuple(@a); dict(@a); dict(@a, k=@b); list(zip(@a, @b)); list(zip(@a, @b, strict=True)); list(map(@a, @b));
      list(filter(@a, @b)); sorted(@a); sorted(@a, key=@b); list(enumerate(@a, @b)); slice(@a, @b, @c); range(@a); range(@a, @b);
      memoryview(@a); @a.__class__; @a.__dict__; @a.__len__(); @a.__iter__(); @a.__getitem__(@b); @a.__eq__(@b); @a.__add__(@b);
      @a.__call__(@b); @a.__init__(@b); type(@a)(@b); type(@a)(@b, @c); type(@a).__name__; type(@a).__mro__;
      super(type(@a), @a).__init__; object.__new__(@a); format(@a, @b); format(@a, "d"); format(@a, "5"); "%d" % @a; "%s %s" % @a;
      "%c" % @a; "%(k)s" % @a; "".join(@a); ",".join([@b, @a]); delattr(@a, "nothing"); vars(@a); type("X", (@a,), {});
      type("X", @a, @b); type(@a, @b, @c); property(@a).fget; staticmethod(@a).__func__; classmethod(@a).__func__;
      frozenset(()) | @a; set(()) | @a; {1} <= @a; weakref.ref(@a); weakref.ref(@a, @b); functools.partial(@a, @b); functools.partial(@a)(@b); functools.reduce(@a, @b); functools.reduce(@a, @b, @c);
      list(itertools.chain.from_iterable([@a, @b])); list(itertools.islice(@a, 2)); list(itertools.islice(@b, @a));
      next(itertools.zip_longest(@a, @b)); list(itertools.compress(@a, @b)); list(itertools.accumulate(@a));
      list(itertools.starmap(@a, @b)); list(itertools.batched(@a, 2)); next(itertools.count(@a, @b)); list(itertools.repeat(@a, 2));
      next(itertools.cycle(@a)); collections.deque(@a); collections.deque(@a, @b); collections.deque(@a, 2);
      collections.defaultdict(@a); collections.defaultdict(@a)[@b]; collections.OrderedDict(@a); collections.OrderedDict([@a, @b]);
      format(@a, ">3") == 0; setattr(@a, "f7", @b); bytes([@a]); bytes(@b, @a); bytearray([@a, @b])`,
  },
  'attempt-list': {
    takes: ['List', 'any', 'any'],
    texts: `
      @a.index(@b); @a.index(@b, 1); @a.count(@b); @a.remove(@b); @a.insert(@b, @c); @a.pop(@b); @a.pop(1, 2); @a[:3].extend(@b);
      @a[:3].sort(); @a[:4].sort(key=@b); @a[:4].sort(key=@b, reverse=True); @a.sort(@b); @a[:].copy(@b); @a[1] = @b; @a[@b] = @c;
      del @a[7]; del @a[@b]; @a[0:1] = @b; @a[::2] = @b; @a[:4] + @b; [1, 2].__iadd__(@b); @a < @b; [@b] < @a; [@b] == @a;
      @a.append(@b, @c); @a.append(x=@b); @a.reverse(@b); @a.clear(@b); list.append(@b, @c); list.__len__(@b); list(@b, @c);
      @a.__init__(@b, @c); @a[:5].__init__(@b); @a.__contains__(@b); @a.__setitem__(@b, @c); @a.__delitem__(@b);
      @a.__reversed__(@b); dict.fromkeys(@a); sum(@a, @b); @a[@b:@c]`,
  },
  'attempt-tuple': {
    takes: ['Tuple', 'any', 'any'],
    texts: `
      @a.index(@b); @a.count(@b); @a[@b]; @a + @b; @a[0] is @b; @a < @b; @a == (@b,); hash(@a) is None; @a.append(@b); @a[0] = @b;
      del @a[0]; tuple.index(@b, @c); tuple(@b); @a.__getitem__(@b); (@b, *@a)[1:]; @a.index(@b, 0, 1); {@a: @b}; @a in {};
      isinstance(@b, @a); str.startswith("s1", @a); "s1".endswith(@a); "%s" % (@a[:0] or (1,)); @a.__contains__(@b);
      @a.__class__(@b); max(@a, default=@b)`,
  },
  'attempt-dict': {
    takes: ['Dict', 'any', 'any'],
    texts: `
      @a[@b]; @a[@b] = @c; del @a[@b]; @a.pop(@b); @a.pop(@b, @c); @a.get(@b); @a.get(@b, @c); @a.setdefault(@b, @c); @a.update(@b);
      @a.update(k=@b); @a.update([(@b, @c)]); @a.update([@b]); @a.popitem(); @a | @b; @a.copy().__ior__(@b); @b in @a;
      dict.fromkeys(@b, @c); @a.keys() & @b; @a.keys() == @b; @a.items() <= @b; @a.values() == @b; list(@a.items())[0];
      list(reversed(@a))[0]; @a.get(); @a.pop(); @a.update(@b, @c); @a.items().isdisjoint(@b); @b in @a.values();
      (@b, @c) in @a.items(); dict(@a, **@b); dict(@b, **@a); {**@a, @b: @c}; dict.get(@b, @c); dict.update(@a.copy(), @b);
      @a.__init__(@b, @c); @a.__contains__(@b); @a.__setitem__(@b, @c); @a.__delitem__(@b); @a == @b; @a < @b; @a.copy(@b);
      @a.keys(@b); @a.fromkeys(@b); iter(@a.items())`,
  },
  'attempt-set': {
    takes: ['Set', 'member', 'any'],
    texts: `
      @a.add(@b); @a.remove(@b); @a.discard(@b); @a | @c; @a & @c; @a - @c; @a ^ @c; @a <= @c; @a == @c; @b in @a; @c in @a;
      @a.isdisjoint(@c); @a.intersection(@c, @c); @a.difference(@c); len(@a.union({@b})); @a.intersection_update(@c);
      @a.add(@b, @c); @a.remove(); frozenset(@a) == @a; hash(@a); hash(frozenset(@a)) is None; @a.copy(@b); set.add(@c, @b);
      @a.__contains__(@c); @a[0]; {@b} < @a; @a.remove([@b]); @c.union(@a); frozenset(@a) & @c`,
  },
  'attempt-str': {
    takes: ['Str', 'any', 'any'],
    texts: `
      @a[:9] + @b; @a.join(@b); @a[@b]; @a[:@b]; @b in @a; @a.find(@b); @a.index(@b); @a.count(@b); @a.split(@b)[:3];
      @a.split(@b, @c)[:3]; @a[:5].replace(@b, @c); @a[:5].replace("s", @b); @a.startswith(@b); @a.endswith((@b, @c));
      @a.strip(@b)[:9]; @a[:5].ljust(12, @b); @a.encode(@b); @a[:5].encode("ascii"); @a.partition(@b); @a.rsplit("s", 1)[:3];
      @a[:5].translate(@b); str.maketrans(@a[:5], @b); str.maketrans(@b); @a < @b; @a == @b; @a[:5] % @b; "%s" % (@a[:5],);
      @a[:5].format(@b); "{0} {1}".format(@a[:5]); "{x}".format(x=@a[:5]); "{0.f0}".format(@b); "{0[0]}".format(@b); int(@a[:9]);
      float(@a[:9]); int(@a[:9], @b); format(@a[:5], @b); format(@a[:5], ">8"); str(@a[:5], @b); str.upper(@b); @a.join([@b]);
      @a.append(@b); @a[0] = @b; @a.expandtabs(@b)[:9]; @a.removeprefix(@b)[:9]; @a.__contains__(@b);
      @a[:5].center(12, @b); @a[:5].zfill("9")`,
  },
  'attempt-int': {
    takes: ['Int', 'Int', 'any'],
    texts: `
      @a % @b; @a // @b; @a / @b; divmod(@a, @b); @a & @b; @a | @b; @a ^ @b; @a - @b; @a * @b % 1009; @a >> 3; @a << 5; -@a % @b;
      pow(@a, 3, @b); pow(@a, -1, @b); @a.bit_length(); @a.to_bytes(3); @a.to_bytes(40, "little"); int.from_bytes(@c);
      @a.to_bytes(2, @c); f"{@a:x}"; f"{@a:,}"; f"{@a:+.3e}"; format(@a, @c); @a + @c; @c * (@a % 4); @a < @c; @a == @c; @a @ @c;
      round(@a, -2); round(@a, @c); int(str(@a)); int(str(@a), 16); float(@a); chr(@a % 300); range(@a, @b, @c);
      range(0, @a, @b)[1]; @a in range(@b); range(@a)[@c]; @a.nothing; @a.real; @a.as_integer_ratio(); complex(@a, @c);
      @a if @a % (@b % 2) else @b`,
  },
  'attempt-instance': {
    takes: ['Inst', 'Inst', 'any'],
    texts: `
      @a == @b; @a != @b; @a < @b; @a + @b; @a in [@b]; [@b].index(@a); [@a, @b].remove(@b); @a.f0 == @b.f0; @a.f1 is @b.f1;
      @a.f2.f0; @a.get(@b, @c); @a.get(x=@c); @a.get(y=@c); @a.both; @a.extra; type(@a)(@b, @c); type(@a)(a=@c); @a.__init__(@c);
      setattr(@a, "f1", @c); setattr(@a, @c, @b); @a.__class__ = type(@b); @a.__dict__; @a.__dict__ is @a.__dict__;
      @a.__dict__.get("f0"); isinstance(@a, type(@b)); {@a: 1}.get(@b); @a(); len(@a); iter(@a); @a[@c];
      @a["a"]; @a[0]; @a.f0(@c); @a.f0[0]; @a.f0.f0; type(@a).get(@b, @c); type(@a).get(@c); @a.get.__func__ is type(@b).get;
      @a.get.__self__ is @a; @a.get == @a.get; @a.get is @a.get; object.__getattribute__(@a, @c); object.__setattr__(@a, "f2", @c);
      super(type(@a), @b).get; super(type(@a), @a).get(@c); @a.__eq__(@c); @a.__lt__(@c); bool(@a); str.join(",", @a)`,
  },
  'attempt-call': {
    takes: ['Func', 'any', 'any'],
    texts: `
      @a(); @a(@b); @a(@b, @c); @a(x=@b); @a(y=@b); @a(kept=@b); @a(*[@b, @c]); @a(*@b); @a(**{"x": @b}); @a(**@b); @a(@b, x=@c);
      @a(@b, y=@c); map(@a, @b); list(map(@a, @b, @c)); sorted([@b, @c], key=@a); functools.partial(@a, @b)(@c);
      functools.reduce(@a, [@b, @c]); @a.__name__; @a.__defaults__; @a.__closure__; @a.nothing; @a.extra = @b; @a.__get__(@b)();
      @a.__get__(@b, @c); @a.__call__(@b); @a == @b; @a.__code__.co_varnames; @a.__dict__; gather(@b, b=@c); gather(@b, @c, @a);
      gather(*@b); gather(@b, **@c); gather(); gather(x=@b); nest(0, @b); first(@b); pop(@b); swap(@a, @b, "f0", @c);
      @a.__defaults__ = 3`,
  },
  'attempt-iterator': {
    takes: ['Iter', 'any', 'any'],
    texts: `
      next(@a); next(@a, @b); iter(@a) is @a; len(@a); @a[@b]; @a.send(@b); @a.throw(ValueError(@b)); @a.throw(KeyError);
      @a.throw(@b); @a.close(); list(itertools.islice(@a, 2)); tuple(@a); dict(@a); dict(zip(@a, "abc")); sum(@a); sum(@a, ());
      max(@a); min(@a, key=@b); @b in @a; [*@a]; gather(*@a); "".join(@a); sorted(@a); list(zip(@a, @a)); list(zip(@a, @b));
      list(map(@b, @a)); x, y = @a; x, *y = @a; [].extend(@a); {}.update(@a); collections.deque(@a, 2); @a.__next__(@b);
      @a.__length_hint__(); @b[:] = @a; all(@a); any(@a); list(reversed(@a)); enumerate(@a, @b); next(iter(@a)); itertools.tee(@a);
      @a == @a`,
  },
  'attempt-deque': {
    takes: ['Deque', 'any', 'any'],
    texts: `
      @a[@b]; @a[0]; @a[-1]; @a[@b] = @c; @a[0] = @c; del @a[0]; @a.index(@b); @a.count(@b); @a.remove(@b); @a.insert(0, @b);
      @a.insert(@b, @c); @a.rotate(@b); @a.maxlen; @a.maxlen = @b; @a.popleft(); @a.pop(); @a.append(@b, @c); @a.extend(@b);
      @a.extendleft([@b, @c]); @a + @b; @a == @b; @a < @b; @a * 2; @b in @a; list(reversed(@a))[0]; @a.copy(); @a[1:];
      @a.__init__(@b); @a.__init__(@b, @c); iter(@a); hash(@a); @a.__iadd__(@b); @a.__imul__(@b)`,
  },
  'attempt-error': {
    takes: ['Exc', 'any', 'any'],
    texts: `
      @a.args; @a.args = @b; @a.args[0]; @a.add_note(@b); @a.__notes__; @a.__context__; @a.__cause__ = @b; @a.__context__ = @b;
      @a.with_traceback(@b); @a.with_traceback(None); @a.__traceback__; @a == @b; type(@a)(@b, @c); type(@a)(x=@b); @a.nothing;
      @a.extra = @b; BaseException.__init__(@a, @c); ExceptionGroup(@b, [@a]); ExceptionGroup("x", @b);
      ExceptionGroup("x", [@a, @b]); ExceptionGroup("x", [@a]).split(@b);
      ExceptionGroup("x", [@a, KeyError(@b)]).subgroup(KeyError); ExceptionGroup("x", [@a]).derive([@a]).exceptions;
      KeyError(@b).args; StopIteration(@b).value; OSError(@b, @c).errno; SystemExit(@b).code;
      UnicodeDecodeError("a", @b, 1, 2, "c"); AttributeError(@b, name="n", obj=@c).obj; ImportError(@b, name=@c).name`,
  },
} as const satisfies Readonly<Record<string, { readonly takes: readonly Wanted[]; readonly texts: string }>>;

/** What is no expression among the texts: deletions and assignments. */
const STATEMENT = /^(del |.*[^=!<>]= (?!=))/;

function attempt({ takes, texts }: (typeof ATTEMPTS)[keyof typeof ATTEMPTS]): Form {
  const all = texts.split(';').map((text) => text.trim());
  return act(
    'attempt',
    takes,
    (args, [number]) => {
      const text = all[Number(number)];
      const filled = text.replace(/@([abc])/g, (_, name: string) => operand(args['abc'.indexOf(name)]));
      return `try:\n    ${STATEMENT.test(text) ? filled : `print(look(${filled}))`}\nexcept FAULTS as error:\n    report(error)`;
    },
    { numbers: [[0, all.length - 1]] },
  );
}

/** A literal number as something that a dot may follow. */
function operand(text: string): string {
  return /^\d/.test(text) ? `(${text})` : text;
}

/** By their keys, which are part of seeds, as is the order of the texts. */
export const attemptForms: Readonly<Record<string, Form>> = Object.fromEntries(
  Object.entries(ATTEMPTS).map(([key, each]) => [key, attempt(each)]),
);
