import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Category("correctness")
class ItemTests {
    private final Service service;

    ItemTests(Service service) {
        this.service = service;
    }

    @Test
    @Visible
    @DisplayName("An item shows its key and its value, and storing it again replaces the value")
    void showsAnItem() {
        String key = Office.freshKey();
        String value = "one suitcase, " + Fresh.word();
        Office.store(service, key, value);

        Reply shown = Office.get(service, key).send().hasStatus(200).hasContentType("application/json");
        shown.field("key").isEqualTo(key);
        shown.field("value").isEqualTo(value);

        Office.store(service, key, "now two");
        Office.holds(service, key, "now two");
    }

    @Test
    @Visible
    @DisplayName("A deleted item is gone, and deleting it again is no mistake")
    void deletesAnItem() {
        String key = Office.freshKey();
        Office.hasNo(service, key);
        Office.store(service, key, Fresh.word());

        Office.delete(service, key).send().hasStatus(204);

        Office.hasNo(service, key);
        Office.delete(service, key).send().hasStatus(204);
    }

    @Test
    @Visible
    @DisplayName("A list has the items whose keys begin with the prefix")
    void listsItems() {
        String prefix = Office.freshKey();
        String value = Fresh.word();
        Office.store(service, prefix + "-1", value);
        Office.store(service, prefix + "-2", value);
        Office.store(service, Office.freshKey(), value);

        Map<String, String> listed = Office.items(Office.list(service, prefix + "-").send());

        assertThat(listed).as("the items with the prefix %s-", prefix).isEqualTo(Map.of(prefix + "-1", value, prefix + "-2", value));
        assertThat(Office.items(Office.list(service, Office.freshKey()).send())).as("items with a prefix that no key has").isEmpty();
    }

    @Test
    @DisplayName("A list is in the order of ASCII, tells case apart, and takes no character for a wildcard")
    void ordersLists() {
        String prefix = Office.freshKey() + "_";
        List<String> keys = Stream.of("", "-", "1", "10", "2", "A", "B", "Z", "_", "a", "a-1", "aB", "ab", "b")
                .map(prefix::concat)
                .toList();
        keys.reversed().forEach(key -> Office.store(service, key, Fresh.word()));
        Office.store(service, prefix.toUpperCase(Locale.ROOT) + "a", Fresh.word());
        Office.store(service, prefix.replace('_', 'x') + "a", Fresh.word());
        Office.store(service, "x" + prefix, Fresh.word());

        Map<String, String> listed = Office.items(Office.list(service, prefix).send());

        assertThat(List.copyOf(listed.keySet())).as("the keys with the prefix %s", prefix).isEqualTo(keys);
    }
}
