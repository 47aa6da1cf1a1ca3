# stderr: full
data = {"list": [1, 2, {"deep": None}]}
print(data["list"][2]["deep"]["x"])
