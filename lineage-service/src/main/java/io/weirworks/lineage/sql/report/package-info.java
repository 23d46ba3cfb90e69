/** What the analysis says of a script, in the form that is printed as JSON. */
@NullMarked
package io.weirworks.lineage.sql.report;

import org.jspecify.annotations.NullMarked;
