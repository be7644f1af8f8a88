package dev.assay.challenge.icpc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Languages of submissions: those that there is an environment for, and the names of others. */
enum Language {
    JAVA("java", "Main.java", "java", "java"),
    PYTHON("python", "main.py", "python3 python3numpy python", "py py3"),
    NODE("node", "main.js", "javascript", "js"),
    GO("go", "main.go", "go", "go"),
    PHP("php", "main.php", "php", "php"),
    RUBY("ruby", "main.rb", "ruby", "rb");

    private static final List<String> CPP = List.of("cpp", "cc", "cxx", "c++");

    private static final List<String> OTHERS = List.of(
            "c", "h", "hpp", "cs", "d", "hs", "kt", "kts", "lisp", "ml", "pas", "pl", "rs", "scala", "py2", "swift",
            "ts", "f90", "fs", "jl", "lua", "nim", "zig", "adb", "erl", "ex", "dart", "sh", "vb");

    private final String environment;
    private final String entry;
    private final String codes;
    private final String endings;

    Language(String environment, String entry, String codes, String endings) {
        this.environment = environment;
        this.entry = entry;
        this.codes = codes;
        this.endings = endings;
    }

    String environment() {
        return environment;
    }

    /** The file that the environment begins with. */
    String entry() {
        return entry;
    }

    /** The names that the format knows it by. */
    List<String> codes() {
        return List.of(codes.split(" ", -1));
    }

    boolean isSource(String path) {
        return List.of(endings.split(" ", -1)).contains(ending(path));
    }

    static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.codes().contains(code))
                .findFirst();
    }

    static Optional<Language> ofFile(String path) {
        return Arrays.stream(values())
                .filter(language -> language.isSource(path))
                .findFirst();
    }

    static boolean isCpp(String path) {
        return CPP.contains(ending(path));
    }

    static boolean isOfAnother(String path) {
        String ending = ending(path).toLowerCase(java.util.Locale.ROOT);
        return CPP.contains(ending) || OTHERS.contains(ending);
    }

    static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
