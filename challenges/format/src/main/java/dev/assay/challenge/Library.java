package dev.assay.challenge;

import java.util.List;
import java.util.Optional;

/** The packages below one folder, {@code coding/} and {@code design/}, each in the order of their ids. */
public record Library(List<Challenge> challenges, List<Exercise> exercises) {
    public Library {
        challenges = List.copyOf(challenges);
        exercises = List.copyOf(exercises);
    }

    public Optional<Challenge> challenge(String id) {
        return challenges.stream()
                .filter(challenge -> challenge.id().equals(id))
                .findFirst();
    }

    public Optional<Exercise> exercise(String id) {
        return exercises.stream().filter(exercise -> exercise.id().equals(id)).findFirst();
    }
}
