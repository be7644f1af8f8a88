import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

record Arrival(String time, String tram, int delay, String stop) {
    /** By which a repetition is known. */
    record Key(String time, String tram, String stop) {}

    private static final int LATE_SECONDS = 60;
    private static final Pattern LINE = Pattern.compile(
            "(?<time>([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])"
                    + " (?<tram>T[0-9]{1,3})"
                    + " (?<delay>-?[0-9]{1,4})"
                    + " (?<stop>[^ ](.*[^ ])?)",
            Pattern.DOTALL);

    /** Nothing when the line is bad. */
    static Optional<Arrival> parse(String line) {
        Matcher match = LINE.matcher(line);
        return match.matches()
                ? Optional.of(new Arrival(
                        match.group("time"),
                        match.group("tram"),
                        Integer.parseInt(match.group("delay")),
                        match.group("stop")))
                : Optional.empty();
    }

    Key key() {
        return new Key(time, tram, stop);
    }

    boolean isLate() {
        return delay > LATE_SECONDS;
    }

    @Override
    public String toString() {
        return delay + " " + tram + " " + time + " " + stop;
    }
}
