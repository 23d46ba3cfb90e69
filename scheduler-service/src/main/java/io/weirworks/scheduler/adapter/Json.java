package io.weirworks.scheduler.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;

/** The JSON column of a subject's row: what nobody lists or filters by. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not to be written as JSON: " + value.getClass(), e);
    }
  }

  /**
   * @throws SQLException where the column holds something else
   */
  public static <T> T read(String text, Class<T> type) throws SQLException {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new SQLException("column body is no " + type.getSimpleName(), e);
    }
  }
}
