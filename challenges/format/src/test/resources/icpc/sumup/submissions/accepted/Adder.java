import java.util.Scanner;

/** class Main is not here. */
public class Adder {
    private final long sum;

    Adder(long sum) {
        this.sum = sum;
    }

    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        long sum = 0;
        for (int n = in.nextInt(); n > 0; n--) {
            sum += in.nextLong();
        }
        System.out.println(new Adder(sum));
    }

    @Override
    public String toString() {
        return "" + sum;
    }
}
