from words import WORD

print(WORD, input())
