package io.sagescale.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A batch played iteration by iteration, in the plainest way: the reference that {@link Batch} must equal. Time is a
 * double in nanoseconds.
 */
final class NaiveBatch {
  /** What a test does to a server at a time. */
  sealed interface Act {
    double atNanos();

    record Offer(double atNanos, long id, int input, int output) implements Act {}

    record Cancel(double atNanos, long id) implements Act {}

    record Slow(double atNanos, double factor) implements Act {}
  }

  /** When a request's answer started and ended; NaN for never. */
  static final class Answer {
    double firstToken = Double.NaN;
    double finished = Double.NaN;
    boolean isRefused;
  }

  private static final class Running {
    final Act.Offer request;
    int tokens;
    boolean isGone;

    Running(Act.Offer request) {
      this.request = request;
    }

    long context() {
      return request.input() + tokens;
    }
  }

  private final ServerProfile.Llm profile;
  private final List<Act> acts;
  private final Map<Long, Answer> answers = new LinkedHashMap<>();
  private final List<Act.Offer> line = new ArrayList<>();
  private final List<Running> running = new ArrayList<>();
  private double factor = 1;
  private int next;

  NaiveBatch(ServerProfile.Llm profile, List<Act> acts) {
    this.profile = profile;
    this.acts = acts.stream().sorted(Comparator.comparingDouble(Act::atNanos)).toList();
  }

  Map<Long, Answer> play() {
    double time = 0;
    while (true) {
      performUpTo(time);
      dismiss(time);
      if (!line.isEmpty() && fits(line.getFirst(), running)) {
        time = prefill(time);
      } else if (!running.isEmpty()) {
        time = decode(time);
      } else if (next < acts.size()) {
        time = acts.get(next).atNanos();
      } else {
        return answers;
      }
    }
  }

  private void performUpTo(double time) {
    while (next < acts.size() && acts.get(next).atNanos() <= time) {
      switch (acts.get(next++)) {
        case Act.Offer offer -> take(offer);
        case Act.Cancel cancel -> {
          line.removeIf(o -> o.id() == cancel.id());
          running.stream().filter(r -> r.request.id() == cancel.id()).forEach(r -> r.isGone = true);
        }
        case Act.Slow slow -> factor = slow.factor();
      }
    }
  }

  private void take(Act.Offer offer) {
    Answer answer = new Answer();
    answers.put(offer.id(), answer);
    List<Running> afterTheLine = new ArrayList<>(running);
    line.forEach(o -> afterTheLine.add(new Running(o)));
    if (line.size() < profile.queueLimit() || fits(offer, afterTheLine)) {
      line.add(offer);
    } else {
      answer.isRefused = true;
    }
  }

  private boolean fits(Act.Offer offer, List<Running> beside) {
    long tokens = offer.input() + offer.output();
    for (Running r : beside) {
      tokens += r.request.input() + r.request.output();
    }
    return beside.isEmpty() || (beside.size() < profile.maxBatch() && tokens <= profile.maxBatchTokens());
  }

  private void dismiss(double time) {
    for (Running r : List.copyOf(running)) {
      if (r.isGone || r.tokens >= r.request.output()) {
        running.remove(r);
        if (!r.isGone) {
          answers.get(r.request.id()).finished = time;
        }
      }
    }
  }

  private double prefill(double time) {
    Running r = new Running(line.removeFirst());
    running.add(r);
    double end = time
        + 1e6 * factor * (profile.firstTokenMillis() + 1000 * r.request.input() / profile.prefillTokensPerSecond());
    performUpTo(Math.nextDown(end));
    r.tokens = 1;
    if (!r.isGone) {
      answers.get(r.request.id()).firstToken = end;
    }
    return end;
  }

  private double decode(double time) {
    long contexts = 0;
    for (Running r : running) {
      contexts += r.context();
      r.tokens++;
    }
    return time + 1e6 * factor * (profile.iterationMillis() + profile.perSequenceMillis() * running.size()
        + profile.perTokenMillis() * contexts);
  }
}
