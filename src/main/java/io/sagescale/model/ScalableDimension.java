package io.sagescale.model;

/** The number that Application Auto Scaling sets on a SageMaker resource. Source: Application Auto Scaling API reference. */
public enum ScalableDimension {
  VARIANT_DESIRED_INSTANCE_COUNT("sagemaker:variant:DesiredInstanceCount", "instance count"),
  COMPONENT_DESIRED_COPY_COUNT("sagemaker:inference-component:DesiredCopyCount", "copy count");

  private final String text;
  private final String noun;

  ScalableDimension(String text, String noun) {
    this.text = text;
    this.noun = noun;
  }

  /** AWS's spelling. */
  public String text() {
    return text;
  }

  /** The noun in activity descriptions: {@code Setting desired instance count to 2.} Unverified for copies. */
  public String noun() {
    return noun;
  }
}
