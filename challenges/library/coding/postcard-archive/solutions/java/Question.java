import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is asked for, whatever the page. No countries mean all. */
record Question(
        boolean newestFirst, List<String> countries, Optional<LocalDate> from, Optional<LocalDate> to, List<String> words) {}
