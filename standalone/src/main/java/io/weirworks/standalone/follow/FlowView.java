package io.weirworks.standalone.follow;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Somebody who looks on while a flow goes on. */
public interface FlowView {

  /**
   * Called several times a second.
   *
   * @param changes the state records that came since the last call and said something new
   */
  void show(FlowProgress progress, List<SpecificRecord> changes);

  /** Shows a line that is not of the flow itself. */
  void note(String line);
}
