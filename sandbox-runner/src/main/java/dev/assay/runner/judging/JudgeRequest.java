package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;

/**
 * @param id names the judgement in logs and container labels; letters, digits and hyphens
 * @param seed what the exam's values are drawn from
 */
public record JudgeRequest(
        String id, Challenge challenge, String environment, SourceFiles files, Scope scope, Seed seed) {

    /** With values that nobody has seen. */
    public JudgeRequest(String id, Challenge challenge, String environment, SourceFiles files, Scope scope) {
        this(id, challenge, environment, files, scope, Seed.fresh());
    }

    public JudgeRequest {
        if (!challenge.environments().contains(environment)) {
            throw new IllegalArgumentException("The challenge " + challenge.id() + " has no environment \""
                    + environment + "\"; it has " + String.join(", ", challenge.environments()));
        }
    }
}
