package dev.assay.exam;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Cases of a program, kept as files below {@code exam/data/}: the input of the case {@code secret/07} is {@code secret/07.in}, and
 * what the program must answer is {@code secret/07.ans}. Each case is a run of its own.
 *
 * <pre>{@code
 * @Test
 * @Timeout(60)
 * void passesTheSecretCases(Program program, Data data) {
 *     Cases cases = new Cases(program, data, Duration.ofSeconds(2));
 *     cases.passUnseen(cases.in("secret"));
 * }
 * }</pre>
 *
 * A failure says what kind it is: {@value #WRONG_ANSWER}, {@value #TIME_LIMIT} or {@value #RUN_TIME_ERROR}.
 */
public final class Cases {
    public static final String WRONG_ANSWER = "wrong answer";
    public static final String TIME_LIMIT = "time limit";
    public static final String RUN_TIME_ERROR = "run-time error";

    private static final String INPUT = ".in";
    private static final String ANSWER = ".ans";

    private final Program program;
    private final Data data;
    private final Duration limit;
    private final Judge judge;

    /** @param limit wall time of each run */
    public Cases(Program program, Data data, Duration limit) {
        this(program, data, limit, byTokens(Tokens.LENIENT));
    }

    private Cases(Program program, Data data, Duration limit, Judge judge) {
        this.program = program;
        this.data = data;
        this.limit = limit;
        this.judge = judge;
    }

    /** The same cases, with the answers compared in another way than {@link Tokens#LENIENT}. */
    public Cases comparedBy(Tokens other) {
        return new Cases(program, data, limit, byTokens(other));
    }

    /**
     * The same cases, judged by the package's validator, which gets the answer as what it knows of the right one.
     *
     * @param arguments that it gets behind the paths of its files
     */
    public Cases judgedBy(Validator validator, String... arguments) {
        List<String> given = List.of(arguments);
        return new Cases(program, data, limit, (input, answer, run) -> {
            Validator.Finding finding = validator.judge(input, answer, run, given);
            String why = Validator.words(finding.why());
            return finding.right()
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            WRONG_ANSWER,
                            "the validator does not accept it" + why,
                            "the validator does not accept it"));
        });
    }

    private static Judge byTokens(Tokens tokens) {
        return (input, answer, run) -> tokens.difference(answer, run.stdout())
                .map(difference -> new Trouble(
                        WRONG_ANSWER,
                        "in line " + difference.line() + ", " + difference.what(),
                        "in line " + difference.line() + " of the output"));
    }

    /** The cases directly in a folder below {@code exam/data/}, in the order of their names. */
    public List<String> in(String folder) {
        return data.names(folder).stream()
                .filter(name -> name.endsWith(INPUT))
                .map(name -> folder + "/" + name.substring(0, name.length() - INPUT.length()))
                .toList();
    }

    /** Fails at the first of these cases that the program does not pass, and shows input and output. */
    public void pass(String... names) {
        for (String name : names) {
            Run run = program.run(data.text(name + INPUT), limit);
            trouble(name, run).ifPresent(found -> {
                throw run.failure(found.kind() + ": " + found.detail());
            });
        }
    }

    /** Fails at the first of these cases that the program does not pass, and names it without showing anything of its data. */
    public void passUnseen(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String place = "case " + name + (names.size() == 1 ? "" : " (" + (i + 1) + " of " + names.size() + ")");
            unseen(name).ifPresent(found -> {
                throw new AssertionError(place + " → " + found.kind() + ": " + found.place());
            });
        }
    }

    private Optional<Trouble> unseen(String name) {
        String input = data.text(name + INPUT);
        try {
            return trouble(name, program.run(input, limit));
        } catch (AssertionError notRun) {
            // What it says begins with the input.
            return Optional.of(
                    new Trouble(RUN_TIME_ERROR, "it could not be run to its end", "it could not be run to its end"));
        }
    }

    /**
     * @param detail with data of the case
     * @param place without
     */
    private record Trouble(String kind, String detail, String place) {}

    /** Finds what is wrong with the output of a program that has ended well. */
    @FunctionalInterface
    private interface Judge {
        Optional<Trouble> trouble(String input, String answer, Run run);
    }

    private Optional<Trouble> trouble(String name, Run run) {
        if (run.timedOut()) {
            String late = "it had not ended after " + Words.seconds(limit);
            return Optional.of(new Trouble(TIME_LIMIT, late, late));
        }
        if (!run.succeeded()) {
            return Optional.of(new Trouble(RUN_TIME_ERROR, "expected exit code 0", run.end()));
        }
        return judge.trouble(data.text(name + INPUT), data.text(name + ANSWER), run);
    }
}
