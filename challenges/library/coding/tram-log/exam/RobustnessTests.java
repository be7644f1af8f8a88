import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Program;
import dev.assay.exam.Run;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("robustness")
@Timeout(60)
class RobustnessTests {
    private static final int LONGEST_LOG = 60_000;

    private final Program program;

    RobustnessTests(Program program) {
        this.program = program;
    }

    @Test
    @Visible
    @DisplayName("An empty log has a report")
    void reportsNothing() {
        run("").hasOutput(Log.lines("arrivals 0", "repeated 0", "bad 0", "worst none"));
    }

    @Test
    @Visible
    @DisplayName("Empty lines and comments are skipped")
    void skipsCommentsAndEmptyLines() {
        String stop = Log.freshStop();

        run(Log.lines(
                        "#", "", "# 07:00:00 T1 10 Zoo", Log.arrival(1, 7, stop), "", "#" + Fresh.word(), Log.arrival(2, 5, stop)))
                .hasOutput(Log.lines(
                        "arrivals 2", "repeated 0", "bad 0", "worst 7 T0 00:00:01 " + stop, "0 of 2 0% " + stop));
    }

    @Test
    @Visible
    @DisplayName("A repeated arrival counts once, with its first delay")
    void countsRepetitionsOnce() {
        String stop = Log.freshStop();

        run(Log.lines(
                        Log.arrival(1, 70, stop),
                        Log.arrival(1, 70, stop),
                        Log.arrival(2, 30, stop),
                        Log.arrival(1, 900, stop),
                        Log.arrival(2, 30, stop)))
                .hasOutput(Log.lines(
                        "arrivals 2", "repeated 3", "bad 0", "worst 70 T0 00:00:01 " + stop, "1 of 2 50% " + stop));
    }

    @Test
    @DisplayName("Arrivals that differ in time, tram or stop are no repetitions")
    void tellsArrivalsApart() {
        String word = Fresh.word();
        accepts(
                Stream.of(
                        "09:00:00 T7 62 Zoo " + word,
                        "09:00:01 T7 61 Zoo " + word,
                        "09:00:00 T07 61 Zoo " + word,
                        "09:00:00 T8 61 Zoo " + word,
                        "09:00:00 T7 60 ZOO " + word,
                        "09:00:00 T7 60 1st " + word,
                        "09:00:00 T71 60 st " + word),
                Stream.of());
    }

    @Test
    @DisplayName("A time from 00:00:00 to 23:59:59 is possible and no other")
    void checksTimes() {
        String rest = " T1 5 " + Log.freshStop();
        accepts(
                Stream.of("00:00:00", "23:59:59").map(time -> time + rest),
                Stream.of("24:00:00", "12:60:00", "12:00:60", "1:00:00", "12:00", "12.00.00", "012:00:00", "-1:00:00")
                        .map(time -> time + rest));
    }

    @Test
    @DisplayName("A tram is T with one to three digits")
    void checksTrams() {
        String stop = Log.freshStop();
        accepts(
                Stream.of("12:00:00 T0 5 " + stop, "12:00:01 T999 5 " + stop),
                Stream.of("T", "T1000", "12", "t12", "T1a", "TT1", "T-1", "T٣")
                        .map(tram -> "12:00:00 " + tram + " 5 " + stop));
    }

    @Test
    @DisplayName("A delay is a whole number of one to four digits")
    void checksDelays() {
        String stop = Log.freshStop();
        accepts(
                Stream.of("12:00:00 T1 9999 " + stop, "12:00:01 T1 -9999 " + stop),
                Stream.of("10000", "00001", "+5", "5.0", "1e2", "1_0", "0x10", "--5", "-", "five", "5s", "٣")
                        .map(delay -> "12:00:00 T1 " + delay + " " + stop));
    }

    @Test
    @DisplayName("Between the parts is exactly one space, and there are four parts")
    void checksSpaces() {
        String stop = Log.freshStop();
        accepts(
                Stream.of("12:00:00 T1 5 " + stop),
                Stream.of(
                        " 12:00:00 T1 5 " + stop,
                        "12:00:00  T1 5 " + stop,
                        "12:00:00 T1  5 " + stop,
                        "12:00:00 T1 5  " + stop,
                        "12:00:00 T1 5 " + stop + " ",
                        "12:00:00\tT1\t5\t" + stop,
                        "12:00:00 T1 5",
                        "12:00:00 T1 5 ",
                        "12:00:00 T1 " + stop,
                        " # 12:00:00 T1 5",
                        " ",
                        "0",
                        stop));
    }

    @Test
    @DisplayName("A stop's name is all the rest of the line")
    void readsWholeNames() {
        String word = Fresh.word();

        run(Log.lines(
                        Log.arrival(1, 70, "St. " + word + "  Square, east  (2)"),
                        Log.arrival(2, 5, "#" + word),
                        Log.arrival(3, 5, "1 " + word + " 2"),
                        Log.arrival(4, 5, "7")))
                .hasOutput(Log.lines(
                        "arrivals 4",
                        "repeated 0",
                        "bad 0",
                        "worst 70 T0 00:00:01 St. " + word + "  Square, east  (2)",
                        "1 of 1 100% St. " + word + "  Square, east  (2)",
                        "0 of 1 0% #" + word,
                        "0 of 1 0% 1 " + word + " 2",
                        "0 of 1 0% 7"));
    }

    @Test
    @DisplayName("Lines may end with carriage returns, and the last one with nothing")
    void readsOtherLineEnds() {
        String stop = Log.freshStop();
        List<String> lines = List.of(
                Log.arrival(1, 90, stop), "", "# comment", "what?", Log.arrival(1, 90, stop), Log.arrival(2, 5, stop));

        run(String.join("\r\n", lines))
                .hasOutput(Log.lines(
                        "arrivals 2", "repeated 1", "bad 1", "worst 90 T0 00:00:01 " + stop, "1 of 2 50% " + stop));
    }

    @Test
    @Weight(2)
    @DisplayName("A log of 60,000 lines is read in time")
    void readsLongLogs() {
        String stop = Log.freshStop();
        int repeated = 100 * Fresh.number(1, 9);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < LONGEST_LOG - repeated; i++) {
            log.append(Log.arrival(i, i == 0 ? 500 : i % 100, stop)).append('\n');
        }
        for (int i = 0; i < repeated; i++) {
            log.append(Log.arrival(i * 7, 99, stop)).append('\n');
        }
        int arrivals = LONGEST_LOG - repeated;
        // But for the first, delays go from 0 to 99 again and again, so that 39 of a hundred are late.
        int late = 1 + arrivals / 100 * 39;

        run(log.toString())
                .hasOutput(Log.lines(
                        "arrivals " + arrivals,
                        "repeated " + repeated,
                        "bad 0",
                        "worst 500 T0 00:00:00 " + stop,
                        "%d of %d 39%% %s".formatted(late, arrivals, stop)));
    }

    private Run run(String log) {
        return program.run(log, Log.LIMIT);
    }

    /** In one run, because each costs a start. */
    private void accepts(Stream<String> arrivals, Stream<String> bad) {
        List<String> good = arrivals.toList();
        List<String> lines = Stream.concat(good.stream(), bad).toList();
        Run run = run(Log.lines(lines.toArray(String[]::new))).hasExitCode(0);
        List<String> expected =
                List.of("arrivals " + good.size(), "repeated 0", "bad " + (lines.size() - good.size()));
        if (!run.lines().stream().limit(3).toList().equals(expected)) {
            throw run.failure("expected the counts " + String.join(", ", expected));
        }
    }
}
