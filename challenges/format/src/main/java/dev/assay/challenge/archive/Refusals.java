package dev.assay.challenge.archive;

import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import java.util.ArrayList;
import java.util.List;

/** Gathers why an archive is refused; what stands in it is told inert and cut. */
final class Refusals {

    private static final int MOST_TOLD = 50;
    private static final int MOST_SHOWN = 200;

    private final String fileName;
    private final List<PackageProblem> told = new ArrayList<>();
    private int more;

    Refusals(String fileName) {
        this.fileName = fileName.isBlank() ? "." : inert(fileName);
    }

    /** An entry that may not be there; the others are looked at all the same. */
    void add(String entry, String message, String remedy) {
        if (told.size() < MOST_TOLD) {
            told.add(new PackageProblem(inert(entry), 0, message, remedy));
        } else {
            more++;
        }
    }

    /** The archive as a whole; there is no use in looking further. */
    PackageException of(String message, String remedy) {
        return exception(List.of(new PackageProblem(fileName, 0, message, remedy)));
    }

    void stopIfAny() throws PackageException {
        if (told.isEmpty()) {
            return;
        }
        List<PackageProblem> all = new ArrayList<>(told);
        if (more > 0) {
            all.add(new PackageProblem(
                    fileName, 0, more + " more entries are refused", "Correct these first, then try again."));
        }
        throw exception(all);
    }

    private PackageException exception(List<PackageProblem> problems) {
        return new PackageException("The archive " + fileName, problems);
    }

    static String inert(String text) {
        String shown = text.codePointCount(0, text.length()) > MOST_SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…"
                : text;
        return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "?");
    }
}
