from till import sales

print(sales(int(input())))
