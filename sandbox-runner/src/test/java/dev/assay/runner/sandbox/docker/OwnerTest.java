package dev.assay.runner.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTest {

    @Test
    void thisProcessLives() {
        Owner self = Owner.self();

        assertThat(Owner.parse(self.label())).contains(self);
        assertThat(self.isOfThisPlace()).isTrue();
        assertThat(self.lives()).isTrue();
    }

    @Test
    void aLaterProcessWithTheSameNumberIsAnother() {
        Owner self = Owner.self();

        assertThat(new Owner(self.place(), self.pid(), self.startedAt() - 1, "r").lives())
                .isFalse();
    }

    @Test
    void cannotTellOfAnotherPlace() {
        Owner self = Owner.self();

        assertThat(new Owner("other", self.pid(), self.startedAt(), "r").isOfThisPlace())
                .isFalse();
    }

    @Test
    void readsOnlyItsOwnLabels() {
        assertThat(Owner.parse("")).isEmpty();
        assertThat(Owner.parse("a/b/c/d")).isEmpty();
    }
}
