import dev.assay.exam.Call;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gate with a name that no other test uses. */
final class Gate {
    record Passage(String id, String gate, String card, long at) {}

    private final Service service;
    private final String name = "gate-" + Fresh.word();

    Gate(Service service) {
        this.service = service;
    }

    String name() {
        return name;
    }

    Passage passage(String card, long at) {
        return new Passage("p-" + Fresh.word(12), name, card, at);
    }

    List<Passage> passages(String card, long... times) {
        List<Passage> passages = new ArrayList<>();
        for (long at : times) {
            passages.add(passage(card, at));
        }
        return passages;
    }

    Gate pass(Collection<Passage> passages) {
        pass(service, passages);
        return this;
    }

    static void pass(Service target, Collection<Passage> passages) {
        passing(target, passages).send().hasStatus(204);
    }

    static Call passing(Service target, Collection<Passage> passages) {
        return target.post("/passages").json(passages.stream().map(Gate::json).toList());
    }

    private static Map<String, Object> json(Passage passage) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", passage.id());
        json.put("gate", passage.gate());
        json.put("card", passage.card());
        json.put("at", passage.at());
        return json;
    }

    Reply busiest(long from, long to, long window) {
        return busiest(service, name, from, to, window).send().hasStatus(200);
    }

    static Call busiest(Service target, String gate, long from, long to, long window) {
        return target.get("/gates/" + gate + "/busiest?from=" + from + "&to=" + to + "&window=" + window);
    }

    Reply regulars(long from, long to, int limit) {
        return regulars(service, name, from, to, limit).send().hasStatus(200);
    }

    static Call regulars(Service target, String gate, long from, long to, int limit) {
        return target.get("/gates/" + gate + "/regulars?from=" + from + "&to=" + to + "&limit=" + limit);
    }
}
