package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;

/** Something that answers AWS's requests; any thread may ask. */
public interface Door {
  HttpAnswer ask(HttpQuestion question);
}
