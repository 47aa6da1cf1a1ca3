# stderr: full
first = "\W"
if first is 'W': pass
(1, 2)(3)
return f"\W{first}\d"
