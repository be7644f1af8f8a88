package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.SourceFiles;

/** @param id names the judgement in logs and container labels; letters, digits and hyphens */
public record JudgeRequest(String id, Challenge challenge, String environment, SourceFiles files, Scope scope) {
    public JudgeRequest {
        if (!challenge.environments().contains(environment)) {
            throw new IllegalArgumentException("The challenge " + challenge.id() + " has no environment \""
                    + environment + "\"; it has " + String.join(", ", challenge.environments()));
        }
    }
}
