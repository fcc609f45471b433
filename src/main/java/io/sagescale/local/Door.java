package io.sagescale.local;

import io.sagescale.wire.HttpAnswer;
import io.sagescale.wire.HttpQuestion;

/** Something that answers AWS's requests; any thread may ask. */
public interface Door {
  /** Takes a question; what a model is asked is answered later. */
  Reply open(HttpQuestion question);

  /** Asks and waits for the whole answer. */
  default HttpAnswer ask(HttpQuestion question) {
    return open(question).all();
  }
}
