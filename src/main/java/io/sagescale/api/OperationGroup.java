package io.sagescale.api;

import java.util.List;

/** The operations of one AWS service over one engine, with the state they share. */
public interface OperationGroup {
  /** In the order in which they are listed to people; no two of one name. */
  List<Operation<?, ?>> operations();
}
