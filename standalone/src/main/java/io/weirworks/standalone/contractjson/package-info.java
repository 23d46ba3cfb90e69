/** Records of the contract as JSON, for people and programs: JSON to Avro and back. */
@NullMarked
package io.weirworks.standalone.contractjson;

import org.jspecify.annotations.NullMarked;
