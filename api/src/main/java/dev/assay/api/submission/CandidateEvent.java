package dev.assay.api.submission;

import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.Scope;
import dev.assay.runner.judging.TestResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a candidate may see of a judgement while it goes on; the names are those of the server-sent events. */
public sealed interface CandidateEvent {

    String ENGINE_AWAY = "Judging is not available at the moment. Nothing is lost: yours waits and is judged as soon as"
            + " it is back.";
    String OUR_FAULT = "Something went wrong on our side. It costs you nothing and is tried again.";

    record Queued(int ahead) implements CandidateEvent {}

    record Image(String line) implements CandidateEvent {}

    record Building() implements CandidateEvent {}

    record BuildOutput(String text) implements CandidateEvent {}

    record Starting() implements CandidateEvent {}

    record Examining(int tests) implements CandidateEvent {}

    record Test(
            String name,
            String title,
            String category,
            TestResult.Status status,
            @Nullable String message) implements CandidateEvent {}

    record Progress(int finished, int total) implements CandidateEvent {}

    /** A fault of ours; it will be tried again. */
    record Delayed(String message) implements CandidateEvent {}

    /** The submission has its judgement. */
    record Done() implements CandidateEvent {}

    /**
     * Turns the events of one judgement into those the candidate may see. Of a submission no hidden test shows by more
     * than its being counted, and no message shows at all: the service under test could have written it.
     */
    final class Filter {
        private final Scope scope;
        private int finished;
        private int total;

        public Filter(Scope scope) {
            this.scope = scope;
        }

        public List<CandidateEvent> of(JudgeEvent event) {
            return switch (event) {
                case JudgeEvent.Queued queued -> List.of(new Queued(queued.ahead()));
                case JudgeEvent.Held held -> List.of(new Delayed(ENGINE_AWAY));
                case JudgeEvent.PreparingImage image -> List.of(new Image(image.line()));
                case JudgeEvent.Building building -> List.of(new Building());
                case JudgeEvent.BuildOutput output -> List.of(new BuildOutput(output.text()));
                case JudgeEvent.Starting starting -> List.of(new Starting());
                case JudgeEvent.Examining examining -> {
                    total = examining.tests();
                    yield List.of(new Examining(total));
                }
                case JudgeEvent.Restored restored -> List.of();
                case JudgeEvent.TestFinished test -> testFinished(test.result());
                case JudgeEvent.Retrying retrying -> {
                    finished = 0;
                    total = 0;
                    yield List.of(new Delayed(OUR_FAULT));
                }
                case JudgeEvent.Done done -> List.of();
            };
        }

        private List<CandidateEvent> testFinished(TestResult result) {
            finished++;
            List<CandidateEvent> events = new ArrayList<>();
            if (result.visible()) {
                events.add(new Test(
                        result.name(),
                        result.title(),
                        result.category(),
                        result.status(),
                        scope == Scope.VISIBLE ? result.message() : null));
            }
            events.add(new Progress(finished, Math.max(total, finished)));
            return events;
        }
    }
}
