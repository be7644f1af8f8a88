package dev.assay.challenge;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** What challenge and exercise packages have in common. */
final class PackageParts {

    static final int LEAST_MINUTES = 5;
    static final int MOST_MINUTES = 480;

    private final PackageFiles files;
    private final Problems problems;

    PackageParts(PackageFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Finds misspelt folders, whose content would otherwise be passed over in silence. */
    void requireKnownEntries(String folder, Collection<String> allowed) {
        for (String name : files.namesIn(folder)) {
            if (!allowed.contains(name)) {
                problems.add(
                        folder.isEmpty() ? name : folder + "/" + name,
                        "This does not belong to the package",
                        Wording.allowed(name, allowed));
            }
        }
    }

    void requireId(YamlMapping yaml, String id) {
        if (!Slug.matches(id)) {
            problems.add(".", "The folder's name " + Wording.quoted(id) + " cannot be an id", Slug.RULE);
        }
        if (yaml.has("id")) {
            String given = yaml.text("id", 60);
            if (!given.isEmpty() && !given.equals(id)) {
                yaml.wrong(
                        "id",
                        yaml.lineOf("id"),
                        "is " + Wording.quoted(given) + ", but the folder is called " + Wording.quoted(id),
                        "Rename one of them, or leave the key out.");
            }
        }
    }

    List<String> skills(YamlMapping yaml) {
        return yaml.texts("skills", 40).stream().map(YamlMapping.Text::value).toList();
    }

    String markdown(String path, String purpose) {
        String text = files.text(path).orElse("");
        if (!files.has(path)) {
            problems.add(path, "The file is missing", "Write " + purpose + ", in Markdown.");
        } else if (text.isBlank() && files.text(path).isPresent()) {
            problems.add(path, "The file is empty", "Write " + purpose + ", in Markdown.");
        }
        return text;
    }

    SourceFiles sourceFiles(String folder, SortedMap<String, String> found) {
        try {
            return new SourceFiles(found);
        } catch (IllegalArgumentException e) {
            problems.add(folder, String.valueOf(e.getMessage()), "Remove what is not needed.");
            return SourceFiles.empty();
        }
    }
}
