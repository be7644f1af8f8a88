package dev.assay.api.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final String detail;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, Object> extensions;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), Map.of());
    }

    public ProblemException(ProblemType type, String detail, List<FieldProblem> errors) {
        this(type, detail, errors, Map.of());
    }

    private ProblemException(
            ProblemType type, String detail, List<FieldProblem> errors, Map<String, Object> extensions) {
        super(type.uri() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    public ProblemException with(FieldProblem error) {
        List<FieldProblem> more = new ArrayList<>(errors);
        more.add(error);
        return new ProblemException(type, detail, more, extensions);
    }

    /** Adds a member to the problem that a program can read, as {@code currentRevision}. */
    public ProblemException with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new ProblemException(type, detail, errors, more);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
