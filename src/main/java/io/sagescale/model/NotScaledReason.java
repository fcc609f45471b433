package io.sagescale.model;

/** Why an activity did not scale. Source: AAS API, {@code NotScaledReason}. */
public sealed interface NotScaledReason {
  /** AWS's code. */
  String code();

  record AnticipatedFlapping() implements NotScaledReason {
    @Override
    public String code() {
      return "AutoScalingAnticipatedFlapping";
    }
  }

  record PutAsUnscalable() implements NotScaledReason {
    @Override
    public String code() {
      return "TargetServicePutResourceAsUnscalable";
    }
  }

  record AtMax(int maxCapacity) implements NotScaledReason {
    @Override
    public String code() {
      return "AlreadyAtMaxCapacity";
    }
  }

  record AtMin(int minCapacity) implements NotScaledReason {
    @Override
    public String code() {
      return "AlreadyAtMinCapacity";
    }
  }

  record AtDesired(int currentCapacity) implements NotScaledReason {
    @Override
    public String code() {
      return "AlreadyAtDesiredCapacity";
    }
  }
}
