print(xyzzy_plugh)
