import java.time.LocalDate;

/** A card in the archive; a new one has no id yet. */
record Postcard(Long id, String place, String country, LocalDate sentOn, String message) {}
