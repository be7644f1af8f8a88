import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Positions as text that only this service can write, and that goes with one question only. */
final class Cursors {
    /** Would come from outside in earnest. It must be the same after a restart. */
    private static final byte[] SECRET = "the goose has met your uncle".getBytes(StandardCharsets.UTF_8);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int POSITION_BYTES = 2 * Long.BYTES;

    private Cursors() {}

    static String write(Position position, Question question) {
        byte[] place = ByteBuffer.allocate(POSITION_BYTES)
                .putLong(position.day().toEpochDay())
                .putLong(position.id())
                .array();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(place);
        bytes.writeBytes(sign(place, question));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    static Position read(String cursor, Question question) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            byte[] place = new byte[POSITION_BYTES];
            bytes.get(place);
            byte[] signature = new byte[bytes.remaining()];
            bytes.get(signature);
            if (MessageDigest.isEqual(signature, sign(place, question))) {
                ByteBuffer position = ByteBuffer.wrap(place);
                return new Position(LocalDate.ofEpochDay(position.getLong()), position.getLong());
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            // Below.
        }
        throw new Refused(400, "The cursor was not given out for this request.");
    }

    private static byte[] sign(byte[] place, Question question) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET, ALGORITHM));
            mac.update(place);
            return mac.doFinal(question.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
