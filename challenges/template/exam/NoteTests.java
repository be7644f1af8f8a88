import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NoteTests {
    private final Service service;

    NoteTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @Category("correctness")
    @DisplayName("A note can be left and read")
    void keepsANote() {
        String text = Fresh.word();

        Reply left = leave(text).hasStatus(201);
        left.field("text").isEqualTo(text);
        Reply read = service.get("/notes/" + left.number("number")).send();

        read.hasStatus(200).hasContentType("application/json").field("text").isEqualTo(text);
    }

    @Test
    @Weight(2)
    @Category("correctness")
    @DisplayName("Each of many notes has a number of its own")
    void givesEachNoteItsNumber() {
        List<Reply> left = service.concurrently(16, _ -> leave(Fresh.word()));

        List<Long> numbers = new ArrayList<>();
        left.forEach(reply -> numbers.add(reply.hasStatus(201).number("number")));
        assertThat(numbers).as("the numbers of 16 notes").doesNotHaveDuplicates();
    }

    @Test
    @Category("correctness")
    @DisplayName("A number that no note has answers 404")
    void knowsWhatItDoesNotHave() {
        service.get("/notes/987654321").send().hasStatus(404);
    }

    @Test
    @Category("validation")
    @DisplayName("What is not a note answers 400")
    void refusesWhatIsNoNote() {
        service.post("/notes").json(Map.of("text", "")).send().hasStatus(400);
        service.post("/notes").json(Map.of("text", 5)).send().hasStatus(400);
        service.post("/notes").json(Map.of("words", "none")).send().hasStatus(400);
    }

    private Reply leave(String text) {
        return service.post("/notes").json(Map.of("text", text)).send();
    }
}
