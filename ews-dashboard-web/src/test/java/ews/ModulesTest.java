package ews;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ews");

    private static final DescribedPredicate<JavaClass> TEST_SUPPORT = resideInAPackage("ews.testing..");

    @Test
    void modulesMeetOnlyWhereTheyMay() {
        ApplicationModules.of(EwsApplication.class, TEST_SUPPORT).verify();
    }

    @Test
    void siblingsNeverImportEachOther() {
        siblingLeavesAlone("ews.sensors..", "ews.detection..", "ews.plays..", "ews.dashboard..");
        siblingLeavesAlone("ews.detection..", "ews.sensors..", "ews.plays..", "ews.dashboard..");
        siblingLeavesAlone("ews.plays..", "ews.sensors..", "ews.detection..", "ews.dashboard..");
        siblingLeavesAlone("ews.domain..", "ews.sensors..", "ews.detection..", "ews.plays..", "ews.dashboard..");
    }

    private static void siblingLeavesAlone(String module, String... others) {
        noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void thePureDomainKnowsNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "ews.domain.score..", "ews.domain.metric..", "ews.domain.segment..", "ews.domain.event..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..")
                        .and(not(resideInAPackage("org.springframework.modulith.."))))
                .check(CLASSES);
    }

    @Test
    void theTimeComesFromTheInjectedClock() {
        noClasses()
                .that(not(TEST_SUPPORT))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void controllersAreNobodysApi() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }
}
