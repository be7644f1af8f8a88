import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.Map;

/** What the tests say again and again. */
final class Links {
    private Links() {}

    static String freshUrl() {
        return "https://example.com/" + Fresh.word();
    }

    static String freshAlias() {
        return "a-" + Fresh.word();
    }

    static Call create(Service service, Map<String, ?> fields) {
        return service.post("/links").json(fields);
    }

    /** Makes a link and returns its code. */
    static String made(Service service, Map<String, ?> fields) {
        return create(service, fields).send().hasStatus(201).text("code");
    }

    static Reply follow(Service service, String code) {
        return service.get("/" + code).send();
    }

    static Reply details(Service service, String code) {
        return service.get("/links/" + code).send();
    }

    static long hits(Service service, String code) {
        return details(service, code).hasStatus(200).number("hits");
    }
}
