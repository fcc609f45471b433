package io.sagescale.local;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sagescale.wire.HttpAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer on its way, when it does not come in time. */
class ReplyTest {
  private static final HttpAnswer LATE = new HttpAnswer(424, Map.of(), new byte[0]);
  private static final HttpAnswer OTHER = new HttpAnswer(200, Map.of(), new byte[0]);

  @Test
  void whoWaitsTooLongIsAnsweredAllTheSame() {
    Reply reply = new Reply(LATE, Duration.ZERO);
    assertSame(LATE, reply.head());
    assertTrue(reply.isWhole() && reply.isOver());
    reply.begin(OTHER);
    reply.whole(OTHER);
    assertSame(LATE, reply.all(), "what comes later changes nothing");
  }

  @Test
  void anAnswerThatIsThereIsTaken() {
    Reply reply = new Reply(LATE, Duration.ZERO);
    reply.whole(OTHER);
    assertSame(OTHER, reply.all());
  }
}
