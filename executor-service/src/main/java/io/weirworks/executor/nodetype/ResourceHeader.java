package io.weirworks.executor.nodetype;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header lines {@code ##@resource_reference{"x.jar"}} of a node's code (dataworks-semantics
 * 1.4): each puts that resource into the working directory.
 */
final class ResourceHeader {
  private static final Pattern LINE =
      Pattern.compile("^\\s*##@resource_reference\\{\\s*\"([^\"]+)\"\\s*}.*$", Pattern.MULTILINE);

  private ResourceHeader() {}

  /** The referenced resources by name. */
  static Map<String, Path> resources(NodeWork work) throws CodeRefused {
    var found = new LinkedHashMap<String, Path>();
    var m = LINE.matcher(work.code());
    while (m.find()) {
      var name = m.group(1);
      var file = work.resources().get(name);
      if (file == null) {
        throw new CodeRefused(
            RefusalCode.UNKNOWN_RESOURCE,
            "the code refers to resource '%s', which does not exist; there are %s"
                .formatted(name, work.resources().keySet().stream().sorted().toList()));
      }
      found.put(name, file);
    }
    return found;
  }
}
