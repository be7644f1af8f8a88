package dev.assay.exam.program;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles an exam in memory, against the authors' API and what that brings. */
final class ExamCompiler {
    sealed interface Result {}

    /** @param classes class files by name, such as {@code LinkTests.class} */
    record Compiled(Map<String, byte[]> classes) implements Result {}

    /** @param diagnostics one line each: file, line, and what is wrong */
    record NotCompiled(List<String> diagnostics) implements Result {}

    private ExamCompiler() {}

    /** @param sources Java sources by path, such as {@code LinkTests.java} */
    static Result compile(Map<String, String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return new NotCompiled(List.of("This Java installation has no compiler; a JDK is needed, not a JRE"));
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        StandardJavaFileManager standard =
                compiler.getStandardFileManager(problems, Locale.ENGLISH, StandardCharsets.UTF_8);
        Outputs outputs = new Outputs(standard);
        List<String> options =
                List.of("-proc:none", "-parameters", "-classpath", System.getProperty("java.class.path", ""));
        List<Source> units = sources.entrySet().stream()
                .map(file -> new Source(file.getKey(), file.getValue()))
                .toList();
        boolean compiled =
                compiler.getTask(null, outputs, problems, options, null, units).call();
        if (compiled) {
            return new Compiled(outputs.classes());
        }
        return new NotCompiled(problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .map(ExamCompiler::describe)
                .toList());
    }

    private static String describe(Diagnostic<? extends JavaFileObject> problem) {
        String message = problem.getMessage(Locale.ENGLISH);
        return problem.getSource() instanceof Source source
                ? source.path + ":" + problem.getLineNumber() + ": " + message
                : message;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create("exam:///" + path), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String file) {
            super(URI.create("exam:///" + file.replace("$", "%24")), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Output> outputs = new TreeMap<>();

        Outputs(JavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return outputs.computeIfAbsent(className.replace('.', '/') + kind.extension, Output::new);
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new TreeMap<>();
            outputs.forEach((file, output) -> classes.put(file, output.bytes.toByteArray()));
            return classes;
        }
    }
}
