import java.time.Duration;

/** Of which there is one answer. */
record Question(Collection collection, String id, Language language) {
    enum Collection {
        CARDS(Duration.ofHours(1)),
        LOANS(Duration.ofSeconds(1));

        private final Duration fresh;

        Collection(Duration fresh) {
            this.fresh = fresh;
        }

        Duration fresh() {
            return fresh;
        }
    }

    enum Language {
        EN,
        DE
    }
}
