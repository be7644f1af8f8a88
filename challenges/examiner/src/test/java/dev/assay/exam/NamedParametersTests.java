package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedParametersTests {
    @Test
    void findsParameters() {
        assertThat(NamedParameters.of("select * from t where id = :id and (:a,:b2) = (1, :id)"))
                .isEqualTo(new NamedParameters(
                        "select * from t where id = ? and (?,?) = (1, ?)", List.of("id", "a", "b2", "id")));
        assertThat(NamedParameters.of("select :a::text, ':a', now() -- :b\n, :c"))
                .isEqualTo(new NamedParameters("select ?::text, ':a', now() -- :b\n, ?", List.of("a", "c")));
    }

    @Test
    void keepsOperatorsWithAQuestionMark() {
        assertThat(NamedParameters.of("select doc ? :key, '?'"))
                .isEqualTo(new NamedParameters("select doc ?? ?, '?'", List.of("key")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'it''s :a', E'\\' :a', \"x:a\" from t",
                "do $$ begin perform :a; end $$",
                "create function f() returns int as $body$ select :a $body$ language sql",
                "select 1 /* :a /* :b */ :c */",
                "select a[i:n], a[1:n], b::int",
                "select 'open :a",
                "select $$open :a",
                "/* open :a"
            })
    void leavesAloneWhatIsNone(String sql) {
        assertThat(NamedParameters.of(sql)).isEqualTo(new NamedParameters(sql, List.of()));
    }
}
