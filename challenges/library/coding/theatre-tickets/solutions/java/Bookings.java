import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All bookings, by id, and so in the order in which they were made. */
final class Bookings {
    private final ConcurrentNavigableMap<Long, Booking> byId = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    Booking add(String username, String show, int seats) {
        Booking booking = new Booking(lastId.incrementAndGet(), username, show, seats, false);
        byId.put(booking.id(), booking);
        return booking;
    }

    Optional<Booking> findFor(Account account, long id) {
        return Optional.ofNullable(byId.get(id)).filter(booking -> booking.isSeenBy(account));
    }

    List<Booking> allFor(Account account) {
        return byId.values().stream().filter(booking -> booking.isSeenBy(account)).toList();
    }

    /** The booking with its admission, or nothing when there is none. */
    Optional<Booking> admit(long id) {
        return Optional.ofNullable(byId.computeIfPresent(id, (_, booking) -> booking.admit()));
    }

    void remove(Booking booking) {
        byId.remove(booking.id());
    }
}
