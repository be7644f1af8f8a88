package dev.assay.challenge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads one {@code design/<slug>/} folder. */
final class ExerciseReading {

    private static final String FILE = "exercise.yaml";
    private static final String RUBRIC = "rubric.yaml";
    private static final List<String> KEYS =
            List.of("id", "title", "skills", "track", "level", "minutes", "givens", "sections");
    private static final List<String> CRITERION = List.of("id", "title", "weight", "question", "levels");
    private static final List<String> LEVELS = IntStream.rangeClosed(Rubric.LOWEST_LEVEL, Rubric.HIGHEST_LEVEL)
            .mapToObj(Integer::toString)
            .toList();

    private final String id;
    private final PackageFiles files;
    private final Problems problems;

    ExerciseReading(String id, PackageFiles files, Problems problems) {
        this.id = id;
        this.files = files;
        this.problems = problems;
    }

    Optional<Exercise> read() {
        PackageParts parts = new PackageParts(files, problems);
        parts.requireKnownEntries("", List.of(FILE, "brief.md", RUBRIC, "README.md"));
        YamlMapping yaml = YamlFile.read(files, FILE, KEYS, problems);
        parts.requireId(yaml, id);
        String title = yaml.text("title", 120);
        List<String> skills = parts.skills(yaml);
        Track track = yaml.choice("track", Track.class);
        Level level = yaml.choice("level", Level.class);
        int minutes = yaml.number("minutes", PackageParts.LEAST_MINUTES, PackageParts.MOST_MINUTES);
        List<Exercise.Given> givens = givens(yaml);
        List<Exercise.Section> sections = sections(yaml);
        String brief = parts.markdown("brief.md", "the situation and what is asked");
        List<Rubric.Criterion> criteria = criteria();
        if (problems.any()) {
            return Optional.empty();
        }
        return Optional.of(new Exercise(
                id,
                title,
                skills,
                track,
                level,
                minutes,
                brief,
                givens,
                sections,
                new Rubric(criteria),
                files.contentHash()));
    }

    private static List<Exercise.Given> givens(YamlMapping yaml) {
        return yaml.mappings("givens", List.of("name", "value")).stream()
                .map(given -> new Exercise.Given(given.text("name", 120), given.written("value", 300)))
                .toList();
    }

    private static List<Exercise.Section> sections(YamlMapping yaml) {
        Set<String> ids = new HashSet<>();
        return yaml.mappings("sections", List.of("id", "title", "prompt")).stream()
                .map(section -> new Exercise.Section(
                        uniqueId(section, ids),
                        section.text("title", 120),
                        section.longText("prompt", 4000)
                                .map(YamlMapping.Text::value)
                                .orElse("")
                                .strip()))
                .toList();
    }

    private List<Rubric.Criterion> criteria() {
        YamlMapping yaml = YamlFile.read(files, RUBRIC, List.of("criteria"), problems);
        Set<String> ids = new HashSet<>();
        List<Rubric.Criterion> criteria = new ArrayList<>();
        for (YamlMapping criterion : yaml.mappings("criteria", CRITERION)) {
            String criterionId = uniqueId(criterion, ids);
            String title = criterion.text("title", 120);
            int weight = criterion.number("weight", 1, 100);
            String question = criterion
                    .longText("question", 1000)
                    .map(YamlMapping.Text::value)
                    .orElse("")
                    .strip();
            SortedMap<Integer, String> anchors = anchors(criterion);
            if (!problems.any()) {
                criteria.add(new Rubric.Criterion(criterionId, title, weight, question, anchors));
            }
        }
        return criteria;
    }

    private static SortedMap<Integer, String> anchors(YamlMapping criterion) {
        YamlMapping levels = criterion.mapping("levels", LEVELS);
        SortedMap<Integer, String> anchors = new TreeMap<>();
        for (String level : LEVELS) {
            levels.longText(level, 2000)
                    .ifPresent(anchor ->
                            anchors.put(Integer.valueOf(level), anchor.value().strip()));
        }
        return anchors;
    }

    private static String uniqueId(YamlMapping entry, Set<String> ids) {
        String id = entry.text("id", 60);
        if (!id.isEmpty() && !Slug.matches(id)) {
            entry.wrong("id", entry.lineOf("id"), "is " + Wording.quoted(id), Slug.RULE);
        } else if (!id.isEmpty() && !ids.add(id)) {
            entry.wrong(
                    "id",
                    entry.lineOf("id"),
                    "is " + Wording.quoted(id) + " again",
                    "Give every entry an id of its own.");
        }
        return id;
    }
}
