book_list = ["one", "two"]
