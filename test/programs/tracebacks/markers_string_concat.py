# stderr: full
name, age = "Ada", 36
print("name: " + name + ", age: " + age)
