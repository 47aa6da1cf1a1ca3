# What csv.Sniffer makes of samples, and what a dialect may not be.
import csv, io
for sample in ('Harry\'s, Arlington Heights, IL, 2/1/03, Kimi Hayes\nShark City, Glendale Heights, IL, 12/28/02, Prezence\n', "'Harry''s':'Arlington Heights':'IL':'2/1/03':'Kimi Hayes'\n'Shark City':'Glendale Heights':'IL':'12/28/02':'Prezence'\n", 'a;b;c\n1;2;3\n4;5;6\n', 'name\tage\nx\t1\ny\t2\n', '"a","b"\n"1","2"\n', 'a|b|c\n1|2|3\n', "abc,def\r\nghijkl,mno\r\nghi,jkl\r\n", '"venue","city","state","date","performers"\n'):
    try:
        d = csv.Sniffer().sniff(sample)
        print(repr(d.delimiter), repr(d.quotechar), d.doublequote, d.skipinitialspace)
    except csv.Error as e: print(e)
    try: print(csv.Sniffer().has_header(sample))
    except csv.Error as e: print(e)
f = io.StringIO(); csv.writer(f, delimiter=" ").writerow([""]); csv.writer(f, delimiter=" ").writerow(["", ""]); csv.writer(f, delimiter=" ", skipinitialspace=True).writerow(["", ""]); print(repr(f.getvalue()))
for kw in (dict(delimiter="\n"), dict(quotechar="\r"), dict(escapechar=" ", skipinitialspace=True), dict(lineterminator=3), dict(delimiter=" ", skipinitialspace=True), dict(delimiter=",", quotechar=",")):
    try: csv.reader([], **kw); print("ok")
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
