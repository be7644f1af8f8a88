import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Fresh;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("tokens")
@Timeout(60)
class TokenTests {
    private final Theatre theatre;

    TokenTests(Service service) {
        this.theatre = new Theatre(service);
    }

    @Test
    @Visible
    @DisplayName("The token is signed with HS256 and the key, and has the four claims")
    void hasTheClaims() {
        String username = theatre.visitor().username();
        long before = Instant.now().getEpochSecond();

        Reply login = theatre.logIn(username, theatre.visitor().password()).hasStatus(200);

        long after = Instant.now().getEpochSecond();
        assertThat(Tokens.header(login)).as("header of the token").containsEntry("alg", "HS256");
        Map<String, Object> claims = Tokens.claims(login);
        assertThat(claims)
                .as("claims of the token")
                .containsOnlyKeys("sub", "role", "iat", "exp")
                .containsEntry("sub", username)
                .containsEntry("role", "visitor");
        long made = seconds(claims, "iat");
        assertThat(made).as("the claim iat").isBetween(before - 5, after + 5);
        assertThat(seconds(claims, "exp")).as("the claim exp").isEqualTo(made + 900);
        assertThat(Tokens.isSignedWithKey(login)).as("whether the token is signed with the key").isTrue();
    }

    @Test
    @Visible
    @DisplayName("Nothing is possible without a token, or with what is none; the answer names the scheme Bearer")
    void needsAToken() {
        Person visitor = theatre.visitor();
        String booking = theatre.booked(visitor);
        String role = "/users/" + visitor.username() + "/role";

        wantsBearer(theatre.call("GET", "/me").send());
        wantsBearer(theatre.call("GET", "/users").send());
        wantsBearer(theatre.call("PUT", role).json(Map.of("role", "clerk")).send());
        wantsBearer(theatre.call("POST", "/bookings").json(Map.of("show", Theatre.freshShow(), "seats", 1)).send());
        wantsBearer(theatre.call("GET", "/bookings").send());
        wantsBearer(theatre.call("GET", booking).send());
        wantsBearer(theatre.call("DELETE", booking).send());
        wantsBearer(theatre.call("POST", booking + "/admit").send());
        for (String header : List.of(
                "Bearer",
                "Bearer x",
                "Bearer ..",
                "Bearer a.b.c",
                "Bearer " + Fresh.word(40),
                "Bearer e30.e30.e30",
                "Basic ZGlyZWN0b3I6Q3VydGFpbi11cC1hdC04",
                "director")) {
            wantsBearer(theatre.call("GET", "/me").header("Authorization", header).send());
        }
        theatre.look(visitor, booking).hasStatus(200).field("admitted").isEqualTo(false);
    }

    private static void wantsBearer(Reply refusal) {
        refusal.hasStatus(401).header("WWW-Authenticate").startsWith("Bearer");
    }

    @Test
    @Visible
    @DisplayName("A token from the machine in the foyer is as good as any other")
    void acceptsTokensOfTheMachine() {
        theatre.me(Tokens.signed(claims()))
                .hasStatus(200)
                .field("username")
                .isEqualTo(theatre.visitor().username());
    }

    @Test
    @Weight(2)
    @DisplayName("A token that is past its end, has none, or names nobody is refused")
    void refusesTokensThatEndedOrNameNobody() {
        for (int secondsAgo : List.of(100, Fresh.number(200, 900), 86_400)) {
            Map<String, Object> ended = claims();
            long end = Instant.now().getEpochSecond() - secondsAgo;
            ended.put("iat", end - 900);
            ended.put("exp", end);

            theatre.me(Tokens.signed(ended)).hasStatus(401);
        }
        for (String claim : List.of("exp", "sub")) {
            Map<String, Object> claims = claims();
            claims.remove(claim);

            theatre.me(Tokens.signed(claims)).hasStatus(401);
        }
        for (String nobody : List.of(Theatre.freshName(), "constructor", "")) {
            theatre.me(Tokens.signed(Tokens.claims(nobody, "manager"))).hasStatus(401);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("A token that was changed after it was signed, or was signed with another key, is refused")
    void refusesForgedTokens() {
        String token = theatre.visitor().token();
        int signature = token.lastIndexOf('.') + 1;
        char flipped = token.charAt(signature) == 'A' ? 'B' : 'A';

        theatre.me(Tokens.withSignatureOf(token, Tokens.claims(theatre.otherVisitor().username(), "visitor"))).hasStatus(401);
        theatre.me(token.substring(0, signature) + flipped + token.substring(signature + 1)).hasStatus(401);
        theatre.me(token.substring(0, signature + 20)).hasStatus(401);
        theatre.me(token.substring(0, signature)).hasStatus(401);
        for (String key : List.of(Fresh.word(47), "secret", Tokens.KEY + "\n", Tokens.KEY.substring(0, 32))) {
            theatre.me(Tokens.signed("HS256", key, claims())).hasStatus(401);
        }
    }

    @Test
    @Weight(2)
    @DisplayName("The header of a token does not decide how it is verified: neither none nor another algorithm is accepted")
    void refusesOtherAlgorithms() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "", "HS256")) {
            theatre.me(Tokens.unsigned(none, claims())).hasStatus(401);
        }
        for (String algorithm : List.of("HS384", "HS512")) {
            theatre.me(Tokens.signed(algorithm, Tokens.KEY, claims())).hasStatus(401);
        }
    }

    /** Such as a visitor's good token has. */
    private Map<String, Object> claims() {
        return Tokens.claims(theatre.visitor().username(), "visitor");
    }

    private static long seconds(Map<String, Object> claims, String name) {
        Object value = claims.get(name);
        assertThat(value).as("the claim %s, in whole seconds", name).isInstanceOfAny(Integer.class, Long.class);
        return ((Number) value).longValue();
    }
}
