package io.weirworks.lineage.run;

import org.jspecify.annotations.Nullable;

/**
 * A statement as it was run.
 *
 * @param index its position in the script, from 0
 * @param text null where it was too long to be carried
 * @param sha256 of the text, 64 hex digits
 * @param currentDatabase that unqualified names meant, null where the engine did not say
 */
public record RunStatement(
    int index, @Nullable String text, String sha256, @Nullable String currentDatabase) {}
