# stderr: full
e = ValueError("with notes")
e.add_note("the first note")
e.add_note("the second\nof two lines")
raise e
