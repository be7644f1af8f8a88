import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("paging")
@Timeout(60)
class PageTests {
    private static final List<String> ORDERS = List.of("oldest", "newest");

    private final Archive archive;

    PageTests(Service service) {
        this.archive = new Archive(service);
    }

    @Test
    @Visible
    @DisplayName("A page shows whole cards, the oldest first")
    void showsAPage() {
        String country = Archive.freshCountry();
        LocalDate day = Archive.freshDay();
        Map<String, Object> younger = Archive.card(country, day.plusDays(40));
        Map<String, Object> older = Archive.card(country, day);
        long second = archive.added(younger);
        long first = archive.added(older);

        Reply page = archive.page("country", country).hasStatus(200).hasContentType("application/json");

        page.field("items").isEqualTo(List.of(numbered(first, older), numbered(second, younger)));
        page.field("total").isEqualTo(2);
        page.field("next").isNull();
    }

    @Test
    @Visible
    @DisplayName("A page has 20 cards unless told otherwise")
    void takesTwenty() {
        String country = Archive.freshCountry();
        archive.added(21, country, Archive.freshDay());

        assertThat(Archive.ids(archive.page("country", country).hasStatus(200)))
                .as("cards on a page without a limit")
                .hasSize(20);
        assertThat(Archive.ids(archive.page("country", country, "limit", 100).hasStatus(200)))
                .as("cards on a page with limit=100")
                .hasSize(21);
    }

    @Test
    @Visible
    @DisplayName("Next leads through all cards, page by page")
    void walksToTheEnd() {
        String country = Archive.freshCountry();
        LocalDate day = Archive.freshDay();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(archive.added(Archive.card(country, day.plusDays(i))));
        }

        assertThat(archive.walk("country", country, "limit", 3)).as("cards, oldest first").isEqualTo(ids);
        assertThat(archive.walk("country", country, "limit", 3, "order", "newest"))
                .as("cards, newest first")
                .isEqualTo(ids.reversed());
    }

    @Test
    @DisplayName("Next is null when nothing follows a full page")
    void endsWithAFullPage() {
        String country = Archive.freshCountry();
        archive.added(4, country, Archive.freshDay());

        Reply first = archive.page("country", country, "limit", 2).hasStatus(200);
        Reply second = archive.next(first.text("next"), "country", country, "limit", 2).hasStatus(200);

        second.field("next").isNull();
        archive.page("country", country, "limit", 4).hasStatus(200).field("next").isNull();
    }

    @Test
    @DisplayName("In both orders, cards of one day come by their ids")
    void ordersCardsOfOneDay() {
        String country = Archive.freshCountry();
        LocalDate day = Archive.freshDay();
        List<List<Long>> days = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            days.add(archive.added(3, country, day.plusDays(i)));
        }

        for (String order : ORDERS) {
            assertThat(archive.walk("country", country, "limit", 2, "order", order))
                    .as("three cards on each of three days, %s first", order)
                    .isEqualTo(days.stream().flatMap(List::stream).toList());
            Collections.reverse(days);
        }
    }

    @Test
    @DisplayName("The total is that of all cards, on every page")
    void countsAllOnEveryPage() {
        String country = Archive.freshCountry();
        List<Long> ids = archive.added(5, country, Archive.freshDay());

        Reply first = archive.page("country", country, "limit", 2).hasStatus(200);
        first.field("total").isEqualTo(5);
        archive.delete(ids.getLast()).hasStatus(204);
        Reply second = archive.next(first.text("next"), "country", country, "limit", 2).hasStatus(200);

        second.field("total").isEqualTo(4);
    }

    @Test
    @Weight(2)
    @DisplayName("Cards that come and go between two pages hide no card and show none twice")
    void walksWhileCardsComeAndGo() {
        for (String order : ORDERS) {
            String country = Archive.freshCountry();
            LocalDate day = Archive.freshDay();
            List<Long> stay = new ArrayList<>();
            List<Long> go = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                LocalDate each = order.equals("oldest") ? day.plusDays(i) : day.minusDays(i);
                (i < 2 ? go : stay).addAll(archive.added(2, country, each));
            }
            Object[] question = {"country", country, "order", order, "limit", 5};

            Reply first = archive.page(question).hasStatus(200);
            go.forEach(archive::delete);
            Reply second = archive.next(first.text("next"), question).hasStatus(200);
            archive.added(7, country, day);
            Reply third = archive.next(second.text("next"), question).hasStatus(200);

            List<Long> seen = new ArrayList<>();
            List.of(first, second, third).forEach(page -> seen.addAll(Archive.ids(page)));
            assertThat(seen)
                    .as("cards on three pages of five, %s first, of which four were deleted after the first page", order)
                    .doesNotHaveDuplicates()
                    .containsAll(stay);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("A page follows a page whose last card is gone")
    void walksOnWithoutTheLastCard() {
        for (String order : ORDERS) {
            String country = Archive.freshCountry();
            List<Long> ids = archive.added(6, country, Archive.freshDay());
            Object[] question = {"country", country, "order", order, "limit", 2};

            Reply first = archive.page(question).hasStatus(200);
            archive.delete(ids.get(1)).hasStatus(204);
            Reply second = archive.next(first.text("next"), question).hasStatus(200);
            ids.subList(0, 4).forEach(archive::delete);
            Reply third = archive.next(second.text("next"), question).hasStatus(200);

            assertThat(Archive.ids(second)).as("cards on the second page").isEqualTo(ids.subList(2, 4));
            assertThat(Archive.ids(third)).as("cards on the third page").isEqualTo(ids.subList(4, 6));
        }
    }

    @Test
    @DisplayName("A walk through hundreds of the 50,000 cards misses none, with a different limit on every page")
    void walksThroughTheArchive() {
        // Every eleventh day has cards.
        LocalDate from = Seed.FIRST_DAY.plusDays(11 * Fresh.number(500, 1500));
        LocalDate to = from.plusDays(990);
        Object[] question = {"country", "gb,it", "from", from, "to", to, "order", "newest"};

        Reply page = archive.page(question).hasStatus(200);
        List<Long> ids = new ArrayList<>(Archive.ids(page));
        for (int limit = 100; !Archive.isLast(page) && limit > 60; limit -= 3) {
            Object[] withLimit = {
                "country", "gb,it", "from", from, "to", to, "order", "newest", "limit", limit
            };
            page = archive.next(page.text("next"), withLimit).hasStatus(200);
            ids.addAll(Archive.ids(page));
        }

        assertThat(ids)
                .as("cards from gb and it, sent from %s to %s", from, to)
                .isEqualTo(Seed.newestFirst(List.of("gb", "it"), from, to));
    }

    private static Map<String, Object> numbered(long id, Map<String, Object> card) {
        return Archive.with(card, "id", (int) id);
    }
}
