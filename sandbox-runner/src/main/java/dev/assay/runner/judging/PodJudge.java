package dev.assay.runner.judging;

import dev.assay.challenge.Challenge;
import dev.assay.runner.environment.DependencyServers;
import dev.assay.runner.environment.Environment;
import dev.assay.runner.environment.Environments;
import dev.assay.runner.environment.Images;
import dev.assay.runner.sandbox.Lanes;
import dev.assay.runner.sandbox.SandboxFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges each submission in a pod of its own. */
public final class PodJudge implements Judge {

    private static final Logger log = LoggerFactory.getLogger(PodJudge.class);

    private final Environments environments;
    private final DependencyServers servers = DependencyServers.shipped();
    private final Images images;
    private final PodSource pods;
    private final Exams exams;
    private final Lanes lanes;
    private final Bounds bounds;
    private final Executor removals;

    /** @param removals runs the removal of used pods */
    public PodJudge(
            Environments environments,
            Images images,
            PodSource pods,
            Exams exams,
            Lanes lanes,
            Bounds bounds,
            Executor removals) {
        this.environments = environments;
        this.images = images;
        this.pods = pods;
        this.exams = exams;
        this.lanes = lanes;
        this.bounds = bounds;
        this.removals = removals;
    }

    @Override
    public Judgement judge(JudgeRequest request, Consumer<JudgeEvent> listener) {
        Trace trace = new Trace();
        Judgement judgement;
        try {
            judgement = judgeOrFail(request, listener, trace);
        } catch (SandboxFault fault) {
            log.warn("Judgement {} failed: {}", request.id(), fault.getMessage(), fault.getCause());
            judgement = Judgement.faulty(
                    fault.kind(), fault.explanation(), trace.used().toMillis());
        } catch (RuntimeException bug) {
            log.error("Judgement {} failed", request.id(), bug);
            images.forget();
            judgement = Judgement.faulty(
                    SandboxFault.Kind.RUNNER,
                    "The runner failed (" + bug + "): judge again, and report it with the log if it happens again",
                    trace.used().toMillis());
        }
        listener.accept(new JudgeEvent.Done(judgement));
        return judgement;
    }

    private Judgement judgeOrFail(JudgeRequest request, Consumer<JudgeEvent> listener, Trace trace) {
        bounds.require(request.challenge());
        Environment environment = environments.named(request.environment());
        PodShape shape = trace.step(
                "images",
                () -> shape(
                        request.challenge(),
                        environment,
                        line -> listener.accept(new JudgeEvent.PreparingImage(line))));
        var exam = exams.compiled(request.challenge(), shape.examinerImage());
        try (Lanes.Lane lane = trace.step("lane", () -> lanes.take(pods.readyOn(shape)));
                Judging judging = judging(
                        request,
                        listener,
                        trace,
                        trace.step("pod", () -> pods.take(shape, lane.cpus(), request.id())))) {
            return judging.judge(exam);
        } catch (SandboxFault fault) {
            // It may be that someone removed an image; the next judgement looks again.
            images.forget();
            throw fault;
        }
    }

    /** A pod that was taken is closed also when the judgement cannot begin. */
    private Judging judging(JudgeRequest request, Consumer<JudgeEvent> listener, Trace trace, PodRun run) {
        try {
            return new Judging(request, environments, listener, trace, run, removals);
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private List<PodShape.ServerImage> dependencies(Challenge challenge, Consumer<String> progress) {
        return challenge.dependencies().stream()
                .map(dependency -> servers.named(dependency.name()))
                .map(server -> new PodShape.ServerImage(server, images.dependency(server, servers, progress)))
                .toList();
    }

    private List<PodShape.OwnProgram> own(Challenge challenge, String environmentImage, Consumer<String> progress) {
        List<PodShape.OwnProgram> own = new ArrayList<>();
        if (!challenge.companions().references().isEmpty()) {
            own.add(new PodShape.OwnProgram(PodShape.REFERENCE, environmentImage));
        }
        challenge
                .companions()
                .validator()
                .map(validator -> environments.forValidators(validator.language()))
                .ifPresent(environment -> own.add(
                        new PodShape.OwnProgram(PodShape.VALIDATOR, images.environment(environment, progress))));
        return own;
    }

    /**
     * Prepares for a judgement that may be asked for: builds the images and compiles the exam where that is still to be done, and
     * has a pod made. What fails is left to the judgement to report.
     */
    public void expect(Challenge challenge, String environment) {
        try {
            bounds.require(challenge);
            PodShape shape = shape(challenge, environments.named(environment), line -> {});
            var _ = exams.compiled(challenge, shape.examinerImage());
            pods.expect(shape);
        } catch (RuntimeException e) {
            log.debug("Nothing was prepared for {} in {}: {}", challenge.id(), environment, e.getMessage());
        }
    }

    private PodShape shape(Challenge challenge, Environment environment, Consumer<String> progress) {
        String examinerImage = images.examiner(progress);
        String environmentImage = images.environment(environment, progress);
        return PodShape.of(
                examinerImage,
                environmentImage,
                challenge.limits(),
                own(challenge, environmentImage, progress),
                lanes.share(),
                dependencies(challenge, progress));
    }
}
