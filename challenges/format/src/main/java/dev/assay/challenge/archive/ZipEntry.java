package dev.assay.challenge.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One entry as the central directory describes it.
 *
 * @param compressed size in the archive
 * @param size as it claims to be when inflated
 * @param attributes for the system that made it: in the upper half those of Unix
 * @param at where its local header begins
 */
record ZipEntry(
        Bytes rawName,
        int flags,
        int method,
        long crc,
        long compressed,
        long size,
        long attributes,
        Bytes extra,
        long at) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int DESCRIPTOR_FOLLOWS = 1 << 3;

    /** Empty when it is not UTF-8. */
    Optional<String> name() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(rawName.all()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The name for people, whatever it is. */
    String shownName() {
        return name().orElseGet(() -> new String(rawName.all(), StandardCharsets.US_ASCII).replace('\uFFFD', '?'));
    }

    boolean isFolder() {
        return rawName.length() > 0 && rawName.all()[rawName.length() - 1] == '/';
    }

    boolean hasDescriptor() {
        return (flags & DESCRIPTOR_FOLLOWS) != 0;
    }
}
