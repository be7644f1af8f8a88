package dev.assay.api.rest;

import dev.assay.api.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The version of an aggregate as an entity tag: {@code "3"}. */
public record Version(long number) {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    /** The version in {@code If-Match}; its absence is a problem, because the change could overwrite another's. */
    public static Version required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemType.VERSION_REQUIRED.because(
                    "Send the header If-Match with the ETag of the version that you have changed.");
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw ProblemType.INVALID.at("If-Match", "must be one ETag as it was given, as in \"3\"");
        }
        return new Version(Long.parseLong(tag.group(1)));
    }

    public String tag() {
        return "\"" + number + "\"";
    }

    public <T> ResponseEntity<T> of(T body) {
        return ResponseEntity.ok().eTag(tag()).body(body);
    }
}
