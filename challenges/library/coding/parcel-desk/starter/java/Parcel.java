import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class Parcel {
    private static final List<String> NO_NOTES = new ArrayList<>();

    private final int id;
    private final String code;
    private final String recipient;
    private final Instant arrivedAt;
    private final LocalDate due;
    private final long charge;
    private final List<String> notes;
    private String flat;
    private Instant collectedAt;
    private long fee;

    /** The note is null when there is none. */
    Parcel(
            int id,
            String code,
            String flat,
            String recipient,
            Instant arrivedAt,
            LocalDate due,
            long charge,
            String note) {
        this.id = id;
        this.code = code;
        this.flat = flat;
        this.recipient = recipient;
        this.arrivedAt = arrivedAt;
        this.due = due;
        this.charge = charge;
        this.notes = note == null ? NO_NOTES : new ArrayList<>(List.of(note));
    }

    String flat() {
        return flat;
    }

    long charge() {
        return charge;
    }

    boolean isWaiting() {
        return collectedAt == null;
    }

    void moveTo(String other) {
        flat = other;
    }

    void addNote(String text) {
        notes.add(text);
    }

    void collect(String givenCode, Instant at) {
        if (!isWaiting()) {
            throw new Refused(409, "Parcel " + id + " was collected before.");
        }
        if (!code.equals(givenCode)) {
            throw new Refused(403, "This is not the code of the parcel.");
        }
        collectedAt = at;
        fee = Fees.fee(due, at);
    }

    /** The parcel as clients see it. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", id);
        shown.put("code", code);
        shown.put("flat", flat);
        shown.put("recipient", recipient);
        shown.put("arrivedAt", arrivedAt.toString());
        shown.put("due", due.toString());
        shown.put("charge", Money.text(charge));
        shown.put("notes", notes);
        shown.put("status", isWaiting() ? "waiting" : "collected");
        shown.put("collectedAt", isWaiting() ? null : collectedAt.toString());
        shown.put("fee", isWaiting() ? null : Money.text(fee));
        return shown;
    }
}
