import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Public, as what it shows, so that the library may read its fields. */
public final class Score {
    /** By their places in lists. */
    static final Comparator<Score> ORDER = Comparator.comparing(Score::place);

    private final Place place;
    private final String composer;
    private final List<String> voices;
    private final List<Copy> copies;

    Score(long id, String title, String composer, List<String> voices, int copies) {
        this.place = new Place(title, id);
        this.composer = composer;
        this.voices = List.copyOf(voices);
        this.copies = IntStream.rangeClosed(1, copies).mapToObj(number -> new Copy(this, number)).toList();
    }

    public long id() {
        return place.id();
    }

    public String title() {
        return place.title();
    }

    public String composer() {
        return composer;
    }

    public List<String> voices() {
        return voices;
    }

    List<Copy> copies() {
        return copies;
    }

    Place place() {
        return place;
    }
}
