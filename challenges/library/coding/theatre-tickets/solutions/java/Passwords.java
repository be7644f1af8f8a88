import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted, slow hashes of passwords, by PBKDF2, which takes all of a password. */
final class Passwords {
    record Hash(byte[] salt, byte[] key) {}

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    /** About as slow as bcrypt with a cost of 10. */
    private static final int ITERATIONS = 30_000;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static Hash hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Hash(salt, derived(password, salt));
    }

    static boolean matches(String password, Hash hash) {
        return MessageDigest.isEqual(derived(password, hash.salt()), hash.key());
    }

    private static byte[] derived(String password, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
