package dev.assay.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTests {
    private static final Tokens NEAR = Tokens.LENIENT.withTolerance(1e-6);

    private static String difference(Tokens tokens, String expected, String actual) {
        return tokens.difference(expected, actual)
                .map(found -> found.line() + ": " + found.what())
                .orElse("");
    }

    private static void same(Tokens tokens, String expected, String actual) {
        assertThat(difference(tokens, expected, actual)).isEmpty();
    }

    private static void different(Tokens tokens, String expected, String actual) {
        assertThat(difference(tokens, expected, actual)).isNotEmpty();
    }

    @Test
    void overlooksTheAmountOfWhiteSpaceAndTheCase() {
        same(Tokens.LENIENT, "Yes 3\nno\n", "  yes\t3\r\n\nNO");
        same(Tokens.LENIENT, "", " \n\u000b\f");
        different(Tokens.LENIENT, "a b", "ab");
        different(Tokens.LENIENT, "a\u00a0b", "a b");
    }

    @Test
    void foldsNoOtherLettersThanAToZ() {
        different(Tokens.LENIENT, "É", "é");
        different(Tokens.LENIENT, "[", "{");
        different(Tokens.LENIENT.caseSensitive(), "Yes", "yes");
        same(Tokens.LENIENT.caseSensitive(), "Yes", "Yes");
    }

    @Test
    void countsWhiteSpaceWhenAskedTo() {
        Tokens exact = Tokens.LENIENT.spaceSensitive();

        same(exact, "a b\n", "A b\n");
        different(exact, "a b\n", "a  b\n");
        different(exact, "a b\n", "a b");
        different(exact, "a b\n", " a b\n");
        different(exact, "a b\n", "a b\r\n");
        assertThat(difference(exact, "a b\n", "a\nb\n"))
                .isEqualTo("1: expected white space \"␣\" but was white space \"\\n\"");
    }

    @Test
    void tellsTheLineAndBothWords() {
        assertThat(difference(Tokens.LENIENT, "1\n2 3\n", "1\n2 4\n")).isEqualTo("2: expected \"3\" but was \"4\"");
        assertThat(difference(Tokens.LENIENT, "1 2", "1\n"))
                .isEqualTo("2: expected \"2\" but the output ended before it");
        assertThat(difference(Tokens.LENIENT, "1", "1\n\nso")).isEqualTo("3: expected no more but there was \"so\"");
        assertThat(difference(Tokens.LENIENT, "1", "x".repeat(1000))).hasSizeLessThan(150);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0314, 3.14e-2",
        "1, 1.0000009",
        "1000000, 1000000.9",
        "-1, -1.",
        "+.5, 0.5",
        "1E3, 1000",
        "0, 0.0000009",
        "00.10, .1"
    })
    void acceptsNumbersThatAreNear(String expected, String actual) {
        same(NEAR, expected, actual);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.000002",
        "1000000, 1000002",
        "0, 0.000002",
        "1, 0x1",
        "1, nan",
        "1, inf",
        "1, 1e999",
        "1, one",
        "1, 1d",
        "1, 1e",
        "1, .",
        "one, 1"
    })
    void refusesWhatIsNotNearOrNoNumber(String expected, String actual) {
        different(NEAR, expected, actual);
    }

    @Test
    void takesTheTwoTolerancesApart() {
        same(Tokens.LENIENT.withAbsoluteTolerance(0.5), "100", "100.5");
        different(Tokens.LENIENT.withAbsoluteTolerance(0.5), "100", "100.6");
        same(Tokens.LENIENT.withRelativeTolerance(0.5), "100", "150");
        different(Tokens.LENIENT.withRelativeTolerance(0.5), "0", "0.1");
        same(Tokens.LENIENT.withAbsoluteTolerance(0), "100", "1e2");
    }

    @Test
    void withoutToleranceNumbersAreWords() {
        different(Tokens.LENIENT, "1.0", "1");
    }

    @Test
    void refusesATolerancesThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tokens.LENIENT.withTolerance(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Tokens.LENIENT.withTolerance(Double.NaN));
    }

    @Test
    void isQuickWithLongTexts() {
        String numbers = "123456789.123456789 ".repeat(50_000);

        same(NEAR, numbers, numbers);
        different(NEAR, "1".repeat(1_000_000) + "x", "1".repeat(1_000_000));
    }
}
