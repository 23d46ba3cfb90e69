package io.weirworks.standalone.platform;

import io.weirworks.infra.database.Database;
import io.weirworks.schemas.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the services are told, by environment variables: a command line would show the password to
 * everybody on the machine.
 */
record ServiceEnvironment(
    DataFolder data,
    PlatformSettings settings,
    PlatformParts.BootstrapServers kafka,
    Database database,
    Optional<MetastoreProcess> metastore,
    ServicePorts ports) {

  /** The variables of a JVM that hosts these services. */
  Map<String, String> of(List<ServiceProgram> programs) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka.get());
    variables.put("WEIRWORKS_SCHEMAS_URL", "http://" + ports.address(Service.REGISTRY));
    variables.put("WEIRWORKS_WORK_DIR", data.work().toString());
    variables.put("WEIRWORKS_MESSAGING_CLOCK_SHIFT", settings.clockOffset().toString());
    metastore.map(MetastoreProcess::told).ifPresent(variables::putAll);
    for (ServiceProgram program : programs) {
      Service service = program.service();
      String prefix = "WEIRWORKS_" + service.name() + "_DATABASE_";
      variables.put(ServicePorts.variable(service), Integer.toString(ports.port(service)));
      variables.put(prefix + "URL", database.jdbcUrl(schema(service)));
      variables.put(prefix + "USER", database.user());
      variables.put(prefix + "PASSWORD", database.password());
    }
    return variables;
  }

  static String schema(Service service) {
    return "weirworks_" + service.id();
  }
}
