package io.sagescale.model;

/** What an alarm does when it enters a state. */
public sealed interface AlarmAction {
  /** Asks a scaling policy to act. */
  record Scale(ResourceId resource, String policyName) implements AlarmAction {}

  /** An action outside this project's subject, such as a notification topic; recorded, never performed. */
  record Other(String arn) implements AlarmAction {}
}
