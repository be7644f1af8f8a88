import java.time.LocalDate;

/** Where a page ended. The card that was there need not exist any more. */
record Position(LocalDate day, long id) {
    static Position of(Postcard card) {
        return new Position(card.sentOn(), card.id());
    }
}
