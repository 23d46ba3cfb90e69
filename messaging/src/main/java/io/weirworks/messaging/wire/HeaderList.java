package io.weirworks.messaging.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Headers of one record under construction, in order; an absent value leaves no header. */
public final class HeaderList {

  private final List<Header> headers = new ArrayList<>(16);

  public HeaderList add(String name, @Nullable String value) {
    if (value != null) {
      headers.add(new RecordHeader(name, value.getBytes(UTF_8)));
    }
    return this;
  }

  public HeaderList addAll(Iterable<Header> others) {
    others.forEach(headers::add);
    return this;
  }

  public List<Header> list() {
    return headers;
  }

  /** The last value under this name, as subscribers read it. */
  public static @Nullable String value(Iterable<Header> headers, String name) {
    String found = null;
    for (Header header : headers) {
      if (header.key().equals(name) && header.value() != null) {
        found = new String(header.value(), UTF_8);
      }
    }
    return found;
  }
}
