package dev.assay.api.testing;

import dev.assay.api.access.Tokens;
import dev.assay.api.identity.Accounts;
import dev.assay.api.organization.Organizations;
import dev.assay.api.startup.StartUp;
import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
public class ApiTestConfiguration {

    @Bean
    @Primary
    MutableClock testClock() {
        return new MutableClock(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Bean
    TestTokens testTokens(Tokens tokens, MutableClock clock) {
        return new TestTokens(tokens, clock);
    }

    @Bean
    TestStaff testStaff(
            Organizations organizations, Accounts accounts, Tokens tokens, MutableClock clock, StartUp startUp) {
        return new TestStaff(organizations, accounts, tokens, clock, startUp);
    }
}
