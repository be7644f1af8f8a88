import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The shelf with the parcels, and what is done with them. */
final class Desk {
    record Page(List<Map<String, Object>> items, int page, int pages, int total) {}

    private final Map<String, Parcel> parcels = new LinkedHashMap<>();
    private final Display display = new Display(parcels.values());

    Parcel register(Body body) {
        int id = parcels.size() + 1;
        String code = "%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
        Instant arrivedAt = body.instant("arrivedAt");
        Parcel parcel = new Parcel(
                id, code, body.flat(), body.text("recipient", 60), arrivedAt, Fees.dueDay(arrivedAt), body.charge(), body.note());
        parcels.put(String.valueOf(id), parcel);
        display.forget(parcel.flat());
        return parcel;
    }

    Parcel find(String id) {
        Parcel parcel = parcels.get(id);
        if (parcel == null) {
            throw new Refused(404, "There is no parcel " + id + ".");
        }
        return parcel;
    }

    Page page(String flat, int page, int size) {
        List<Map<String, Object>> found = parcels.values().stream()
                .filter(parcel -> parcel.flat().equals(flat))
                .map(Parcel::shown)
                .toList();
        List<Map<String, Object>> items =
                found.stream().skip((page - 1L) * size).limit(size).toList();
        int pages = found.size() / size + 1;
        return new Page(items, page, pages, found.size());
    }

    Parcel move(String id, String flat) {
        Parcel parcel = find(id);
        parcel.moveTo(flat);
        display.forget(parcel.flat());
        return parcel;
    }

    Parcel addNote(String id, String text) {
        Parcel parcel = find(id);
        parcel.addNote(text);
        return parcel;
    }

    Parcel collect(String id, String code, Instant at) {
        Parcel parcel = find(id);
        parcel.collect(code, at);
        display.forget(parcel.flat());
        return parcel;
    }

    Display.Summary summary(String flat) {
        return display.of(flat);
    }
}
