package dev.assay.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.assay.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nothingBlocks = noClasses()
            .should(callMethodWhere(new DescribedPredicate<JavaMethodCall>("a reactive type is waited for") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                            && call.getName().matches("block.*|toIterable|toStream");
                }
            }))
            .because("a blocked event loop stops every request");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should(callMethodWhere(new DescribedPredicate<JavaMethodCall>("now() without a clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    String owner = call.getTargetOwner().getName();
                    if (owner.equals("java.lang.System")) {
                        return call.getName().equals("currentTimeMillis");
                    }
                    return owner.startsWith("java.time.")
                            && call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty();
                }
            }))
            .because("tests and time credits need a clock that can be moved");

    @ArchTest
    static final ArchRule dockerIsTheRunnersBusiness = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("com.github.dockerjava.."))
            .because("the API must run without Docker");

    @ArchTest
    static final ArchRule namesSayWhat = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Utils");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
