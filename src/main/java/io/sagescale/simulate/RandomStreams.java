package io.sagescale.simulate;

/**
 * Named sources of random numbers that all follow from one seed and do not disturb each other.
 *
 * <p>The same seed and name give the same numbers in every JVM; drawing more from one stream leaves all others as they
 * were. Two policies under test so meet the same requests.
 */
public final class RandomStreams {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long state;

  private RandomStreams(long state) {
    this.state = state;
  }

  /** The streams of a run; every seed is as good as any other, 0 too. */
  public static RandomStreams of(long seed) {
    return new RandomStreams(RandomStream.mix(seed));
  }

  /** A new stream at its first number; asking twice for a name gives the same numbers twice. */
  public RandomStream stream(String name) {
    return RandomStream.startingAt(stateOf(name));
  }

  /** Streams that are apart from these and from those under any other name. */
  public RandomStreams under(String name) {
    return new RandomStreams(RandomStream.mix(~stateOf(name)));
  }

  /** FNV-1a over the name's characters, stirred with the seed. */
  private long stateOf(String name) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return RandomStream.mix(state + RandomStream.mix(hash));
  }
}
