package dev.assay.runner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.assay.runner.judging.Verdict;
import java.time.Clock;
import java.util.Date;

@AnalyzeClasses(packages = "dev.assay.runner", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTER_KNOWS_DOCKER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.runner.sandbox.docker")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.dockerjava..");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_SPRING =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NOT_WHAT_IT_IS_USED_FOR = noClasses()
            .that()
            .resideInAPackage("dev.assay.runner.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.assay.runner",
                    "dev.assay.runner.environment..",
                    "dev.assay.runner.judging..",
                    "dev.assay.runner.dispatch..",
                    "dev.assay.runner.cli..",
                    "dev.assay.challenge..");

    @ArchTest
    static final ArchRule THE_PORT_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage("dev.assay.runner.sandbox")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.assay.runner.sandbox.docker");

    @ArchTest
    static final ArchRule VERDICTS_ARE_MADE_IN_JUDGING = classes()
            .that()
            .areAssignableTo(Verdict.class)
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAnyPackage(
                    "dev.assay.runner.judging..",
                    "dev.assay.runner.dispatch..",
                    "dev.assay.runner.bench..",
                    "dev.assay.runner.check..",
                    "dev.assay.runner.importing..",
                    "dev.assay.runner.cli..");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_SHELL_COMMANDS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.assay.runner.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.assay.runner.cli..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callCodeUnitWhere(describe("reads the time without a Clock", ArchitectureTest::readsTheAmbientTime));

    @ArchTest
    static final ArchRule NO_THREAD_IS_VIRTUAL = noClasses()
            .should()
            .callCodeUnitWhere(describe(
                    "makes a virtual thread",
                    call -> call.getTarget()
                            .getName()
                            .matches("ofVirtual|startVirtualThread|newVirtualThreadPerTaskExecutor")));

    private static boolean readsTheAmbientTime(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        boolean now = target.getName().equals("now")
                && target.getOwner().getPackageName().equals("java.time")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean millis = target.getOwner().isEquivalentTo(System.class)
                && target.getName().equals("currentTimeMillis");
        boolean date = target.getOwner().isEquivalentTo(Date.class)
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
        return now || millis || date;
    }
}
