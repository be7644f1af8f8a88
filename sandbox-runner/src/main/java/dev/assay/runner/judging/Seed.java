package dev.assay.runner.judging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What the values of an exam are drawn from. The same seed makes the same exam of the same package; nobody can guess the next one.
 *
 * @param value 16 lower-case hexadecimal digits
 */
public record Seed(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Seed {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A seed has 16 of the characters 0-9 and a-f, not \"" + value + "\"");
        }
    }

    public static Seed fresh() {
        return new Seed(HexFormat.of().toHexDigits(RANDOM.nextLong()));
    }

    /** 32 hexadecimal digits for this purpose, from which neither the seed nor another secret follows. */
    String secretFor(String purpose) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((value + " " + purpose).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
