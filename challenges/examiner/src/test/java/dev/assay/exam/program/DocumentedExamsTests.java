package dev.assay.exam.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exams that the author's guide shows compile as they stand. */
class DocumentedExamsTests {

    static Stream<String> exams() throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "authors.md"));
        return Pattern.compile("```java\n(import .*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("exams")
    void compiles(String exam) {
        String name = Pattern.compile("class (\\w+)")
                .matcher(exam)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .substring("class ".length());

        assertThat(ExamCompiler.compile(Map.of(name + ".java", exam))).isInstanceOf(ExamCompiler.Compiled.class);
    }
}
