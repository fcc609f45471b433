package io.sagescale.api;

/** Where and for whom the engine answers: a region such as {@code us-east-1} and a twelve-digit account id. */
public record Account(String region, String id) {
  /** Region and id when a user names none. Source: our choice; the id is the one that AWS's examples use. */
  public static final Account DEFAULT = new Account("us-east-1", "123456789012");

  public Account {
    if (!region.matches("[a-z0-9-]{1,63}")) {
      throw new IllegalArgumentException("region " + region);
    }
    if (!id.matches("[0-9]{12}")) {
      throw new IllegalArgumentException("account id " + id);
    }
  }

  /**
   * The ARN of a regional resource: {@code arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE}.
   *
   * @param service as ARNs spell it, such as {@code sagemaker}
   * @param resource all after the account, such as {@code endpoint/llama}
   */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
  }
}
