#include <iostream>
int main() { long long n, a, s = 0; std::cin >> n; while (std::cin >> a) s += a; std::cout << s; }
