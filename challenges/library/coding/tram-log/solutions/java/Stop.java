import java.util.Comparator;

/** How often trams came to a stop, and came late. */
record Stop(String name, int arrivals, int late) {
    static final Comparator<Stop> MOST_LATE_FIRST =
            Comparator.comparingInt(Stop::late).reversed().thenComparing(Stop::name);

    static Stop of(Arrival arrival) {
        return new Stop(arrival.stop(), 1, arrival.isLate() ? 1 : 0);
    }

    Stop plus(Stop other) {
        return new Stop(name, arrivals + other.arrivals, late + other.late);
    }

    @Override
    public String toString() {
        return "%d of %d %d%% %s".formatted(late, arrivals, 100 * late / arrivals, name);
    }
}
