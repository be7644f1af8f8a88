package dev.assay.runner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The changelogs that Debian's packages, and those of its kin, bring along. */
final class InstalledChangelogs implements Changelogs {

    static final Path DOCUMENTATION = Path.of("/usr/share/doc");

    private static final int MOST_BYTES = 1 << 20;

    private final Path documentation;

    InstalledChangelogs(Path documentation) {
        this.documentation = documentation;
    }

    @Override
    public Optional<String> of(String debianPackage, String version) {
        Path file = documentation.resolve(debianPackage).resolve("changelog.Debian.gz");
        if (debianPackage.isEmpty() || version.isEmpty() || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            // The newest entry comes first, as in: runc (1.1.5+ds1-1+deb12u1) bookworm-security; urgency=high
            return text.startsWith(debianPackage + " (" + version + "-") ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
