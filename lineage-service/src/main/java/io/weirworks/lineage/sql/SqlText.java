package io.weirworks.lineage.sql;

/** An expression as written, after variables were put in, and where it stands in the script. */
public record SqlText(String text, Span span) {}
