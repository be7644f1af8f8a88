import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the display by the lift shows for each flat. It asks every second, so a summary is kept until it changes. */
final class Display {
    record Summary(String flat, int waiting, String owed) {}

    private final Collection<Parcel> parcels;
    private final Map<String, Summary> summaries = new HashMap<>();

    Display(Collection<Parcel> parcels) {
        this.parcels = parcels;
    }

    Summary of(String flat) {
        return summaries.computeIfAbsent(flat, this::summedUp);
    }

    void forget(String flat) {
        summaries.remove(flat);
    }

    private Summary summedUp(String flat) {
        List<Parcel> waiting = parcels.stream()
                .filter(parcel -> parcel.flat().equals(flat) && parcel.isWaiting())
                .toList();
        long owed = waiting.stream().mapToLong(Parcel::charge).sum();
        return new Summary(flat, waiting.size(), Money.text(owed));
    }
}
