import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Program;
import dev.assay.exam.Run;
import dev.assay.exam.Visible;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("report")
@Timeout(60)
class ReportTests {
    private final Program program;

    ReportTests(Program program) {
        this.program = program;
    }

    @Test
    @Visible
    @DisplayName("The log of the task has the report of the task")
    void reportsTheExample() {
        run(Log.lines(
                        "# line 7, Monday",
                        "07:14:05 T12 310 Old Harbour",
                        "07:15:40 T3 -12 Zoo",
                        "07:15:52 T12 61 Zoo",
                        "07:14:05 T12 310 Old Harbour",
                        "07:16:30 T3 60 Øster Allé",
                        "07:17:?? T12 90 Brewery"))
                .hasOutput(Log.lines(
                        "arrivals 4",
                        "repeated 1",
                        "bad 1",
                        "worst 310 T12 07:14:05 Old Harbour",
                        "1 of 1 100% Old Harbour",
                        "1 of 2 50% Zoo",
                        "0 of 1 0% Øster Allé"));
    }

    @Test
    @Visible
    @DisplayName("One arrival makes a report")
    void reportsOneArrival() {
        String time = Log.freshTime();
        String tram = Log.freshTram();
        String stop = Log.freshStop();
        int delay = Fresh.number(61, 9999);

        run(Log.lines("%s %s %d %s".formatted(time, tram, delay, stop)))
                .hasOutput(Log.lines(
                        "arrivals 1",
                        "repeated 0",
                        "bad 0",
                        "worst %d %s %s %s".formatted(delay, tram, time, stop),
                        "1 of 1 100% " + stop));
    }

    @Test
    @Visible
    @DisplayName("Late is more than 60 seconds")
    void knowsWhoIsLate() {
        String stop = Log.freshStop();

        run(Log.lines(
                        Log.arrival(1, 59, stop),
                        Log.arrival(2, 62, stop),
                        Log.arrival(3, 60, stop),
                        Log.arrival(4, 61, stop)))
                .hasOutput(Log.lines(
                        "arrivals 4", "repeated 0", "bad 0", "worst 62 T0 00:00:02 " + stop, "2 of 4 50% " + stop));
    }

    @Test
    @DisplayName("Shares are rounded down, and exact when they are whole")
    void roundsDown() {
        String often = Log.freshStop();
        String sometimes = Log.freshStop();
        String rarely = Log.freshStop();

        run(arrivals(29, 50, often) + arrivals(3, 7, sometimes) + arrivals(1, 6, rarely))
                .hasOutput(Log.lines(
                        "arrivals 63",
                        "repeated 0",
                        "bad 0",
                        "worst 90 T0 00:00:00 " + often,
                        "29 of 50 58% " + often,
                        "3 of 7 42% " + sometimes,
                        "1 of 6 16% " + rarely));
    }

    @Test
    @DisplayName("The worst is the first of those with the largest delay, though all are early")
    void namesTheFirstOfTheWorst() {
        String stop = Log.freshStop();
        int worst = Fresh.number(-199, -100);

        run(Log.lines(
                        Log.arrival(50, -300, stop),
                        Log.arrival(40, worst, stop),
                        Log.arrival(30, worst, stop),
                        Log.arrival(60, worst, stop),
                        Log.arrival(70, -1000, stop)))
                .hasOutput(Log.lines(
                        "arrivals 5",
                        "repeated 0",
                        "bad 0",
                        "worst %d T0 00:00:40 %s".formatted(worst, stop),
                        "0 of 5 0% " + stop));
    }

    @Test
    @DisplayName("Delays are compared as numbers and written without needless zeros")
    void readsDelaysAsNumbers() {
        String stop = Log.freshStop();

        run(Log.lines(
                        "10:00:01 T1 9 " + stop, "10:00:02 T1 0100 " + stop, "10:00:03 T1 99 " + stop, "10:00:04 T1 -0 " + stop))
                .hasOutput(Log.lines(
                        "arrivals 4", "repeated 0", "bad 0", "worst 100 T1 10:00:02 " + stop, "2 of 4 50% " + stop));
    }

    @Test
    @DisplayName("The stop with the most late arrivals comes first, not the one with the largest share")
    void ordersByLateArrivals() {
        String ten = "C " + Fresh.word();
        String nine = "B " + Fresh.word();
        String none = "A " + Fresh.word();

        run(arrivals(0, 1, none) + arrivals(9, 9, nine) + arrivals(10, 20, ten))
                .hasOutput(Log.lines(
                        "arrivals 30",
                        "repeated 0",
                        "bad 0",
                        "worst 90 T0 00:00:00 " + nine,
                        "10 of 20 50% " + ten,
                        "9 of 9 100% " + nine,
                        "0 of 1 0% " + none));
    }

    @Test
    @DisplayName("Stops with equally many late arrivals are in the order of their code points")
    void ordersNamesByCodePoints() {
        String word = Fresh.word();

        String log = Log.lines(
                        Log.arrival(1, 9, "Älvsjö " + word),
                        Log.arrival(2, 1, "old town " + word),
                        Log.arrival(3, 1, "Zoo " + word),
                        Log.arrival(4, 1, "Old Harbour " + word))
                + arrivals(1, 2, "Dock " + word)
                + arrivals(1, 1, "Cinema " + word)
                + arrivals(1, 2, "Brewery " + word);

        run(log)
                .hasOutput(Log.lines(
                        "arrivals 9",
                        "repeated 0",
                        "bad 0",
                        "worst 90 T0 00:00:00 Dock " + word,
                        "1 of 2 50% Brewery " + word,
                        "1 of 1 100% Cinema " + word,
                        "1 of 2 50% Dock " + word,
                        "0 of 1 0% Old Harbour " + word,
                        "0 of 1 0% Zoo " + word,
                        "0 of 1 0% old town " + word,
                        "0 of 1 0% Älvsjö " + word));
    }

    private Run run(String log) {
        return program.run(log, Log.LIMIT);
    }

    /** So many at one stop, of which the first ones are late. */
    private static String arrivals(int late, int all, String stop) {
        return IntStream.range(0, all)
                .mapToObj(i -> Log.lines(Log.arrival(i, i < late ? 90 : 30, stop)))
                .collect(Collectors.joining());
    }
}
