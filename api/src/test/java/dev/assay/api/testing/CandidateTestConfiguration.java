package dev.assay.api.testing;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.StaffDirectory;
import dev.assay.api.access.Tokens;
import dev.assay.api.attempt.PinnedPackages;
import dev.assay.challenge.Challenge;
import dev.assay.challenge.Exercise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;

@TestConfiguration(proxyBeanMethods = false)
public class CandidateTestConfiguration {

    @Bean
    @Primary
    TestLinks testLinks() {
        return new TestLinks();
    }

    @Bean
    @Primary
    TestEngine testEngine() {
        return new TestEngine();
    }

    @Bean
    @Primary
    Staff memberDirectory() {
        return new Staff();
    }

    @Bean
    @Primary
    PinnedPackages testPackages() {
        return new PinnedPackages() {
            @Override
            public Mono<Challenge> challenge(String version) {
                return Mono.just(TestContent.challenge());
            }

            @Override
            public Mono<Exercise> exercise(String version) {
                return Mono.just(TestContent.exercise());
            }
        };
    }

    @Bean
    World world(
            Environment environment,
            TestLinks links,
            TestEngine engine,
            Staff staff,
            Tokens tokens,
            MutableClock clock) {
        return new World(environment, links, engine, staff, tokens, clock);
    }

    static final class Staff implements StaffDirectory {

        private final Map<String, CurrentMember> members = new ConcurrentHashMap<>();

        void add(CurrentMember member) {
            members.put(member.id(), member);
        }

        @Override
        public Mono<CurrentMember> member(String organizationId, String memberId, long credentialVersion) {
            return Mono.justOrEmpty(members.get(memberId))
                    .filter(member -> member.organizationId().equals(organizationId));
        }
    }
}
