package io.sagescale.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  /** Source: the published sequence of SplitMix64 for the seed 1234567. */
  @Test
  void isSplitMix64() {
    RandomStream stream = RandomStream.startingAt(1234567);
    assertEquals("6457827717110365317", Long.toUnsignedString(stream.nextLong()));
    assertEquals("3203168211198807973", Long.toUnsignedString(stream.nextLong()));
    assertEquals("9817491932198370423", Long.toUnsignedString(stream.nextLong()));
    assertEquals("4593380528125082431", Long.toUnsignedString(stream.nextLong()));
    assertEquals("16408922859458223821", Long.toUnsignedString(stream.nextLong()));
  }

  @Test
  void sameSeedAndNameGiveTheSameNumbers() {
    RandomStreams streams = RandomStreams.of(7);
    RandomStream first = streams.stream("routing");
    streams.stream("service").nextLong();
    RandomStream again = RandomStreams.of(7).stream("routing");
    for (int i = 0; i < 100; i++) {
      assertEquals(first.nextLong(), again.nextLong());
    }
  }

  @Test
  void namesSeedsAndBranchesAreApart() {
    Set<Long> firsts = new TreeSet<>();
    int count = 0;
    for (long seed = -50; seed < 50; seed++) {
      for (String name : new String[] {"", "a", "b", "ab", "ba", "routing", "service"}) {
        firsts.add(RandomStreams.of(seed).stream(name).nextLong());
        firsts.add(RandomStreams.of(seed).under(name).stream(name).nextLong());
        firsts.add(RandomStreams.of(seed).under("x").stream(name).nextLong());
        count += 3;
      }
    }
    assertEquals(count, firsts.size());
    assertNotEquals(
        RandomStreams.of(1).under("a").stream("b").nextLong(), RandomStreams.of(1).under("b").stream("a").nextLong());
  }

  @Test
  void doublesAreEvenOverZeroToOne() {
    RandomStream stream = RandomStreams.of(3).stream("even");
    int[] tenths = new int[10];
    for (int i = 0; i < 100_000; i++) {
      double draw = stream.nextDouble();
      assertTrue(draw >= 0 && draw < 1);
      tenths[(int) (draw * 10)]++;
    }
    for (int count : tenths) {
      assertEquals(10_000, count, 400);
    }
  }

  @Test
  void exponentialsHaveMeanAndVarianceOne() {
    RandomStream stream = RandomStreams.of(4).stream("waits");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 200_000; i++) {
      double draw = stream.nextExponential();
      assertTrue(draw >= 0);
      sum += draw;
      squares += draw * draw;
    }
    double mean = sum / 200_000;
    assertEquals(1, mean, 0.01);
    assertEquals(1, squares / 200_000 - mean * mean, 0.03);
  }

  @Test
  void fractionsAreDrawnAndWholeNumbersAreNot() {
    RandomStream stream = RandomStreams.of(5).stream("counts");
    RandomStream untouched = RandomStreams.of(5).stream("counts");
    assertEquals(3, stream.nextRounded(3.0));
    assertEquals(untouched.nextLong(), stream.nextLong());
    long sum = 0;
    for (int i = 0; i < 100_000; i++) {
      long rounded = stream.nextRounded(2.3);
      assertTrue(rounded == 2 || rounded == 3);
      sum += rounded;
    }
    assertEquals(2.3, sum / 100_000.0, 0.01);
  }
}
