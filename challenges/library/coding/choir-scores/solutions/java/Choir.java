import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The library: its scores, who sings, and who has what. */
final class Choir {
    private final Map<String, Score> scores = new ConcurrentHashMap<>();
    private final Map<String, Singer> singers = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();

    /** The score, or null. */
    Score score(String id) {
        return scores.get(id);
    }

    /** The singer, or null. */
    Singer singer(String id) {
        return singers.get(id);
    }

    /** In the order of their places; of all composers when it is null. */
    List<Score> scores(String composer) {
        return scores.values().stream()
                .filter(score -> composer == null || score.composer().equals(composer))
                .sorted(Score.ORDER)
                .toList();
    }

    List<Copy> copiesOf(Singer singer) {
        return scores.values().stream()
                .flatMap(score -> score.copies().stream())
                .filter(copy -> singer.equals(copy.borrower()))
                .toList();
    }

    Score addScore(String title, String composer, List<String> voices, int copies) {
        Score score = new Score(lastId.incrementAndGet(), title, composer, voices, copies);
        scores.put(String.valueOf(score.id()), score);
        return score;
    }

    Singer addSinger(String name, String voice, String phone, String street, String town) {
        Singer singer = new Singer(lastId.incrementAndGet(), name, voice, phone, street, town);
        singers.put(String.valueOf(singer.id()), singer);
        return singer;
    }

    /** The copy, or a {@link NotLent}. */
    Object lend(String scoreId, String singerId) {
        Score score = score(scoreId);
        if (score == null) {
            return new NotLent("NO_SUCH_SCORE", "There is no such score.");
        }
        Singer singer = singer(singerId);
        if (singer == null) {
            return new NotLent("NO_SUCH_SINGER", "Nobody of that kind sings here.");
        }
        if (!score.voices().contains(singer.voice())) {
            return new NotLent("WRONG_VOICE", score.title() + " has no part for " + singer.name() + ".");
        }
        synchronized (score) {
            if (score.copies().stream().anyMatch(copy -> singer.equals(copy.borrower()))) {
                return new NotLent("HAS_ONE", singer.name() + " has one already.");
            }
            Optional<Copy> free =
                    score.copies().stream().filter(copy -> copy.borrower() == null).findFirst();
            if (free.isEmpty()) {
                return new NotLent("NONE_LEFT", "All copies are lent.");
            }
            free.get().lendTo(singer);
            return free.get();
        }
    }

    /** The copy, or nothing when it is not lent. */
    Optional<Copy> giveBack(String scoreId, int number) {
        Score score = score(scoreId);
        if (score == null) {
            return Optional.empty();
        }
        synchronized (score) {
            Optional<Copy> lent = score.copies().stream()
                    .filter(copy -> copy.number() == number && copy.borrower() != null)
                    .findFirst();
            lent.ifPresent(Copy::takeBack);
            return lent;
        }
    }
}
