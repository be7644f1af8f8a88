package dev.assay.exam;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where the values of {@link Fresh} come from: the judgement's seed and the name of what runs, so that they do not depend on what
 * else the exam has run. Used by the examiner; an exam has no need of it.
 */
public final class Seed {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    private static String seed = drawn();
    private static String name = "";
    private static SecureRandom random = generator(seed, name);

    private Seed() {}

    /** From now on values come from this seed. */
    public static synchronized void use(String hex) {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("A seed is 16 lower-case hex digits, not \"" + hex + "\"");
        }
        seed = hex;
        name = "";
        random = generator(seed, name);
    }

    /** From now on values belong to what has this name; goes on with the values when it is the name already. */
    public static synchronized void begin(String newName) {
        if (!newName.equals(name)) {
            name = newName;
            random = generator(seed, name);
        }
    }

    /** For who gives none: 16 lower-case hex digits. */
    public static String drawn() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static synchronized String current() {
        return seed;
    }

    static synchronized SecureRandom random() {
        return random;
    }

    /** Seeded before it is first used, this algorithm gives the same values again, and nobody guesses the next from those before. */
    private static SecureRandom generator(String seed, String name) {
        try {
            SecureRandom generator = SecureRandom.getInstance("SHA1PRNG");
            generator.setSeed((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
            return generator;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java installation lacks SHA1PRNG", e);
        }
    }
}
