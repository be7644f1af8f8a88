package dev.assay.runner.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.challenge.Form;
import dev.assay.challenge.SourceFiles;
import dev.assay.runner.sandbox.ImageStore;
import dev.assay.runner.sandbox.SandboxFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvironmentsTest {

    private final Environments environments = Environments.shipped();

    @Test
    void everyFolderIsAnEnvironment() {
        assertThat(environments.names()).containsExactly("go", "java", "node", "php", "python", "ruby", "sql");
        assertThat(environments.named("java").entry()).isEqualTo("Main.java");
    }

    @Test
    void everyImageStartsPidOne() {
        for (String name : environments.names()) {
            Environment environment = environments.named(name);
            Map<String, byte[]> image = environment.image().read();
            assertThat(image)
                    .containsKeys("Dockerfile", "init.sh", "program.pl")
                    .doesNotContainKey("environment.yaml");
            assertThat(new String(image.get("Dockerfile"), StandardCharsets.UTF_8))
                    .startsWith("FROM assay/base:trixie")
                    .contains("ENTRYPOINT [\"/opt/assay/shell\", \"/opt/assay/init.sh\"]");
        }
    }

    @Test
    void findsTheEntryByItsPathOrPattern() {
        Environment plain = with("main.py", Optional.empty());
        assertThat(plain.hasEntry(SourceFiles.of(Map.of("main.py", "")))).isTrue();
        assertThat(plain.hasEntry(SourceFiles.of(Map.of("src/main.py", "", "main_py", ""))))
                .isFalse();

        Environment pattern = with("migrations/*.sql", Optional.empty());
        assertThat(pattern.hasEntry(SourceFiles.of(Map.of("migrations/1.sql", ""))))
                .isTrue();
        assertThat(pattern.hasEntry(SourceFiles.of(Map.of("migrations/deep/1.sql", "", "1.sql", ""))))
                .isFalse();

        Environment choice = with("{config.ru,main.rb}", Optional.empty());
        assertThat(choice.hasEntry(SourceFiles.of(Map.of("main.rb", "")))).isTrue();
        assertThat(choice.hasEntry(SourceFiles.of(Map.of("app.rb", "")))).isFalse();
        assertThat(choice.entryInWords()).isEqualTo("config.ru or main.rb");
        assertThat(plain.entryInWords()).isEqualTo("main.py");
    }

    @Test
    void putsAProgramBehindItsFront() {
        assertThat(with("x", Optional.of("echo 'one'")).answering(Form.PROGRAM))
                .hasValue("exec perl /opt/assay/program.pl 'echo '\\''one'\\'''");
        assertThat(with("x", Optional.of("run")).answering(Form.SERVICE)).hasValue("serve");
        assertThat(with("x", Optional.empty()).answering(Form.PROGRAM)).isEmpty();
    }

    private static Environment with(String entry, Optional<String> run) {
        return new Environment("x", "X", entry, "build", "serve", run, "", "", "", TreeMap::new);
    }

    @Test
    void namesWhatThereIs() {
        assertThatThrownBy(() -> environments.named("cobol"))
                .hasMessageContaining("cobol")
                .hasMessageContaining("go, java, node, php, python, ruby, sql");
    }

    @Test
    void concurrentRequestsBuildAnImageOnce() throws Exception {
        FakeStore store = new FakeStore();
        Images images = new Images(store);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> tags = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(
                            () -> images.environment(environments.named("node"), line -> store.waiting.countDown())))
                    .toList();
            assertThat(store.waiting.await(10, TimeUnit.SECONDS)).isTrue();
            store.mayBuild.countDown();
            for (Future<String> tag : tags) {
                assertThat(tag.get())
                        .startsWith("assay/env-node:")
                        .isEqualTo(tags.getFirst().get());
            }
        }
        assertThat(store.builds.get()).isEqualTo(1);
    }

    @Test
    void aFailedBuildIsTriedAgain() {
        FakeStore store = new FakeStore();
        store.mayBuild.countDown();
        store.failures.set(1);
        Images images = new Images(store);

        assertThatThrownBy(() -> images.environment(environments.named("node"), line -> {}))
                .isInstanceOf(SandboxFault.class);
        assertThat(images.environment(environments.named("node"), line -> {})).startsWith("assay/env-node:");
    }

    private static final class FakeStore implements ImageStore {

        private final Set<String> tags = ConcurrentHashMap.newKeySet();
        private final AtomicInteger builds = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final CountDownLatch waiting = new CountDownLatch(8);
        private final CountDownLatch mayBuild = new CountDownLatch(1);

        @Override
        public boolean has(String tag) {
            return tags.contains(tag);
        }

        @Override
        public void build(String tag, Map<String, String> labels, byte[] context, Consumer<String> progress) {
            try {
                mayBuild.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (failures.getAndDecrement() > 0) {
                throw new SandboxFault("no");
            }
            builds.incrementAndGet();
            tags.add(tag);
        }

        @Override
        public void removeOldVersions(String tag, Map<String, String> labels) {}
    }
}
