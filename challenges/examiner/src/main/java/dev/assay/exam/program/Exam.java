package dev.assay.exam.program;

import dev.assay.exam.Category;
import dev.assay.exam.Dependency;
import dev.assay.exam.Reference;
import dev.assay.exam.ThirdParty;
import dev.assay.exam.Uses;
import dev.assay.exam.Validator;
import dev.assay.exam.Visible;
import dev.assay.exam.Weight;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A loaded exam: which tests it has, and a run of them. */
final class Exam {
    private static final String TEST_TIMEOUT = "10 s";

    private final ExamClasses classes;
    private final List<Class<?>> testClasses;
    private final Companions companions;
    private final boolean onlyVisible;
    private final Map<UniqueId, PlannedTest> plan;

    private Exam(ExamClasses classes, Companions companions, boolean onlyVisible) throws BrokenExam {
        this.classes = classes;
        this.companions = companions;
        this.testClasses = classes.topLevel();
        this.onlyVisible = onlyVisible;
        this.plan = plan();
    }

    /** @param companions what is there for tests to take as parameters */
    static Exam load(Map<String, byte[]> classes, Companions companions, boolean onlyVisible) throws BrokenExam {
        return new Exam(new ExamClasses(classes), companions, onlyVisible);
    }

    /** The tests that a run runs, in its order. */
    Collection<PlannedTest> tests() {
        return plan.values();
    }

    /** Runs the planned tests; returns when each of them has been reported once. */
    void run(Surroundings surroundings, Report report) {
        try (LauncherSession session = LauncherFactory.openSession(launcher())) {
            surroundings.putInto(session);
            withExamClasses(() -> session.getLauncher()
                    .execute(request(List.of(filter()), LauncherDiscoveryListener.NOOP), new Run(plan, report)));
        }
    }

    private Map<UniqueId, PlannedTest> plan() throws BrokenExam {
        List<String> issues = new ArrayList<>();
        LauncherDiscoveryListener listener = new LauncherDiscoveryListener() {
            @Override
            public void issueEncountered(UniqueId engine, DiscoveryIssue issue) {
                if (issue.severity() != DiscoveryIssue.Severity.INFO) {
                    issues.add(issue.message());
                }
            }
        };
        List<TestIdentifier> found = new ArrayList<>();
        try {
            withExamClasses(() ->
                    collect(LauncherFactory.create(launcher()).discover(request(List.of(), listener)), found));
        } catch (RuntimeException | LinkageError e) {
            throw new BrokenExam("The exam's tests cannot be found: " + e.getMessage());
        }
        if (!issues.isEmpty()) {
            throw new BrokenExam("The exam has faults: " + String.join("; ", issues));
        }
        return validated(found);
    }

    private Map<UniqueId, PlannedTest> validated(List<TestIdentifier> found) throws BrokenExam {
        if (found.isEmpty()) {
            throw new BrokenExam("The exam has no tests: no method of " + names(testClasses) + " is marked @Test");
        }
        Map<UniqueId, PlannedTest> all = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (TestIdentifier id : found) {
            PlannedTest test = planned(id);
            requireCompanions(id, test.name());
            if (!names.add(test.name())) {
                throw new BrokenExam("Two tests have the name " + test.name()
                        + "; rename one, because the name says which test must fail on a mutant");
            }
            if (test.visible() || !onlyVisible) {
                all.put(id.getUniqueIdObject(), test);
            }
        }
        return all;
    }

    private static PlannedTest planned(TestIdentifier id) throws BrokenExam {
        MethodSource source = (MethodSource) id.getSource().orElseThrow();
        Method method = source.getJavaMethod();
        Class<?> type = source.getJavaClass();
        String name = type.getSimpleName() + "." + method.getName();
        Category category = mark(method, type, Category.class)
                .orElseThrow(
                        () -> new BrokenExam(
                                "The test " + name
                                        + " has no category; put @Category(\"…\") with a category of challenge.yaml on it or on its class"));
        int weight = mark(method, type, Weight.class).map(Weight::value).orElse(1);
        if (weight < 1) {
            throw new BrokenExam("The test " + name + " has the weight " + weight + "; a weight is at least 1");
        }
        boolean visible = mark(method, type, Visible.class).map(Visible::value).orElse(false);
        return new PlannedTest(name, title(method), category.value(), visible, weight);
    }

    /** A mistake in a name is told before anything runs. */
    private void requireCompanions(TestIdentifier id, String name) throws BrokenExam {
        MethodSource source = (MethodSource) id.getSource().orElseThrow();
        List<Parameter> parameters =
                new ArrayList<>(List.of(source.getJavaMethod().getParameters()));
        for (Class<?> around = source.getJavaClass(); around != null; around = around.getEnclosingClass()) {
            for (Constructor<?> constructor : around.getDeclaredConstructors()) {
                parameters.addAll(List.of(constructor.getParameters()));
            }
        }
        for (Parameter parameter : parameters) {
            requireCompanion(parameter, name);
        }
    }

    private void requireCompanion(Parameter parameter, String test) throws BrokenExam {
        Uses uses = parameter.getAnnotation(Uses.class);
        boolean thirdParty = parameter.getType() == ThirdParty.class;
        String what = thirdParty ? "third party" : "dependency";
        if (thirdParty || parameter.getType() == Dependency.class) {
            Set<String> names = thirdParty ? companions.thirdPartyNames() : companions.dependencyNames();
            if (uses == null) {
                throw new BrokenExam("The test " + test + " takes a "
                        + parameter.getType().getSimpleName() + " without a name; put @Uses(\"…\") with a " + what
                        + " of challenge.yaml before it");
            }
            if (!names.contains(uses.value())) {
                throw new BrokenExam("The test " + test + " takes @Uses(\"" + uses.value() + "\"), which is no " + what
                        + " of challenge.yaml; "
                        + (names.isEmpty() ? "it has none" : "it has " + String.join(", ", names)));
            }
        } else if (parameter.getType() == Reference.class
                && companions.reference().isEmpty()) {
            throw new BrokenExam(
                    "The test " + test + " takes a Reference; put \"reference: true\" into challenge.yaml");
        } else if (parameter.getType() == Validator.class
                && companions.validator().isEmpty()) {
            throw new BrokenExam(
                    "The test " + test
                            + " takes a Validator; put one into exam/validator/<language>, for example exam/validator/python/main.py");
        } else if (uses != null) {
            throw new BrokenExam("The test " + test + " takes @Uses(\"" + uses.value() + "\") "
                    + parameter.getType().getSimpleName() + "; it stands before a Dependency or a ThirdParty");
        }
    }

    /** From the method, or else from its class, or else from a class around that. */
    private static <A extends Annotation> Optional<A> mark(Method method, Class<?> type, Class<A> mark) {
        A onMethod = method.getAnnotation(mark);
        if (onMethod != null) {
            return Optional.of(onMethod);
        }
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            A onClass = around.getAnnotation(mark);
            if (onClass != null) {
                return Optional.of(onClass);
            }
        }
        return Optional.empty();
    }

    private static String title(Method method) {
        DisplayName given = method.getAnnotation(DisplayName.class);
        if (given != null) {
            return given.value();
        }
        String words = method.getName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Tests are what comes from a method directly; the invocations of a parameterized test belong to it. */
    private static void collect(TestPlan found, List<TestIdentifier> tests) {
        found.accept(new TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier id) {
                if (id.getSource().orElse(null) instanceof MethodSource) {
                    tests.add(id);
                }
            }
        });
    }

    private PostDiscoveryFilter filter() {
        return descriptor -> FilterResult.includedIf(!(descriptor.getSource().orElse(null) instanceof MethodSource)
                || plan.containsKey(descriptor.getUniqueId()));
    }

    private LauncherDiscoveryRequest request(List<PostDiscoveryFilter> filters, LauncherDiscoveryListener listener) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(testClasses.stream()
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .filters(filters.toArray(PostDiscoveryFilter[]::new))
                .listeners(listener)
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.platform.discovery.issue.severity.critical", "ERROR")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .configurationParameter("junit.jupiter.testmethod.order.default", SourceOrder.class.getName())
                // A test that hangs is left behind on its own thread, and the next one starts.
                .configurationParameter("junit.jupiter.execution.timeout.default", TEST_TIMEOUT)
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .build();
    }

    private static LauncherConfig launcher() {
        return LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
    }

    private void withExamClasses(Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String names(List<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).toList().toString();
    }
}
