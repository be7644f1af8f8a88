import dev.assay.exam.Category;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@Category("correctness")
class OrderTests {
    private final Laundry laundry;

    OrderTests(Service service) {
        this.laundry = new Laundry(service);
    }

    @Test
    @Visible
    @DisplayName("Jobs are taken in the order in which they were added")
    void isFirstInFirstOut() {
        laundry.addMany(12).forEach(laundry::takesNext);

        laundry.hasNothingToTake();
    }

    @Test
    @DisplayName("A job that failed, was delayed, or lost its holder has its old place in the order")
    void keepsPlaces() {
        String far = laundry.add(Map.of("delayMs", Laundry.NO_END_MS));
        List<String> taken = laundry.addMany(4);
        List<String> waiting = List.of(laundry.add(Map.of("delayMs", 150)), laundry.add());
        Reply first = laundry.take();
        Reply second = laundry.take();
        Reply third = laundry.take();
        laundry.takeFor(150);

        laundry.fail(second).hasStatus(200);
        laundry.fail(third).hasStatus(200);
        laundry.fail(first, 150).hasStatus(200);

        List<String> places = Stream.concat(taken.stream(), waiting.stream()).toList();
        places.forEach(id -> laundry.awaitState(id, "ready"));
        places.forEach(laundry::takesNext);
        laundry.hasNothingToTake();
        laundry.shows(far, "delayed", 0);
    }
}
