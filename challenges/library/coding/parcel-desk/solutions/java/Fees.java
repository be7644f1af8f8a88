import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How long a parcel is kept, and what it costs to come late. Amounts are in cents. */
final class Fees {
    private static final int DAYS_KEPT = 7;
    private static final long LATE = 200;
    private static final long LATE_PER_DAY = 50;
    private static final long MOST = 1000;
    private static final ZoneId DESK = ZoneId.of("Australia/Brisbane");

    private Fees() {}

    static LocalDate dueDay(Instant arrivedAt) {
        return dayOf(arrivedAt).plusDays(DAYS_KEPT);
    }

    static long fee(LocalDate due, Instant collectedAt) {
        LocalDate day = dayOf(collectedAt);
        if (!day.isAfter(due)) {
            return 0;
        }
        return Math.min(LATE + LATE_PER_DAY * ChronoUnit.DAYS.between(due, day), MOST);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, DESK);
    }
}
