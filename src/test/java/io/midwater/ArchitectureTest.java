package io.midwater;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.midwater", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "io.midwater.classification..",
        "io.midwater.metrics..",
        "io.midwater.simulation..",
        "io.midwater.statistics..",
        "io.midwater.totals.."
    };

    @ArchTest
    static final ArchRule domainKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.midwater.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.midwater.domain..", "java..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureFinanceKnowsNeitherSparkNorFilesNorLogs = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.apache..", "scala..", "com.typesafe..", "org.slf4j..", "picocli..", "java.nio.file..")
                    .and(not(resideInAnyPackage("org.apache.commons.math3..")))
                    .or(resideInAnyPackage("io.midwater..")
                            .and(not(resideInAnyPackage("io.midwater.domain..")))
                            .and(not(resideInAnyPackage(PURE)))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyStatisticsKnowsItsLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("io.midwater.statistics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.math3..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureFinanceHasNoClock = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureFinanceIsFiveSeparateThings = slices().matching(
                    "io.midwater.(classification|metrics|simulation|statistics|totals)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyConfigKnowsHocon = noClasses()
            .that()
            .resideOutsideOfPackage("io.midwater.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe.config..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyAppKnowsTheWholeConfiguration = noClasses()
            .that()
            .resideOutsideOfPackages("io.midwater.config..", "io.midwater.app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.midwater.config.MidwaterConfig")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sparkStaysInItsPackages = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.midwater.feed..",
                    "io.midwater.rollup..",
                    "io.midwater.sink..",
                    "io.midwater.spark..",
                    "io.midwater.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule catalystStaysInTheAdapter = noClasses()
            .that()
            .resideOutsideOfPackage("io.midwater.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark.sql.catalyst..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodyKnowsTheApplication = noClasses()
            .that()
            .resideOutsideOfPackage("io.midwater.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.midwater.app..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule partsOfTheApplicationDoNotKnowIt = noClasses()
            .that()
            .resideInAPackage("io.midwater.app.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.midwater.app");

    @ArchTest
    static final ArchRule partsOfTheApplicationHaveNoCycles =
            slices().matching("io.midwater.app.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.midwater.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should(be(
                    new DescribedPredicate<JavaClass>(
                            "named *Utils, *Helper, *Manager, Abstract* or I* (an interface)") {
                        @Override
                        public boolean test(JavaClass type) {
                            return type.getSimpleName().matches(".*(Utils?|Helper|Manager)|Abstract.*|I[A-Z].*");
                        }
                    }));

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.midwater.app.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .allowEmptyShould(true);
}
