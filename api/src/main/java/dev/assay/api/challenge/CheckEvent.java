package dev.assay.api.challenge;

/** What is told of a check while it goes on; the names are those of the server-sent events. */
public sealed interface CheckEvent {

    /** Nothing is judged at the moment. */
    record Waiting(String message) implements CheckEvent {}

    record Started() implements CheckEvent {}

    /** An image is being made ready. */
    record Image(String line) implements CheckEvent {}

    /** @param source what was judged, for people */
    record Judged(String source, int done, int all) implements CheckEvent {}

    /** The check has ended, one way or another. */
    record Done() implements CheckEvent {}
}
