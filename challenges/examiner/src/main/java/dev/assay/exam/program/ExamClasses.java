package dev.assay.exam.program;

import java.lang.classfile.ClassFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The exam's compiled classes, in memory: nothing of a hidden exam is ever written to a file. */
final class ExamClasses extends ClassLoader {
    private static final String SUFFIX = ".class";

    private final Map<String, byte[]> bytesByName = new TreeMap<>();

    /** The classes by file name, such as {@code LinkTests$Inner.class}. */
    ExamClasses(Map<String, byte[]> files) {
        super(ExamClasses.class.getClassLoader());
        files.forEach((file, bytes) -> bytesByName.put(className(file), bytes));
    }

    private static String className(String file) {
        if (!file.endsWith(SUFFIX)) {
            throw new IllegalArgumentException("Not the name of a class file: " + file);
        }
        return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    }

    /** The classes that are in no other, in name order. */
    List<Class<?>> topLevel() throws BrokenExam {
        try {
            List<Class<?>> classes = new ArrayList<>();
            for (String name : bytesByName.keySet()) {
                if (!name.contains("$")) {
                    classes.add(loadClass(name));
                }
            }
            return classes;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new BrokenExam("The exam's classes do not load: " + e);
        }
    }

    /** Where each method's name first stands in the class, which is where it stands in its source. */
    List<String> methodsInSourceOrder(Class<?> type) {
        byte[] bytes = bytesByName.get(type.getName());
        return bytes == null
                ? List.of()
                : ClassFile.of().parse(bytes).methods().stream()
                        .map(method -> method.methodName().stringValue())
                        .distinct()
                        .toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte @Nullable [] bytes = bytesByName.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
