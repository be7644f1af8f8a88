package dev.assay.runner.bench;

import dev.assay.runner.RunnerSettings;
import dev.assay.runner.judging.JudgeEvent;
import dev.assay.runner.judging.Judgement;
import dev.assay.runner.judging.Timings;
import dev.assay.runner.threads.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The four ways, in turns, so that what else happens on the machine touches all of them alike. */
public final class Benchmark {

    private static final int TICKS_PER_SECOND = 100;

    private final RunnerSettings settings;
    private final int rounds;
    private final int judgements;
    private final Consumer<String> progress;

    /**
     * @param settings with memory for warm pods
     * @param rounds measurements of each way
     * @param judgements in each of two blocks of the throughput, for each environment
     */
    public Benchmark(RunnerSettings settings, int rounds, int judgements, Consumer<String> progress) {
        this.settings = settings;
        this.rounds = rounds;
        this.judgements = judgements;
        this.progress = progress;
    }

    public BenchReport run(List<Subject> subjects) {
        List<BenchReport.Measured> measured = new ArrayList<>();
        List<Rates> rates = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (Subject subject : subjects) {
            Path folder = folder();
            String name = subject.environment().name();
            try {
                progress.accept(name + ": compiling the exam and unpacking the images for the bare runs");
                SortedMap<String, String> exam = compiled(subject);
                try (Bare bare = new Bare(subject, exam, folder);
                        Naive naive = new Naive(subject);
                        InPods cold = new InPods(subject, settings, false);
                        InPods warm = new InPods(subject, settings, true)) {
                    measured.add(latency(subject, bare, naive, cold, warm));
                    warm.prepare();
                    idle.addAll(new IdlePods(warm.runner().ownerLabel()).mebibytes());
                    if (judgements > 0) {
                        rates.add(throughput(name, bare, warm));
                    }
                }
            } finally {
                Tool.run("rm", "-rf", folder.toString());
            }
        }
        return new BenchReport(
                machine(), rounds, settings.slots(), measured, total(rates), idle.isEmpty() ? null : Spread.of(idle));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("assay-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> compiled(Subject subject) {
        try (ExaminerProcess examiner = new ExaminerProcess(
                new ProcessBuilder("docker", "run", "-i", "--rm", "--network", "none", subject.examinerImage()))) {
            examiner.awaitHello();
            return examiner.compile(subject.challenge().exam().files());
        }
    }

    private BenchReport.Measured latency(Subject subject, Bare bare, Naive naive, InPods cold, InPods warm) {
        String name = subject.environment().name();
        List<Long> bareTimes = new ArrayList<>();
        List<Long> naiveTimes = new ArrayList<>();
        List<Long> compileTimes = new ArrayList<>();
        List<Long> coldTimes = new ArrayList<>();
        List<Long> warmTimes = new ArrayList<>();
        List<Double> toBare = new ArrayList<>();
        List<Double> toNaive = new ArrayList<>();
        List<Timings> phases = new ArrayList<>();
        // The first of each reads files from the disk that the others find in memory.
        for (int round = 0; round <= rounds; round++) {
            long b = timed(bare);
            long n = timed(naive);
            long c = timed(cold);
            long w = timed(warm);
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: round %d of %d%s: bare %d ms, naive %d ms, cold %d ms, warm %d ms",
                    name,
                    round,
                    rounds,
                    round == 0 ? " (warm-up, not counted)" : "",
                    b,
                    n,
                    c,
                    w));
            if (round > 0) {
                bareTimes.add(b);
                naiveTimes.add(n);
                coldTimes.add(c);
                warmTimes.add(w);
                toBare.add((double) w / b);
                toNaive.add((double) w / n);
                naive.examCompileMillis().ifPresent(compileTimes::add);
                Judgement last = warm.last();
                if (last != null) {
                    phases.add(last.timings());
                }
            }
        }
        double bareMedian = Spread.of(bareTimes).median();
        double naiveMedian = Spread.of(naiveTimes).median();
        double warmMedian = Spread.of(warmTimes).median();
        return new BenchReport.Measured(
                name,
                subject.challenge().id(),
                bareMedian,
                naiveMedian,
                Spread.of(compileTimes).median(),
                Spread.of(coldTimes).median(),
                warmMedian,
                warmMedian / bareMedian,
                warmMedian / naiveMedian,
                Spread.of(bareTimes),
                Spread.of(naiveTimes),
                Spread.of(coldTimes),
                Spread.of(warmTimes),
                Spread.of(toBare),
                Spread.of(toNaive),
                new BenchReport.Phases(
                        median(phases, Timings::pod),
                        median(phases, Timings::deliver),
                        median(phases, Timings::build),
                        median(phases, Timings::start),
                        median(phases, Timings::exam),
                        median(phases, Timings::total)));
    }

    private static double median(List<Timings> timings, ToLongFunction<Timings> phase) {
        return Spread.of(timings.stream().map(phase::applyAsLong).toList()).median();
    }

    private static long timed(Way way) {
        way.prepare();
        try {
            long start = System.nanoTime();
            way.judge();
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        } finally {
            way.clear();
        }
    }

    private record Rates(String name, double seconds, double bareSeconds, double cpu, double bareCpu, int count) {}

    /** Two blocks of each, in mirrored order, so that a drift of the machine touches both alike. */
    private Rates throughput(String name, Bare bare, InPods warm) {
        Block bareFirst = bareBlock(bare);
        Block warmFirst = warmBlock(warm);
        Block warmSecond = warmBlock(warm);
        Block bareSecond = bareBlock(bare);
        Rates rates = new Rates(
                name,
                warmFirst.seconds + warmSecond.seconds,
                bareFirst.seconds + bareSecond.seconds,
                warmFirst.cpuSeconds + warmSecond.cpuSeconds,
                bareFirst.cpuSeconds + bareSecond.cpuSeconds,
                2 * judgements);
        progress.accept(String.format(
                Locale.ROOT,
                "%s: throughput with %d slots: %.1f a minute, bare %.1f",
                name,
                settings.slots(),
                60 * rates.count / rates.seconds,
                60 * rates.count / rates.bareSeconds));
        return rates;
    }

    private record Block(double seconds, double cpuSeconds) {}

    private Block block(Runnable work) {
        double cpu = busySeconds();
        long start = System.nanoTime();
        work.run();
        return new Block((System.nanoTime() - start) / 1e9, busySeconds() - cpu);
    }

    private Block warmBlock(InPods warm) {
        warm.prepare();
        return block(() -> {
            CountDownLatch done = new CountDownLatch(judgements);
            AtomicReference<@Nullable BenchFault> failure = new AtomicReference<>();
            for (int i = 0; i < judgements; i++) {
                warm.runner().queue().offer(warm.request(), event -> {
                    if (event instanceof JudgeEvent.Done(Judgement judgement)) {
                        try {
                            InPods.requireAccepted(judgement);
                        } catch (BenchFault fault) {
                            failure.set(fault);
                        }
                        done.countDown();
                    }
                });
            }
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchFault("The benchmark was stopped", e);
            }
            BenchFault fault = failure.get();
            if (fault != null) {
                throw fault;
            }
        });
    }

    /** Each slot's next examiner starts while it judges, as pods made ahead do. */
    private Block bareBlock(Bare bare) {
        AtomicInteger left = new AtomicInteger(judgements);
        List<Bare.Prepared> first = new ArrayList<>();
        for (int slot = 0; slot < settings.slots(); slot++) {
            first.add(bare.ready());
        }
        return block(() -> {
            try (ExecutorService threads = Threads.perTask()) {
                List<Future<?>> slots = new ArrayList<>();
                for (Bare.Prepared ready : first) {
                    slots.add(threads.submit(() -> slot(bare, ready, left, threads)));
                }
                for (Future<?> slot : slots) {
                    slot.get();
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof BenchFault fault
                        ? fault
                        : new BenchFault("A bare run failed: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchFault("The benchmark was stopped", e);
            }
        });
    }

    private static Void slot(Bare bare, Bare.Prepared first, AtomicInteger left, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        Bare.Prepared now = first;
        while (left.getAndDecrement() > 0) {
            Future<Bare.Prepared> next = threads.submit(bare::ready);
            bare.judge(now);
            Bare.Prepared used = now;
            var _ = threads.submit(() -> bare.clear(used));
            now = next.get();
        }
        bare.clear(now);
        return null;
    }

    private static BenchReport.Throughput total(List<Rates> rates) {
        if (rates.isEmpty()) {
            return new BenchReport.Throughput(0, 0, 0, null, 0, null, 0);
        }
        double seconds = rates.stream().mapToDouble(Rates::seconds).sum();
        double bareSeconds = rates.stream().mapToDouble(Rates::bareSeconds).sum();
        int count = rates.stream().mapToInt(Rates::count).sum();
        double extra =
                rates.stream().mapToDouble(rate -> rate.cpu - rate.bareCpu).sum() / count;
        return new BenchReport.Throughput(
                60 * count / seconds,
                60 * count / bareSeconds,
                bareSeconds / seconds,
                Spread.of(rates.stream()
                        .map(rate -> rate.bareSeconds / rate.seconds)
                        .toList()),
                extra,
                Spread.of(rates.stream()
                        .map(rate -> (rate.cpu - rate.bareCpu) / rate.count)
                        .toList()),
                count);
    }

    /** Of all processors since the machine started, idle time and waiting left out. */
    private static double busySeconds() {
        try {
            String[] fields = Files.readString(Path.of("/proc/stat"))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .trim()
                    .split("\\s+", -1);
            long busy = 0;
            for (int i = 1; i < Math.min(fields.length, 9); i++) {
                if (i != 4 && i != 5) {
                    busy += Long.parseLong(fields[i]);
                }
            }
            return (double) busy / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, Linux " + System.getProperty("os.version");
    }
}
