package dev.assay.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Dependency;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the java environment promises, with the limits that a submission has. */
class JavaEnvironmentIT {

    private static final Limits LIMITS = Sums.limits(60, 60, 60, 512);

    /** Prints which ahead-of-time cache the JVM has mapped; one that does not fit is left out without a word. */
    private static final String CACHES = """
            try (var maps = java.nio.file.Files.lines(java.nio.file.Path.of("/proc/self/maps"))) {
              maps.filter(line -> line.endsWith(".aot")).map(line -> line.replaceAll(".*/", "cache ")).distinct()
                  .forEach(System.out::println);
            }
            """;

    private static final Map<String, String> SPRING = Map.of(
            "Main.java",
            """
            package sums;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            @SpringBootApplication
            public class Main {
              public static void main(String[] args) throws Exception {
                %s
                SpringApplication.run(Main.class, args);
              }
            }
            """.formatted(CACHES),
            "sums/web/SumController.java",
            """
            package sums.web;
            import jakarta.validation.constraints.Max;
            import org.springframework.beans.factory.annotation.Value;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RequestParam;
            import org.springframework.web.bind.annotation.RestController;
            @RestController
            class SumController {
              private final String greeting;
              SumController(@Value("${greeting}") String greeting) { this.greeting = greeting; }
              @GetMapping("/hello") String hello() { return greeting; }
              @GetMapping("/sum") long sum(@RequestParam @Max(1000) long a, @RequestParam long b) { return a + b; }
            }
            """,
            "application.properties",
            "greeting=hello\n");

    @RegisterExtension
    static final RealEngine engine = new RealEngine();

    @Test
    void servesWithSpringBoot() {
        Judgement judgement = engine.judge(Sums.challenge(LIMITS), "java", SPRING, Scope.VISIBLE);
        assertAccepted(judgement);
        assertThat(judgement.serviceLog()).contains("cache spring.aot").doesNotContain("Hikari");
        assertAccepted(judge(SPRING));
    }

    @Test
    void servesWithoutAFramework() {
        Map<String, String> files = Map.of(
                "Main.java", Sums.JAVA.replace("int port", CACHES + "int port"), "deeper/Sum.java", Sums.JAVA_SUM);

        Judgement judgement = engine.judge(Sums.challenge(LIMITS), "java", files, Scope.VISIBLE);

        assertAccepted(judgement);
        assertThat(judgement.serviceLog()).contains("cache plain.aot");
    }

    @Test
    void findsEveryLibrary() {
        assertAccepted(judge(Map.of(
                "Library.java",
                """
                import com.nimbusds.jose.*;
                import com.nimbusds.jose.crypto.*;
                import com.nimbusds.jwt.*;
                import com.rabbitmq.client.ConnectionFactory;
                import com.zaxxer.hikari.HikariConfig;
                import graphql.GraphQL;
                import graphql.schema.idl.*;
                import io.lettuce.core.RedisURI;
                import jakarta.validation.Validation;
                import jakarta.validation.constraints.NotBlank;
                import java.sql.DriverManager;
                import java.util.List;
                import java.util.Map;
                import org.slf4j.LoggerFactory;
                import tools.jackson.databind.json.JsonMapper;
                class Library {
                  record Note(@NotBlank String text, List<Integer> numbers) {}
                  static void use() throws Exception {
                    Note note = JsonMapper.shared().readValue("{\\"text\\":\\"\\",\\"numbers\\":[1]}", Note.class);
                    check(note.numbers().equals(List.of(1)));
                    try (var factory = Validation.buildDefaultValidatorFactory()) {
                      check(factory.getValidator().validate(note).size() == 1);
                    }
                    byte[] key = new byte[32];
                    SignedJWT signed = new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256), new JWTClaimsSet.Builder().subject("me").build());
                    signed.sign(new MACSigner(key));
                    SignedJWT read = SignedJWT.parse(signed.serialize());
                    check(read.verify(new MACVerifier(key)) && read.getJWTClaimsSet().getSubject().equals("me"));
                    check(DriverManager.getDriver("jdbc:postgresql://127.0.0.1/app").acceptsURL("jdbc:postgresql:app"));
                    check(RedisURI.create("redis://127.0.0.1:6379").getPort() == 6379);
                    check(new ConnectionFactory().getPort() == 5672);
                    check(new HikariConfig().getConnectionTimeout() > 0);
                    var schema = new SchemaGenerator().makeExecutableSchema(
                        new SchemaParser().parse("type Query { answer: Int }"),
                        RuntimeWiring.newRuntimeWiring()
                            .type("Query", type -> type.dataFetcher("answer", _ -> 42)).build());
                    check(GraphQL.newGraphQL(schema).build().execute("{ answer }").getData().equals(Map.of("answer", 42)));
                    LoggerFactory.getLogger(Library.class).info("all there");
                  }
                  private static void check(boolean right) { if (!right) throw new AssertionError(); }
                }
                """,
                "Main.java",
                Sums.JAVA.replace("int port", "Library.use();\nint port"),
                "Sum.java",
                Sums.JAVA_SUM)));
    }

    @Test
    void reachesItsDependenciesWithoutSettings() {
        Map<String, String> files = new TreeMap<>(SPRING);
        files.put("sums/Uses.java", """
                package sums;
                import com.rabbitmq.client.ConnectionFactory;
                import java.sql.DriverManager;
                import org.springframework.amqp.rabbit.core.RabbitTemplate;
                import org.springframework.beans.factory.InitializingBean;
                import org.springframework.data.redis.core.StringRedisTemplate;
                import org.springframework.jdbc.core.simple.JdbcClient;
                import org.springframework.stereotype.Component;
                @Component
                record Uses(JdbcClient database, StringRedisTemplate redis, RabbitTemplate broker) implements InitializingBean {
                  public void afterPropertiesSet() throws Exception {
                    System.out.println("rows " + database.sql("select count(*) from t").query(Long.class).single());
                    redis.opsForValue().set("word", "kept");
                    System.out.println("word " + redis.opsForValue().get("word"));
                    broker.convertAndSend("mails", "sent");
                    System.out.println("mail " + broker.receiveAndConvert("mails", 10_000));
                    try (var plain = DriverManager.getConnection(System.getenv("JDBC_DATABASE_URL"))) {
                      System.out.println("user " + plain.getMetaData().getUserName());
                    }
                    ConnectionFactory factory = new ConnectionFactory();
                    factory.setUri(System.getenv("AMQP_URL"));
                    try (var plain = factory.newConnection()) { System.out.println("open " + plain.isOpen()); }
                  }
                }
                """);
        Challenge challenge = Sums.challenge(
                LIMITS,
                Sums.exam(),
                Map.of("basics", 1, "sums", 3),
                List.of(
                        new Dependency("postgresql", SourceFiles.of(Map.of("t.sql", "create table t (n int);"))),
                        new Dependency("redis", SourceFiles.of(Map.of())),
                        new Dependency(
                                "rabbitmq",
                                SourceFiles.of(
                                        Map.of(
                                                "definitions.json",
                                                "{\"queues\":[{\"name\":\"mails\",\"vhost\":\"/\",\"durable\":true,\"auto_delete\":false,\"arguments\":{}}]}")))));

        Judgement judgement = engine.judge(challenge, "java", files, Scope.VISIBLE);

        assertAccepted(judgement);
        assertThat(judgement.serviceLog()).contains("rows 0", "word kept", "mail sent", "user app", "open true");
    }

    @Test
    void tellsWhatTheCompilerSays() {
        Judgement judgement = judge(Map.of("Main.java", """
                import org.springframework.nothing.Nothing;
                public class Main {}
                """, "store/Store.java", """
                package store;
                class Store { int size() { return "many"; } }
                """));

        assertThat(judgement.verdict()).as(judgement.toString()).isEqualTo(Verdict.COMPILE_ERROR);
        assertThat(judgement.buildLog())
                .contains("Main.java:1: error: package org.springframework.nothing does not exist")
                .contains("store/Store.java:2: error: incompatible types");
    }

    private static void assertAccepted(Judgement judgement) {
        assertThat(judgement.verdict())
                .as("%s%n%s%n%s", judgement, judgement.buildLog(), judgement.serviceLog())
                .isEqualTo(Verdict.ACCEPTED);
    }

    private static Judgement judge(Map<String, String> files) {
        return engine.judge(Sums.challenge(LIMITS), "java", files, Scope.ALL);
    }
}
