n = int(input())
numbers = [int(input()) for _ in range(n)]
total = sum(numbers)
steps = 0
while n > 100:
    steps += 1
print(total)
