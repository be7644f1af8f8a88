package dev.assay.api.rest;

import dev.assay.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which part of a list is wanted: newest first, by ids that grow.
 *
 * @param before the id of the last item already seen
 */
public record Paging(Optional<String> before, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int HIGHEST_LIMIT = 200;

    public static Paging of(@Nullable String cursor, @Nullable Integer limit) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > HIGHEST_LIMIT) {
            throw ProblemType.INVALID.at("limit", "must be from 1 to " + HIGHEST_LIMIT);
        }
        return new Paging(Optional.ofNullable(cursor).map(Paging::decode), wanted);
    }

    /** The same condition, only for what comes after the items already seen. */
    public Criteria within(Criteria wanted) {
        return before.map(id -> wanted.and("_id").lt(id)).orElse(wanted);
    }

    /** One more than is shown, to know whether there are more. */
    public int fetch() {
        return limit + 1;
    }

    /** @param found up to {@link #fetch()} items, in order */
    public <S, T> Page<T> page(List<S> found, Function<S, String> id, Function<S, T> shown) {
        List<S> visible = found.size() > limit ? found.subList(0, limit) : found;
        @Nullable String next = found.size() > limit ? encode(id.apply(visible.getLast())) : null;
        return new Page<>(visible.stream().map(shown).toList(), next);
    }

    private static String encode(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemType.INVALID.at("cursor", "is not a cursor that this list gave");
        }
    }
}
