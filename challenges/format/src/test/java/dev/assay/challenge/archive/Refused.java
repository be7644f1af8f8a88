package dev.assay.challenge.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import java.util.List;

/** An archive made by hand that must be refused. */
final class Refused {

    private Refused() {}

    static List<String> problems(HandmadeZip zip) {
        return problems(zip.bytes());
    }

    /** As a person reads them, each with the name of the entry at fault. */
    static List<String> problems(byte[] zip) {
        PackageException refused =
                catchThrowableOfType(PackageException.class, () -> PackageArchive.read(zip, "echo.zip"));
        assertThat(refused).as("the archive is refused").isNotNull();
        return refused.problems().stream().map(PackageProblem::describe).toList();
    }
}
