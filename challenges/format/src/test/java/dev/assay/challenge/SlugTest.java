package dev.assay.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "ticket-counter", "a-1-b", "2-sum"})
    void takesWordsJoinedByHyphens(String name) {
        assertThat(Slug.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a-", "-a", "a--b", "Upper", "a_b", "a b", "a.b", "é", "a\n", "../a"})
    void takesNothingElse(String name) {
        assertThat(Slug.matches(name)).isFalse();
    }

    @Test
    void takesSixtyCharacters() {
        assertThat(Slug.matches("a".repeat(60))).isTrue();
        assertThat(Slug.matches("a".repeat(61))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "Hello World => hello-world",
                "no_refunds.py => no-refunds-py",
                "__a  --b__ => a-b",
                "Überfall => berfall",
                "... => ''"
            })
    void isMadeOfTheWordsOfAText(String text, String slug) {
        assertThat(Slug.of(text)).isEqualTo(slug);
    }

    @Test
    void isCutWithoutAHyphenAtItsEnd() {
        assertThat(Slug.of("one two", 4)).isEqualTo("one");
        assertThat(Slug.of("one two", 5)).isEqualTo("one-t");
        assertThat(Slug.of("one two", 60)).isEqualTo("one-two");
    }
}
