package io.sagescale.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sagescale.model.AlarmAction;
import io.sagescale.model.ResourceId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArnsTest {
  private static final Arns ARNS = new Arns("eu-west-1", "111122223333");
  private static final ResourceId VARIANT = new ResourceId.Variant("llama", "AllTraffic");
  private static final ResourceId COMPONENT = new ResourceId.Component("ic");

  @Test
  void policyHasTheFormSeenOnAws() {
    String id = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    assertEquals(
        "arn:aws:autoscaling:eu-west-1:111122223333:scalingPolicy:ID:resource/sagemaker/endpoint/llama/variant/AllTraffic"
            + ":policyName/p:createdBy/ID",
        ARNS.managedPolicy(VARIANT, "p").replaceAll(id, "ID"));
  }

  @Test
  void policyIsReadBackFromBothForms() {
    assertEquals(new AlarmAction.Scale(VARIANT, "p"), ARNS.action(ARNS.policy(VARIANT, "p")));
    assertEquals(new AlarmAction.Scale(COMPONENT, "p"), ARNS.action(ARNS.managedPolicy(COMPONENT, "p")));
  }

  @Test
  void anythingElseIsAnotherAction() {
    String topic = "arn:aws:sns:eu-west-1:111122223333:page-me";
    String foreign = new Arns("eu-west-1", "999988887777").policy(VARIANT, "p");
    assertEquals(new AlarmAction.Other(topic), ARNS.action(topic));
    assertEquals(new AlarmAction.Other(foreign), ARNS.action(foreign));
  }

  @Test
  void onlyAlarmsThatAwsMadeNameTheirPolicyInItsLongForm() {
    AlarmAction scale = new AlarmAction.Scale(VARIANT, "p");
    assertEquals(ARNS.policy(VARIANT, "p"), ARNS.action("mine", scale));
    assertEquals(ARNS.managedPolicy(VARIANT, "p"),
        ARNS.action("TargetTracking-endpoint/llama/variant/AllTraffic-AlarmHigh-1", scale));
  }

  @Test
  void alarmIsReadBack() {
    assertEquals("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:a:b", ARNS.alarm("a:b"));
    assertEquals(Optional.of("a:b"), ARNS.alarmName(ARNS.alarm("a:b")));
    assertEquals(Optional.empty(), ARNS.alarmName("arn:aws:cloudwatch:us-east-1:111122223333:alarm:a"));
  }
}
