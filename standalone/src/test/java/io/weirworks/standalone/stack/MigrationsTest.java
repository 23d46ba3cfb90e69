package io.weirworks.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.InfraExtension;
import io.weirworks.schemas.Service;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every service's tables, messaging's included, on the database that {@code -Dinfra} says. */
@ExtendWith(InfraExtension.class)
class MigrationsTest {

  private final Infra infra;

  MigrationsTest(Infra infra) {
    this.infra = infra;
  }

  @ParameterizedTest
  @EnumSource
  void everyMigrationRunsOnAnEmptySchemaAndASecondTimeChangesNothing(Service service) {
    // given
    String schema = infra.freshSchema(service.id());
    Flyway flyway =
        Flyway.configure()
            .dataSource(
                infra.database().jdbcUrl(schema),
                infra.database().user(),
                infra.database().password())
            .locations(new ServiceSettings(service).migrations().toArray(String[]::new))
            .load();
    List<String> there = versions(flyway.info().all());

    // when
    MigrateResult first = flyway.migrate();
    MigrateResult second = flyway.migrate();

    // then
    assertThat(there).contains("1", "1001");
    assertThat(first.migrations).extracting(done -> done.version).containsExactlyElementsOf(there);
    assertThat(second.migrationsExecuted).isZero();
    assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
  }

  private static List<String> versions(MigrationInfo[] migrations) {
    return List.of(migrations).stream()
        .map(migration -> migration.getVersion().toString())
        .toList();
  }
}
