import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/** Where a score stands in lists: by its title, and equal titles in the order in which they came. */
record Place(String title, long id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::title).thenComparing(Place::id);

    /** A cursor is a place, so that it stays good whatever comes before it. */
    static Optional<Place> at(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int gap = text.indexOf(' ');
            return Optional.of(new Place(text.substring(gap + 1), Long.parseLong(text.substring(0, Math.max(gap, 0)))));
        } catch (IllegalArgumentException noCursor) {
            return Optional.empty();
        }
    }

    String cursor() {
        return Base64.getUrlEncoder().encodeToString((id + " " + title).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
