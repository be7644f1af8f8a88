import os
import sys


def wrong(why):
    with open(os.path.join(sys.argv[3], "judgemessage.txt"), "w") as message:
        message.write(why + "\n")
    sys.exit(43)


bill = int(open(sys.argv[1]).read())
if len(open(sys.argv[2]).read().split()) != 2:
    sys.exit("The answer file is not the one that was meant for this input")
arguments = sys.argv[4:]

words = sys.stdin.read().split()
if len(words) != 2 or not all(word.isdigit() for word in words):
    wrong("two numbers were expected")
first, second = map(int, words)
if first < 1 or second < 1:
    wrong("each of them pays something")
if first + second != bill:
    wrong(f"together they pay {first + second}")
if arguments[:1] == ["fair"] and abs(first - second) > int(arguments[1]):
    wrong("it is not fair")
sys.exit(42)
