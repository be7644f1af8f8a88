package dev.assay.runner.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedTest {

    private static final Seed SEED = new Seed("00000000000000a7");

    @Test
    void isNewEachTime() {
        assertThat(Seed.fresh()).isNotEqualTo(Seed.fresh());
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> new Seed("A7")).hasMessageContaining("16 of the characters 0-9 and a-f, not \"A7\"");
    }

    @Test
    void givesEachThirdPartyItsSecret() {
        ThirdParties parties = ThirdParties.of(List.of("payments", "mail-out"), SEED);
        String payments = SEED.secretFor("payments");
        String mail = SEED.secretFor("mail-out");

        assertThat(payments).hasSize(32).isNotEqualTo(mail).doesNotContain(SEED.value());
        assertThat(new Seed("00000000000000a8").secretFor("payments")).isNotEqualTo(payments);
        assertThat(parties.exports())
                .isEqualTo("export PAYMENTS_URL='http://127.0.0.1:7001' PAYMENTS_SECRET='" + payments + "'\n"
                        + "export MAIL_OUT_URL='http://127.0.0.1:7002' MAIL_OUT_SECRET='" + mail + "'\n");
        assertThat(parties.forExaminer())
                .isEqualTo(Map.of(
                        "payments", Map.of("port", 7001, "secret", payments),
                        "mail-out", Map.of("port", 7002, "secret", mail)));
    }
}
