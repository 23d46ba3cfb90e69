package io.weirworks.executor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.weirworks.executor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theDomainKnowsNoFrameworkBrokerDatabaseOrContract =
      noClasses()
          .that()
          .resideOutsideOfPackage("..adapter..")
          .and()
          .haveSimpleNameNotEndingWith("Application")
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .and()
          .haveSimpleNameNotEndingWith("BeanConfiguration")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micronaut..",
              "org.apache.kafka..",
              "java.sql..",
              "javax.sql..",
              "org.apache.avro..",
              "io.weirworks.contract..",
              "io.weirworks.messaging..");

  @ArchTest
  static final ArchRule theExecutorKnowsNoOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.weirworks.registry..", "io.weirworks.scheduler..", "io.weirworks.lineage..");

  @ArchTest
  static final ArchRule roomsDoNotDependOnOneAnotherInCircles =
      slices().matching("io.weirworks.executor.(*)..").should().beFreeOfCycles();
}
