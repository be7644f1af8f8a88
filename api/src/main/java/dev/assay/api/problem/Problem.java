package dev.assay.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What goes to the caller; RFC 9457. */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    static Problem of(ProblemException exception) {
        ProblemType type = exception.type();
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                exception.detail(),
                exception.errors(),
                exception.extensions());
    }
}
