package io.sagescale.api;

import io.sagescale.model.ResourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;

/** What the API knows of scalable targets beside the engine: ARNs, creation times, tags, and texts as they were given. */
final class TargetCards {
  /** Digits in the id of a target's ARN. Source: the examples of the AAS API. */
  private static final int ID_LENGTH = 36;

  private final Map<ResourceId, Card> cards = new LinkedHashMap<>();
  private final Set<ResourceId> everRegistered = new LinkedHashSet<>();
  private long created;

  /** One registered target. The given policies and actions are as AWS answers them, creation time included. */
  static final class Card {
    final String arn;
    final Instant creationTime;
    final SequencedMap<String, String> tags = new LinkedHashMap<>();
    final Map<String, ScalingPolicy> policies = new LinkedHashMap<>();
    final Map<String, ScheduledAction> actions = new LinkedHashMap<>();

    private Card(String arn, Instant creationTime) {
      this.arn = arn;
      this.creationTime = creationTime;
    }
  }

  /** A new card for a target that was not registered until now. */
  Card create(ResourceId resource, Account account, Instant now) {
    created++;
    String arn = account.arn("application-autoscaling", "scalable-target/" + id(resource, created));
    Card card = new Card(arn, now);
    cards.put(resource, card);
    everRegistered.add(resource);
    return card;
  }

  /** The card of a registered target; one that was registered past this API gets its card at first sight. */
  Card of(ResourceId resource, Desk desk) {
    Card card = cards.get(resource);
    return card == null ? create(resource, desk.account(), desk.engine().now()) : card;
  }

  void drop(ResourceId resource) {
    cards.remove(resource);
  }

  /** The registered target of that ARN. */
  Optional<ResourceId> byArn(String arn, Desk desk) {
    return desk.engine().scaling().targets().stream().filter(resource -> of(resource, desk).arn.equals(arn)).findFirst();
  }

  /** Resources that are or were registered, in order of their first registration. */
  List<ResourceId> everRegistered() {
    return new ArrayList<>(everRegistered);
  }

  private static String id(ResourceId resource, long count) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((count + " " + resource.text()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every platform has SHA-256", impossible);
    }
  }
}
