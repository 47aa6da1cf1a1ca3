from _shelf import booklist
