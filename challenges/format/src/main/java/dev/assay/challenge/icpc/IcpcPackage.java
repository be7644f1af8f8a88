package dev.assay.challenge.icpc;

import dev.assay.challenge.Challenge;
import dev.assay.challenge.Companions;
import dev.assay.challenge.ExamData;
import dev.assay.challenge.Form;
import dev.assay.challenge.Level;
import dev.assay.challenge.Limits;
import dev.assay.challenge.SourceFiles;
import dev.assay.challenge.Track;
import dev.assay.challenge.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A problem package that has been read, and what is judged and written to make a challenge of it. */
public final class IcpcPackage {

    private static final int LEAST_MEMORY_MIB = 256;
    private static final int USUAL_MEMORY_MIB = 2048;
    private static final int MOST_MEMORY_MIB = 4096;
    private static final int FILES_MIB = 64;
    private static final int MOST_EXAM_SECONDS = 600;
    private static final int START_SECONDS = 30;

    private final String name;
    private final Format format;
    private final String title;
    private final List<String> skills;
    private final Credits credits;
    private final String body;
    private final List<CaseGroup> groups;
    private final Optional<Validator> validator;
    private final Timing timing;
    private final OptionalInt memoryMiB;
    private final List<IcpcSubmission> submissions;
    private final List<NotImported> left;

    IcpcPackage(
            String name,
            Format format,
            String title,
            List<String> skills,
            Credits credits,
            String body,
            List<CaseGroup> groups,
            Optional<Validator> validator,
            Timing timing,
            OptionalInt memoryMiB,
            List<IcpcSubmission> submissions,
            List<NotImported> left) {
        this.name = name;
        this.format = format;
        this.title = title;
        this.skills = List.copyOf(skills);
        this.credits = credits;
        this.body = body;
        this.groups = List.copyOf(groups);
        this.validator = validator;
        this.timing = timing;
        this.memoryMiB = memoryMiB;
        this.submissions = List.copyOf(submissions);
        this.left = List.copyOf(left);
    }

    /** The folder's name. */
    public String name() {
        return name;
    }

    public Format format() {
        return format;
    }

    public String title() {
        return title;
    }

    /** Whose it is and under which licence, in one line. */
    public String credits() {
        return credits.words();
    }

    public String license() {
        return credits.license();
    }

    public Timing timing() {
        return timing;
    }

    /** In the languages that there are environments for. */
    public List<IcpcSubmission> submissions() {
        return submissions;
    }

    /** What was left out when it was read. */
    public List<NotImported> left() {
        return left;
    }

    public int samples() {
        return (int) groups.stream().filter(CaseGroup::shown).count();
    }

    public int secretCases() {
        return groups.stream()
                .filter(group -> !group.visible())
                .mapToInt(group -> group.cases().size())
                .sum();
    }

    /** The challenge with each case a test of its own, to see what becomes of each and how long it takes. */
    public Challenge caseByCase(Collection<String> environments, Duration limit) {
        List<CaseGroup> alone = new ArrayList<>();
        for (CaseGroup group : groups) {
            for (TestCase one : group.cases()) {
                alone.add(
                        new CaseGroup("case" + (alone.size() + 1), one.source(), group.visible(), false, List.of(one)));
            }
        }
        return challenge(environments, alone, limit);
    }

    /** The challenge as it will be, for judging. */
    public Challenge grouped(Collection<String> environments, Duration limit) {
        return challenge(environments, groups, limit);
    }

    private Challenge challenge(Collection<String> environments, List<CaseGroup> tests, Duration limit) {
        SortedMap<String, SourceFiles> starters = new TreeMap<>();
        environments.forEach(environment -> starters.put(environment, Starters.in(environment)));
        return new Challenge(
                name,
                title,
                skills,
                Track.DEVELOPER,
                Level.MID,
                60,
                List.copyOf(environments),
                categories(),
                limits(limit),
                Form.PROGRAM,
                new Companions(List.of(), List.of(), Collections.emptySortedMap(), validator),
                8080,
                "",
                SourceFiles.of(Map.of(ExamSource.FILE, ExamSource.of(tests, limit))),
                new ExamData(data()),
                starters,
                List.of(),
                List.of(),
                new TreeMap<>(),
                "import");
    }

    SortedMap<String, Integer> categories() {
        SortedMap<String, Integer> categories = new TreeMap<>();
        if (groups.stream().anyMatch(CaseGroup::visible)) {
            categories.put(ExamSource.SAMPLES, 10);
        }
        if (groups.stream().anyMatch(group -> !group.visible())) {
            categories.put(ExamSource.SECRET, 90);
        }
        return categories;
    }

    /** Room for a program that takes the whole time in every case. */
    Limits limits(Duration limit) {
        int cases = groups.stream().mapToInt(group -> group.cases().size()).sum();
        long seconds = Math.clamp(START_SECONDS + cases * limit.toSeconds(), 60, MOST_EXAM_SECONDS);
        int memory = Math.clamp(memoryMiB.orElse(USUAL_MEMORY_MIB), LEAST_MEMORY_MIB, MOST_MEMORY_MIB);
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.build(),
                usual.ready(),
                Duration.ofSeconds(seconds),
                usual.buildCpu(),
                Duration.ofSeconds(2 * seconds),
                memory,
                FILES_MIB,
                usual.processes(),
                usual.outputKiB());
    }

    SortedMap<String, String> data() {
        SortedMap<String, String> data = new TreeMap<>();
        for (CaseGroup group : groups) {
            for (TestCase one : group.cases()) {
                data.put(one.name() + ".in", one.input());
                data.put(one.name() + ".ans", one.answer());
            }
        }
        return data;
    }

    /** The program that tells whether an output is right, if the package has one of its own. */
    public Optional<Validator> validator() {
        return validator;
    }

    List<CaseGroup> groups() {
        return groups;
    }

    List<String> skills() {
        return skills;
    }

    String body() {
        return body;
    }

    boolean mustBeShown() {
        return credits.mustBeShown();
    }

    /**
     * All files of the challenge, by path.
     *
     * @param left what the package's README names as not imported
     */
    public SortedMap<String, String> files(Judged judged, List<NotImported> left) {
        return new ChallengeFiles(this, judged, left).all();
    }

    /** The hidden tests, which mutants must fail. */
    SortedSet<String> hiddenTests() {
        TreeSet<String> tests = new TreeSet<>();
        groups.stream()
                .filter(group -> !group.visible())
                .forEach(group -> tests.add(ExamSource.CLASS + "." + group.method()));
        return tests;
    }

    /** All tests. */
    SortedSet<String> tests() {
        TreeSet<String> tests = new TreeSet<>();
        groups.forEach(group -> tests.add(ExamSource.CLASS + "." + group.method()));
        return tests;
    }
}
