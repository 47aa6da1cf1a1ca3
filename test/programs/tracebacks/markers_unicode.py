# stderr: full
größe = {"日本": 1}
print("前", größe["中国"])
