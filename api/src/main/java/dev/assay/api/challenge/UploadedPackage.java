package dev.assay.api.challenge;

import dev.assay.api.judging.JudgingService;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.PackageException;
import dev.assay.challenge.PackageProblem;
import dev.assay.challenge.PackageReader;
import dev.assay.challenge.archive.PackageArchive;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** From an archive's bytes to the challenge in it, or to all that is wrong with it. */
final class UploadedPackage {

    private UploadedPackage() {}

    static Mono<Challenge> read(String fileName, byte[] archive) {
        return Mono.fromCallable(() -> readNow(fileName, archive)).subscribeOn(Schedulers.boundedElastic());
    }

    private static Challenge readNow(String fileName, byte[] archive) {
        PackageReader reader = JudgingService.packages();
        try {
            PackageArchive read = PackageArchive.read(archive, fileName);
            return reader.readChallenge(read.name(), read.files());
        } catch (PackageException e) {
            throw refused(e.problems());
        }
    }

    private static ProblemException refused(List<PackageProblem> problems) {
        String first = problems.getFirst().describe();
        return ProblemType.PACKAGE_REFUSED
                .because(problems.size() == 1 ? first : first + " And " + (problems.size() - 1) + " more.")
                .with("problems", problems);
    }
}
