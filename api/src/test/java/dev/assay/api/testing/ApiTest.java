package dev.assay.api.testing;

import dev.assay.api.AssayApplication;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program on a free port with an empty data folder and its embedded store, without a runner. Inject
 * {@code WebTestClient}, {@link MutableClock}, {@link TestTokens}, {@link TestStaff}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
        classes = AssayApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "assay.runner.enabled=false",
            "assay.console=false",
            "springdoc.api-docs.enabled=false",
            "assay.library=../challenges/library"
        })
@ContextConfiguration(initializers = TemporaryDataFolder.class)
@AutoConfigureWebTestClient(timeout = "20s")
@Import(ApiTestConfiguration.class)
public @interface ApiTest {}
