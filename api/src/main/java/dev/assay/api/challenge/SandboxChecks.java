package dev.assay.api.challenge;

import dev.assay.api.judging.BackgroundJudge;
import dev.assay.api.judging.JudgingService;
import dev.assay.api.settings.AssaySettings;
import dev.assay.challenge.Challenge;
import dev.assay.runner.check.Checker;
import dev.assay.runner.judging.Judge;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.JudgeRequest;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.sandbox.SandboxFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks with the runner in this process, one judgement at a time and only while nobody's submission waits. */
@Component
class SandboxChecks implements PackageChecks {

    private final JudgingService judging;
    private final Duration longest;

    SandboxChecks(JudgingService judging, AssaySettings settings) {
        this.judging = judging;
        this.longest = Duration.ofMinutes(settings.uploads().checkMinutes());
    }

    @Override
    public Mono<String> unavailableBecause() {
        return judging.unavailableBecause();
    }

    @Override
    public Findings check(Challenge challenge, Consumer<CheckEvent> progress) throws InterruptedException {
        Checker.Progress judged = (source, _, done, all) ->
                progress.accept(new CheckEvent.Judged(source.substring(source.indexOf(": ") + 2), done, all));
        Judge judge = new Bounded(new BackgroundJudge(judging.queue()), longest, progress);
        return Findings.of(new Checker(judge, 1, judged).check(List.of(challenge), 1));
    }

    /** Counts only the time of the judgements: waiting for others is not the package's fault. */
    private record Bounded(Judge judge, Duration longest, Consumer<CheckEvent> progress, AtomicLong spentMillis)
            implements Judge {

        Bounded(Judge judge, Duration longest, Consumer<CheckEvent> progress) {
            this(judge, longest, progress, new AtomicLong());
        }

        @Override
        public Judgement judge(JudgeRequest request, Consumer<JudgeEvent> listener) {
            if (spentMillis.get() > longest.toMillis()) {
                return Judgement.faulty(
                        SandboxFault.Kind.PACKAGE,
                        "not judged: what came before it took the " + longest.toMinutes()
                                + " minutes that a check may take. Make the package smaller or faster",
                        0);
            }
            Judgement judgement = judge.judge(request, event -> {
                if (event instanceof JudgeEvent.PreparingImage image) {
                    progress.accept(new CheckEvent.Image(image.line()));
                }
                listener.accept(event);
            });
            spentMillis.addAndGet(judgement.timings().total());
            return judgement;
        }
    }
}
