x = print("Hello")
