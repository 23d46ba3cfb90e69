package io.weirworks.standalone.contractjson;

import io.weirworks.schemas.Service;
import org.apache.avro.Schema;

/**
 * A command that anybody outside may publish.
 *
 * @param service decides it
 * @param schema of the generated class
 */
public record CommandType(Service service, Schema schema) {

  /** Such as {@code io.weirworks.contract.scheduler.RunWorkflow}. */
  public String fullName() {
    return schema.getFullName();
  }

  /** Such as {@code RunWorkflow}. */
  public String shortName() {
    return schema.getName();
  }
}
