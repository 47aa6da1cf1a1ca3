# stderr: full
x = {**a for a  b}
