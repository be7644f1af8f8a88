import java.util.regex.Pattern;

/** Amounts of money: text such as 19.99 outside, whole cents inside. */
final class Money {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,4}\\.[0-9]{2}");

    private Money() {}

    static boolean isAmount(String text) {
        return AMOUNT.matcher(text).matches();
    }

    static long cents(String amount) {
        return Long.parseLong(amount.replace(".", ""));
    }

    static String text(long cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }
}
