import java.util.Scanner;

class Numbers {
    static int sum(Scanner in) {
        int sum = 0;
        for (int n = in.nextInt(); n > 0; n--) {
            sum += in.nextInt();
        }
        return sum;
    }
}

public class Overflow {
    public static void main(String[] args) {
        System.out.println(Numbers.sum(new Scanner(System.in)));
    }
}
