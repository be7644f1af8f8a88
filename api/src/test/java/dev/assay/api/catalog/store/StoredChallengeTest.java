package dev.assay.api.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.challenge.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoredChallengeTest {

    @Test
    void keepsAllThatJudgingNeeds() {
        Challenge challenge = challenge(new Companions(
                List.of(new Dependency("redis", SourceFiles.of(Map.of("a.redis", "SET a 1\n")))),
                List.of("payments", "mail-out"),
                new TreeMap<>(Map.of("python", SourceFiles.of(Map.of("main.py", "print(1)\n")))),
                Optional.of(new Validator("cpp", SourceFiles.of(Map.of("check.cc", "int main() {}\n"))))));

        assertThat(StoredChallenge.of(challenge).value()).isEqualTo(challenge);
    }

    @Test
    void keepsThatThereIsNothingBeside() {
        Challenge alone = challenge(Companions.NONE);

        assertThat(StoredChallenge.of(alone).value()).isEqualTo(alone);
    }

    /** Without solutions and mutants, which no judgement needs. */
    private static Challenge challenge(Companions companions) {
        return new Challenge(
                "pairs",
                "Pairs",
                List.of("numbers"),
                Track.ENGINEER,
                Level.SENIOR,
                35,
                List.of("python", "java"),
                new TreeMap<>(Map.of("correctness", 60, "speed", 40)),
                Limits.DEFAULT,
                Form.PROGRAM,
                companions,
                8081,
                "# Pairs\n",
                SourceFiles.of(Map.of("PairTests.java", "class PairTests {}\n")),
                new ExamData(new TreeMap<>(Map.of("secret/1.in", "1\n"))),
                new TreeMap<>(Map.of("python", SourceFiles.of(Map.of("main.py", "pass\n")))),
                List.of(),
                List.of(),
                new TreeMap<>(),
                "hash");
    }
}
