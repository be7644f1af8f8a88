import java.time.LocalDate;
import java.time.ZoneOffset;

/** One night of one league, and where in Redis it is. */
record Night(String league, LocalDate day) {
    private static final int DAYS_KEPT = 8;

    String rankingKey() {
        return "ranking:" + league + ":" + day;
    }

    String reportsKey() {
        return "reports:" + league + ":" + day;
    }

    /** When nothing of it is kept any more, in seconds since 1970. */
    long end() {
        return day.plusDays(DAYS_KEPT).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
