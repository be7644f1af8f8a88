package dev.assay.api.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every log of edits does. */
public interface EditLogContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00.123Z");

    EditLog log();

    @Test
    default void givesBackWhatWasAppendedInOrder() {
        WorkspaceKey key = key();
        List<WorkspaceEvent> events = List.of(
                new WorkspaceEvent.WriteFile(1, "w", NOW, "a/Main.java", "text \u0001 \ud83d\ude00 $where", "hash"),
                new WorkspaceEvent.ChooseEnvironment(2, "c", NOW, "python"),
                new WorkspaceEvent.DeleteFile(3, "d", NOW, "a/Main.java"),
                new WorkspaceEvent.Seal(4, NOW));
        events.forEach(event -> append(key, event));

        assertThat(log().after(key, 0).collectList().block()).isEqualTo(events);
        assertThat(log().after(key, 2).collectList().block()).isEqualTo(events.subList(2, 4));
        assertThat(log().byEditId(key, "d").block()).isEqualTo(events.get(2));
        assertThat(log().byEditId(key, "unknown").block()).isNull();
    }

    @Test
    default void takesARevisionOnce() {
        WorkspaceKey key = key();
        assertThat(append(key, new WorkspaceEvent.DeleteFile(1, "first", NOW, "x")))
                .isTrue();

        assertThat(append(key, new WorkspaceEvent.DeleteFile(1, "second", NOW, "y")))
                .isFalse();
        assertThat(log().after(key, 0).collectList().block()).hasSize(1);
    }

    @Test
    default void takesAnEditIdOnce() {
        WorkspaceKey key = key();
        append(key, new WorkspaceEvent.DeleteFile(1, "same", NOW, "x"));

        assertThat(append(key, new WorkspaceEvent.DeleteFile(2, "same", NOW, "x")))
                .isFalse();
    }

    @Test
    default void keepsLogsApart() {
        WorkspaceKey key = key();
        WorkspaceKey item = new WorkspaceKey(key.organizationId(), key.attemptId(), "2");
        WorkspaceKey stranger = new WorkspaceKey("another", key.attemptId(), key.itemId());
        append(key, new WorkspaceEvent.DeleteFile(1, "same", NOW, "x"));

        assertThat(append(item, new WorkspaceEvent.DeleteFile(1, "same", NOW, "x")))
                .isTrue();
        assertThat(log().after(stranger, 0).collectList().block()).isEmpty();
        assertThat(log().byEditId(stranger, "same").block()).isNull();
    }

    @Test
    default void ofManyAtOnceOneGetsTheRevision() {
        WorkspaceKey key = key();

        List<Boolean> appended = Flux.range(0, 20)
                .flatMap(i -> log().append(key, new WorkspaceEvent.DeleteFile(1, "edit" + i, NOW, "x")), 20)
                .collectList()
                .block();

        assertThat(appended).hasSize(20).containsOnlyOnce(true);
    }

    private boolean append(WorkspaceKey key, WorkspaceEvent event) {
        return Boolean.TRUE.equals(log().append(key, event).block());
    }

    private static WorkspaceKey key() {
        return new WorkspaceKey("org", UUID.randomUUID().toString(), "1");
    }
}
