n = int(input())
print(sum(max(0, int(input())) for _ in range(n)))
