def f():
    total_amount = 5
    return total_amont
f()
