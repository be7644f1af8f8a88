package dev.assay.api.challenge.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.challenge.OwnChallenge;
import dev.assay.api.challenge.OwnChallenges;
import dev.assay.api.rest.Page;
import dev.assay.challenge.Level;
import dev.assay.challenge.Track;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/challenges")
class ChallengeController {

    private final OwnChallenges challenges;

    ChallengeController(OwnChallenges challenges) {
        this.challenges = challenges;
    }

    /** @param versions newest first; new assessments get the first of them */
    record OwnChallengeView(String id, List<ChallengeVersion> versions) {

        static OwnChallengeView of(OwnChallenge challenge) {
            List<OwnChallenge.Version> versions = challenge.versions();
            return new OwnChallengeView(
                    challenge.challengeId(),
                    IntStream.range(0, versions.size())
                            .mapToObj(index -> ChallengeVersion.of(index + 1, versions.get(index)))
                            .toList()
                            .reversed());
        }
    }

    /**
     * @param number counted from 1, the oldest
     * @param version the content hash
     * @param uploadId of the upload that it was, which has the archive
     */
    record ChallengeVersion(
            int number,
            String version,
            String title,
            List<String> skills,
            Track track,
            Level level,
            int minutes,
            List<String> environments,
            String uploadId,
            String publishedBy,
            Instant publishedAt) {

        static ChallengeVersion of(int number, OwnChallenge.Version version) {
            return new ChallengeVersion(
                    number,
                    version.entry().version(),
                    version.entry().title(),
                    version.entry().skills(),
                    version.entry().track(),
                    version.entry().level(),
                    version.entry().minutes(),
                    version.entry().environments(),
                    version.uploadId(),
                    version.publishedBy(),
                    version.publishedAt());
        }
    }

    @GetMapping
    Mono<Page<OwnChallengeView>> list(@AuthenticationPrincipal CurrentMember me) {
        return challenges
                .ofOrganization(me.organizationId())
                .map(OwnChallengeView::of)
                .collectList()
                .map(Page::whole);
    }
}
