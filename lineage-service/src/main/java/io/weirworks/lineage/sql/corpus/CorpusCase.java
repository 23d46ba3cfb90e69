package io.weirworks.lineage.sql.corpus;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a corpus line that the analysis may know: never what is expected. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CorpusCase(
    String id, String dialect, String sql, @Nullable Map<String, List<String>> catalog) {}
