import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How long a parcel is kept, and what it costs to come late. Amounts are in cents. */
final class Fees {
    private static final int DAYS_KEPT = 7;
    private static final long LATE = 200;
    private static final long LATE_PER_DAY = 50;
    private static final long MOST = 1000;

    private Fees() {}

    static LocalDate dueDay(Instant arrivedAt) {
        return LocalDate.ofInstant(arrivedAt, ZoneOffset.UTC).plusDays(DAYS_KEPT);
    }

    static long fee(LocalDate due, Instant collectedAt) {
        LocalDate day = LocalDate.ofInstant(collectedAt, ZoneOffset.UTC);
        if (day.isBefore(due)) {
            return 0;
        }
        return Math.min(LATE + LATE_PER_DAY * ChronoUnit.DAYS.between(due, day), MOST);
    }
}
