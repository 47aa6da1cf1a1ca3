# A tiny SQL engine: parser, select with joins, grouping, ordering, insert, update, delete, transactions.
import re
from collections import defaultdict


class SqlError(Exception):
    pass


WORDS = re.compile(r"\s*(?:(\d+\.\d+|\d+)|'((?:[^']|'')*)'|([A-Za-z_][\w.]*)|(<=|>=|<>|[-+*/(),=<>;]))")
KEYS = set("select from where group by having order limit insert into values update set delete create table join on as and or not null is in like desc asc distinct begin commit rollback between".split())


class Parser:
    def __init__(self, text):
        self.toks, at = [], 0
        text = text.strip().rstrip(";")
        while at < len(text):
            m = WORDS.match(text, at)
            if not m:
                raise SqlError(f"cannot read {text[at:at + 10]!r}")
            num, string, word, op = m.groups()
            if num is not None:
                self.toks.append(("lit", float(num) if "." in num else int(num)))
            elif string is not None:
                self.toks.append(("lit", string.replace("''", "'")))
            elif word is not None:
                self.toks.append(("key", word.lower()) if word.lower() in KEYS else ("name", word))
            else:
                self.toks.append(("op", op))
            at = m.end()
        self.toks.append(("end", None))
        self.i = 0

    def peek(self, *values):
        return self.toks[self.i][1] in values and self.toks[self.i][0] in ("key", "op")

    def accept(self, *values):
        if self.peek(*values):
            self.i += 1
            return self.toks[self.i - 1][1]

    def expect(self, value):
        if not self.accept(value):
            raise SqlError(f"expected {value}, found {self.toks[self.i][1]!r}")

    def name(self):
        kind, v = self.toks[self.i]
        if kind != "name":
            raise SqlError(f"expected a name, found {v!r}")
        self.i += 1
        return v

    def many(self, one):
        out = [one()]
        while self.accept(","):
            out.append(one())
        return out

    def parens(self, one):
        self.expect("(")
        out = self.many(one)
        self.expect(")")
        return out

    def statement(self):
        if self.accept("select"):
            out = self.select()
        elif self.accept("create"):
            self.expect("table")
            out = ("create", self.name(), self.parens(self.name))
        elif self.accept("insert"):
            self.expect("into")
            table = self.name()
            cols = self.parens(self.name) if self.peek("(") else None
            self.expect("values")
            out = ("insert", table, cols, self.many(lambda: self.parens(self.expr)))
        elif self.accept("update"):
            table = self.name()
            self.expect("set")
            out = ("update", table, self.many(lambda: (self.name(), self.expect("="), self.expr())[::2]), self.where())
        elif self.accept("delete"):
            self.expect("from")
            out = ("delete", self.name(), self.where())
        elif word := self.accept("begin", "commit", "rollback"):
            out = (word,)
        else:
            raise SqlError(f"unknown statement {self.toks[self.i][1]!r}")
        if self.toks[self.i][0] != "end":
            raise SqlError(f"unexpected {self.toks[self.i][1]!r}")
        return out

    def where(self):
        return self.expr() if self.accept("where") else None

    def select(self):
        distinct = self.accept("distinct")
        fields = self.many(self.field)
        self.expect("from")
        tables, joins = [self.source()], []
        while self.accept("join"):
            tables.append(self.source())
            self.expect("on")
            joins.append(self.expr())
        where = self.where()
        group = having = None
        if self.accept("group"):
            self.expect("by")
            group = self.many(self.expr)
            having = self.expr() if self.accept("having") else None
        order = []
        if self.accept("order"):
            self.expect("by")
            order = self.many(lambda: (self.expr(), self.accept("desc", "asc") == "desc"))
        limit = self.expr() if self.accept("limit") else None
        return ("select", distinct, fields, tables, joins, where, group, having, order, limit)

    def source(self):
        name = self.name()
        return name, self.name() if self.toks[self.i][0] == "name" else name

    def field(self):
        if self.accept("*"):
            return "*", None
        start = self.i
        e = self.expr()
        label = self.name() if self.accept("as") else "".join(str(v) for _, v in self.toks[start:self.i])
        return e, label

    def expr(self, level=0):
        if level == 0:
            left = self.expr(1)
            while self.accept("or"):
                left = ("or", left, self.expr(1))
            return left
        if level == 1:
            left = self.expr(2)
            while self.accept("and"):
                left = ("and", left, self.expr(2))
            return left
        if level == 2:
            if self.accept("not"):
                return ("not", self.expr(2))
            left = self.expr(3)
            if op := self.accept("=", "<>", "<", ">", "<=", ">="):
                return (op, left, self.expr(3))
            if self.accept("is"):
                negate = self.accept("not")
                self.expect("null")
                return ("not", ("isnull", left)) if negate else ("isnull", left)
            if self.accept("in"):
                return ("in", left, self.parens(self.expr))
            if self.accept("like"):
                return ("like", left, self.expr(3))
            if self.accept("between"):
                low = self.expr(3)
                self.expect("and")
                return ("and", (">=", left, low), ("<=", left, self.expr(3)))
            return left
        ops = ("+", "-") if level == 3 else ("*", "/")
        left = self.expr(4) if level == 3 else self.primary()
        while op := self.accept(*ops):
            left = (op, left, self.expr(4) if level == 3 else self.primary())
        return left

    def primary(self):
        if self.accept("("):
            e = self.expr()
            self.expect(")")
            return e
        if self.accept("-"):
            return ("-", ("lit", 0), self.primary())
        if self.accept("null"):
            return ("lit", None)
        kind, v = self.toks[self.i]
        if kind == "lit":
            self.i += 1
            return ("lit", v)
        name = self.name()
        if self.peek("("):
            self.expect("(")
            arg = "*" if self.accept("*") else self.expr()
            self.expect(")")
            return ("call", name.lower(), arg)
        return ("col", name)


OPS = {"=": lambda a, b: a == b, "<>": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}
AGGREGATES = {"count": len, "sum": sum, "avg": lambda v: sum(v) / len(v) if v else None, "min": lambda v: min(v, default=None), "max": lambda v: max(v, default=None)}
SCALARS = {"upper": str.upper, "lower": str.lower, "length": len, "abs": abs, "round": round}


class Database:
    def __init__(self):
        self.tables, self.saved = {}, None

    def execute(self, text):
        op, *args = Parser(text).statement()
        return getattr(self, "do_" + op)(*args)

    def table(self, name):
        if name not in self.tables:
            raise SqlError(f"no table {name}")
        return self.tables[name]

    def do_create(self, name, cols):
        if name in self.tables:
            raise SqlError(f"table {name} exists")
        self.tables[name] = (cols, [])

    def do_insert(self, name, cols, rows):
        all_cols, data = self.table(name)
        for row in rows:
            values = [self.value(e, {}) for e in row]
            names = cols or all_cols
            if len(values) != len(names):
                raise SqlError(f"{len(names)} columns but {len(values)} values")
            record = dict.fromkeys(all_cols)
            record.update(zip(names, values))
            data.append(record)
        return len(rows)

    def do_update(self, name, sets, where):
        n = 0
        for row in self.table(name)[1]:
            if where is None or self.value(where, row):
                row.update({c: self.value(e, row) for c, e in sets})
                n += 1
        return n

    def do_delete(self, name, where):
        cols, data = self.table(name)
        keep = [r for r in data if where is not None and not self.value(where, r)]
        n = len(data) - len(keep)
        data[:] = keep
        return n

    def do_begin(self):
        self.saved = {k: (c, [dict(r) for r in d]) for k, (c, d) in self.tables.items()}

    def do_commit(self):
        self.saved = None

    def do_rollback(self):
        if self.saved is None:
            raise SqlError("no transaction")
        self.tables, self.saved = self.saved, None

    def do_select(self, distinct, fields, tables, joins, where, group, having, order, limit):
        rows = [{}]
        for i, (name, alias) in enumerate(tables):
            cols, data = self.table(name)
            rows = [{**r, **d, **{f"{alias}.{k}": v for k, v in d.items()}} for r in rows for d in data]
            if i:
                rows = [r for r in rows if self.value(joins[i - 1], r)]
        if where:
            rows = [r for r in rows if self.value(where, r)]
        aggregate = any(self.uses_aggregate(e) for e, _ in fields if e != "*")
        if group or aggregate:
            groups = defaultdict(list)
            for r in rows:
                groups[tuple(self.value(e, r) for e in group or [])].append(r)
            if not groups and not group:
                groups[()] = []
            contexts = [(members[0] if members else {}, members) for members in groups.values()]
            contexts = [c for c in contexts if having is None or self.value(having, *c)]
        else:
            contexts = [(r, None) for r in rows]
        if order:
            for e, desc in reversed(order):
                contexts.sort(key=lambda c: ((v := self.value(e, *self.labelled(c, fields))) is not None, v if v is not None else 0), reverse=desc)
        out = []
        for row, members in contexts:
            record = []
            for e, _ in fields:
                record += [v for k, v in row.items() if "." not in k] if e == "*" else [self.value(e, row, members)]
            if not distinct or tuple(record) not in out:
                out.append(tuple(record))
        return out[:self.value(limit, {})] if limit else out

    def labelled(self, context, fields):
        row, members = context
        return {**row, **{label: self.value(e, row, members) for e, label in fields if e != "*"}}, members

    def uses_aggregate(self, e):
        return isinstance(e, tuple) and (e[0] == "call" and e[1] in AGGREGATES or any(self.uses_aggregate(x) for x in e[1:]))

    def value(self, e, row, members=None):
        match e:
            case ("lit", v):
                return v
            case ("col", name):
                if name not in row:
                    raise SqlError(f"no column {name}")
                return row[name]
            case ("call", f, arg) if f in AGGREGATES:
                if members is None:
                    raise SqlError(f"{f} needs a group")
                values = members if arg == "*" else [v for r in members if (v := self.value(arg, r)) is not None]
                return AGGREGATES[f](values)
            case ("call", f, arg):
                if f not in SCALARS:
                    raise SqlError(f"no function {f}")
                v = self.value(arg, row, members)
                return None if v is None else SCALARS[f](v)
            case ("and", a, b):
                return bool(self.value(a, row, members) and self.value(b, row, members))
            case ("or", a, b):
                return bool(self.value(a, row, members) or self.value(b, row, members))
            case ("not", a):
                return not self.value(a, row, members)
            case ("isnull", a):
                return self.value(a, row, members) is None
            case ("in", a, options):
                return self.value(a, row, members) in [self.value(o, row, members) for o in options]
            case ("like", a, p):
                pattern = re.escape(self.value(p, row)).replace("%", ".*").replace("_", ".")
                return bool(re.fullmatch(pattern, self.value(a, row, members) or ""))
            case (op, a, b):
                x, y = self.value(a, row, members), self.value(b, row, members)
                if x is None or y is None:
                    return None
                try:
                    return OPS[op](x, y)
                except TypeError:
                    raise SqlError(f"cannot compute {x!r} {op} {y!r}") from None


SCRIPT = """
create table people (id, name, dept, salary)
create table depts (code, title)
insert into depts values ('eng', 'Engineering'), ('ops', 'Operations'), ('hr', 'People''s office')
insert into people values (1, 'Ada', 'eng', 5200.5), (2, 'Grace', 'eng', 6100), (3, 'Linus', 'ops', 3900), (4, 'Margaret', 'eng', 7000), (5, 'Ken', 'ops', 4100)
insert into people (id, name) values (6, 'Nobody')
select * from people where salary > 4000 and dept = 'eng'
select name, salary * 2 as twice from people where not dept = 'eng' order by twice desc
select dept, count(*) as n, avg(salary) as mean, max(name) from people group by dept having count(*) > 1 order by n desc
select p.name, d.title from people p join depts d on p.dept = d.code where length(p.name) < 6 order by p.name limit 3
select count(*), sum(salary), min(salary) from people
select count(dept), count(*) from people where id > 100
select distinct dept from people order by dept
select upper(name) as u from people where name like '%a%' or name like '_en' order by u
select name from people where dept is null or id in (1, 3)
select name from people where salary between 4000 and 6000 order by salary
begin
update people set salary = salary + 100, name = lower(name) where dept = 'ops'
delete from people where id > 4
select name, salary from people order by id desc
rollback
select count(*) from people
rollback
select nope from people
select * from nowhere
insert into depts values (1)
select name from people where name > 5
select sum(salary) + 1 as s, round(avg(salary)) from people
selct 1
select name people
select 'it''s', 1 + 2 * 3 - -4 from depts limit 1
create table depts (x)
select shout(name) from people
select name from people order by count(*)
select # from people
"""
db = Database()
for line in SCRIPT.strip().splitlines():
    try:
        result = db.execute(line)
    except SqlError as e:
        print("!", e)
        continue
    if isinstance(result, list):
        print(f"> {line}")
        for row in result:
            print("  ", *row, sep=" | ")
    elif result is not None:
        print(result, "rows")
