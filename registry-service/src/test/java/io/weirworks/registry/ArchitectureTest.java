package io.weirworks.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.weirworks.registry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainKnowsNoFrameworkBrokerDatabaseOrContract =
      noClasses()
          .that()
          .resideInAPackage("io.weirworks.registry.*..")
          .and()
          .resideOutsideOfPackage("..adapter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micronaut..",
              "org.apache.kafka..",
              "java.sql..",
              "javax.sql..",
              "org.apache.avro..",
              "io.weirworks.contract..",
              "io.weirworks.schemas..",
              "io.weirworks.messaging..");

  @ArchTest
  static final ArchRule noOtherServiceIsKnown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.weirworks.scheduler..", "io.weirworks.executor..", "io.weirworks.lineage..");

  @ArchTest
  static final ArchRule roomsDoNotDependOnOneAnotherInCircles =
      slices().matching("io.weirworks.registry.(*)..").should().beFreeOfCycles();
}
