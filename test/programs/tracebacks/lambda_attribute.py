# stderr: full
(lambda x: x.missing)(5)
