package io.weirworks.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The boundaries of DESIGN 1. */
@AnalyzeClasses(
    packages = "io.weirworks.scheduler",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule domainKnowsNoTechnology =
      noClasses()
          .that()
          .resideOutsideOfPackage("..adapter..")
          .and()
          .doNotHaveSimpleName("SchedulerApplication")
          .and()
          .doNotHaveSimpleName("package-info")
          .and()
          .haveNameNotMatching(".*\\.\\$BeanConfiguration")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micronaut..",
              "jakarta..",
              "org.apache.kafka..",
              "org.apache.avro..",
              "java.sql..",
              "javax.sql..",
              "com.fasterxml..",
              "io.weirworks.contract..",
              "io.weirworks.schemas..",
              "io.weirworks.messaging..");

  @ArchTest
  static final ArchRule noOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.weirworks.registry..", "io.weirworks.executor..", "io.weirworks.lineage..");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("io.weirworks.scheduler.(**)").should().beFreeOfCycles();
}
