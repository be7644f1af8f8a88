import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exam.Category;
import dev.assay.exam.Dependency;
import dev.assay.exam.Reply;
import dev.assay.exam.Service;
import dev.assay.exam.Uses;
import dev.assay.exam.Visible;
import dev.assay.exam.Waiting;
import dev.assay.exam.Weight;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Category("counting")
@Timeout(120)
class CountingTests {
    private final Service service;
    private final Gate gate;
    private final OtherGate other;

    CountingTests(Service service, @Uses("redis") Dependency redis) {
        this.service = service;
        this.gate = new Gate(service);
        this.other = new OtherGate(redis);
    }

    @Test
    @Visible
    @DisplayName("What another gate has counted is true: before the first request, between two, and above the limit")
    void goesOnFromOthers() {
        gate.together(client -> {
            other.hasCounted(Gate.PICTURES, client, 17, 1800);

            Gate.isLeft(gate.ask(Gate.PICTURES, client, 5).hasStatus(429), 3);
            Gate.isLeft(gate.ask(Gate.PICTURES, client).hasStatus(200), 2);
            other.takesAPicture(client);
            Gate.isLeft(gate.ask(Gate.PICTURES, client).hasStatus(200), 0);

            String keeper = Gate.freshClient();
            other.hasCounted(Gate.PICTURES, keeper, 26, 3000);
            Gate.isLeft(gate.ask(Gate.PICTURES, keeper).hasStatus(429), 0);
        });
    }

    @Test
    @DisplayName("A window that another gate began keeps its end")
    void keepsTheWindowsOfOthers() {
        gate.together(client -> {
            other.hasCounted(Gate.FEEDING, client, 40, 900);

            for (int i = 1; i <= 2; i++) {
                Reply reply = gate.ask(Gate.FEEDING, client, 10).hasStatus(200);

                Gate.isLeft(reply, 60 - 10 * i);
                assertThat(Gate.seconds(reply, "RateLimit-Reset"))
                        .as("RateLimit-Reset, in a window that had at most 900 s left")
                        .isBetween(1, 900);
            }
        });
    }

    @Test
    @DisplayName("A count that another gate left without an end gets one")
    void endsWhatNeverEnded() {
        gate.together(client -> {
            other.hasLeftWithoutAnEnd(Gate.PICTURES, client, 6);

            long begin = System.nanoTime();
            for (int i = 1; i <= 2; i++) {
                Reply reply = gate.ask(Gate.PICTURES, client).hasStatus(200);

                int passed = (int) Duration.ofNanos(System.nanoTime() - begin).toSeconds();
                Gate.isLeft(reply, 14 - i);
                assertThat(Gate.seconds(reply, "RateLimit-Reset"))
                        .as("RateLimit-Reset, %d whole seconds after the gate has met the count", passed)
                        .isBetween(Gate.HOUR - passed, Gate.HOUR);
            }
        });
    }

    @Test
    @Visible
    @DisplayName("A gate that is killed and started again goes on with its counts")
    void goesOnAfterACrash() {
        gate.together(client -> {
            gate.use(Gate.PICTURES, client, 4);

            service.restart();
            gate.awaitTogether();

            Gate.isLeft(gate.ask(Gate.PICTURES, client).hasStatus(200), 15);
        });
    }

    @Test
    @Weight(2)
    @DisplayName("Of 40 requests at the same time exactly 20 are admitted, and each says what is left after it")
    void admitsExactly() {
        for (int round = 0; round < 3; round++) {
            gate.together(client -> {
                List<Reply> replies = service.concurrently(40, _ -> gate.ask(Gate.PICTURES, client));

                assertThat(Gate.admitted(replies)).as("how many of 40 were admitted").isEqualTo(Gate.PICTURES_LIMIT);
                assertThat(replies.stream()
                                .filter(reply -> reply.status() == 200)
                                .map(reply -> Gate.seconds(reply, "RateLimit-Remaining")))
                        .as("RateLimit-Remaining of those that were admitted")
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, Gate.PICTURES_LIMIT).boxed().toList());
            });
        }
    }

    @Test
    @DisplayName("Of 41 requests here and 41 at another gate, most of them at the same time, exactly 20 are admitted")
    void sharesThePlaces() {
        for (int round = 0; round < 4; round++) {
            gate.together(client -> {
                gate.use(Gate.PICTURES, client, 1);
                AtomicInteger there = new AtomicInteger(other.takesAPicture(client) ? 1 : 0);
                List<Reply> replies = service.concurrently(40, _ -> {
                    Reply reply = gate.ask(Gate.PICTURES, client);
                    // This gate is in the midst of the others now.
                    if (other.takesAPicture(client)) {
                        there.incrementAndGet();
                    }
                    return reply;
                });

                assertThat(1 + Gate.admitted(replies) + there.get())
                        .as("how many of 41 and 41 were admitted, here and at the other gate together")
                        .isEqualTo(Gate.PICTURES_LIMIT);
            });
        }
    }

    @Test
    @Weight(2)
    @DisplayName("Requests that do not fit take nobody's place while they are looked at")
    void keepsPlacesForThoseThatFit() {
        for (int round = 0; round < 4; round++) {
            gate.together(client -> {
                gate.use(Gate.PICTURES, client, 5, 5, 5, 3);
                // Two of 24 fit into the two places that are left.
                List<Reply> replies = service.concurrently(
                        24, i -> gate.ask(Gate.PICTURES, client, i % 12 == 11 ? 1 : 5));

                assertThat(IntStream.range(0, 24).filter(i -> replies.get(i).status() == 200))
                        .as("which of 24 requests were admitted, when only the numbers 11 and 23 fit")
                        .containsExactly(11, 23);
            });
        }
    }

    @Test
    @Weight(2)
    @DisplayName("Windows have their length when the gate is killed in the midst of counting")
    void leavesNothingHalfDone() {
        Set<String> clients = ConcurrentHashMap.newKeySet();
        // A gate that counts alone can leave nothing half done: on a slow machine such a round is played again.
        for (int round = 0, together = 0; round < 4 && together < 2; round++) {
            gate.awaitTogether();
            Collection<Reply> answers = service.burst(
                            16,
                            _ -> {
                                String client = Gate.freshClient();
                                clients.add(client);
                                return gate.call(Gate.LIVE, Map.of("client", client));
                            },
                            service::crash)
                    .values();
            service.start();
            if (answers.stream().noneMatch(reply -> reply.status() == 200 && !Gate.countedTogether(reply))) {
                together++;
            }
        }

        Set<String> turnedAway = new TreeSet<>();
        gate.together(_ -> {
            Waiting.letPass(Duration.ofMillis(1100));
            clients.removeIf(client -> {
                Reply reply = gate.ask(Gate.LIVE, client).hasStatusIn(200, 429);
                if (reply.status() == 429) {
                    turnedAway.add(client);
                }
                return Gate.countedTogether(reply);
            });
        });
        assertThat(turnedAway)
                .as("clients of live who are turned away more than a second after their only request")
                .isEmpty();
    }
}
