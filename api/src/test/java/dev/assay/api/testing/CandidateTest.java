package dev.assay.api.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** An {@link ApiTest} in which links, packages, members and the judge are the test's own: inject {@link World}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ApiTest
@TestPropertySource(properties = {"assay.attempt.poll-millis=50", "assay.judging.poll-millis=50"})
@Import(CandidateTestConfiguration.class)
public @interface CandidateTest {}
