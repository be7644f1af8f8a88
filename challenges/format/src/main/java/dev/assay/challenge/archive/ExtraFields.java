package dev.assay.challenge.archive;

import java.util.Optional;

/** What programs write behind an entry's name; only what would make the entry another one than it seems is of interest. */
final class ExtraFields {

    private static final int ZIP64 = 0x0001;
    private static final int PKWARE_UNIX = 0x000d;
    private static final int PKWARE_UNIX_WITHOUT_LINK = 12;
    private static final int STRONG_ENCRYPTION = 0x0017;
    private static final int UNICODE_NAME = 0x7075;
    private static final int UNICODE_NAME_BEGINS = 5;
    private static final int ASI_UNIX = 0x756e;
    private static final int AES = 0x9901;

    private ExtraFields() {}

    /** What is wrong with them, for the middle of a refusal; empty when nothing is. */
    static Optional<String> wrong(Bytes extra, Bytes name) {
        int at = 0;
        while (extra.has(at, 4)) {
            int length = extra.two(at + 2);
            if (!extra.has(at + 4L, length)) {
                return Optional.of("Its extra fields are broken");
            }
            Optional<String> wrong = wrong(extra.two(at), extra.part(at + 4, length), name);
            if (wrong.isPresent()) {
                return wrong;
            }
            at += 4 + length;
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(int id, Bytes field, Bytes name) {
        return switch (id) {
            case ZIP64 -> Optional.of("It has ZIP64 fields, which only files above 4 GiB need");
            case STRONG_ENCRYPTION, AES -> Optional.of("It is encrypted");
            case ASI_UNIX -> Optional.of("It has a field that can make it a link or a device");
            case PKWARE_UNIX ->
                field.length() > PKWARE_UNIX_WITHOUT_LINK
                        ? Optional.of("It has a field that can make it a link or a device")
                        : Optional.empty();
            case UNICODE_NAME ->
                field.length() >= UNICODE_NAME_BEGINS
                                && field.from(UNICODE_NAME_BEGINS).equals(name)
                        ? Optional.empty()
                        : Optional.of("It has a second name, other than its first");
            default -> Optional.empty();
        };
    }
}
