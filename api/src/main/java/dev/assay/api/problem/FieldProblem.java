package dev.assay.api.problem;

/** @param field path in the request, as in {@code items[0].kind} */
public record FieldProblem(String field, String message) {}
