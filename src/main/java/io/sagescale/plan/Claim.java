package io.sagescale.plan;

import io.sagescale.model.CapacityRange;
import io.sagescale.model.ScheduledAction;
import io.sagescale.model.ScalingPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tags of a scalable target say of who cares for it, and which of its policies and scheduled actions are theirs.
 *
 * <p>Policies and scheduled actions cannot be tagged on AWS, so the target carries their names: short ones as they are, others
 * as the first digits of a hash. 50 policies and 200 scheduled actions need 25 of the 50 tags that a target may have.
 *
 * @param owner whose files they are; files of other owners leave the target alone
 * @param document the name of the document that was applied last
 * @param range the bounds that the document said; scheduled actions move the target's own away from it
 * @param policies marks of names, see {@link #mark}
 * @param schedules marks of names
 */
public record Claim(
    String owner, String document, CapacityRange range, SortedSet<String> policies, SortedSet<String> schedules) {
  /** What every tag of ours begins with. */
  public static final String PREFIX = "sagescale:";

  static final String OWNER = PREFIX + "owner";
  private static final String DOCUMENT = PREFIX + "document";
  private static final String CAPACITY = PREFIX + "capacity";
  private static final String POLICIES = PREFIX + "policies";
  private static final String SCHEDULES = PREFIX + "schedules";

  /** Source: AAS API, {@code TagResource}: the longest value of a tag. */
  private static final int LONGEST_VALUE = 256;

  private static final Pattern SHORT_NAME = Pattern.compile("[A-Za-z0-9._-]{1,20}");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final int HASH_DIGITS = 16;

  public Claim {
    policies = Collections.unmodifiableSortedSet(new TreeSet<>(policies));
    schedules = Collections.unmodifiableSortedSet(new TreeSet<>(schedules));
  }

  /** The claim of a document on its target. */
  static Claim of(
      String owner, String document, CapacityRange range, List<ScalingPolicy> policies, List<ScheduledAction> schedules) {
    return new Claim(owner, document, range,
        marks(policies.stream().map(ScalingPolicy::name).toList()),
        marks(schedules.stream().map(ScheduledAction::name).toList()));
  }

  /** What tags say; empty when no file cares for the target. */
  static Optional<Claim> ofTags(Map<String, String> tags) {
    String owner = tags.get(OWNER);
    if (owner == null) {
      return Optional.empty();
    }
    Matcher range = RANGE.matcher(tags.getOrDefault(CAPACITY, ""));
    boolean isRange = range.matches() && Integer.parseInt(range.group(1)) <= Integer.parseInt(range.group(2));
    return Optional.of(new Claim(owner, tags.getOrDefault(DOCUMENT, ""),
        isRange ? CapacityRange.between(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
            : CapacityRange.between(0, 0),
        listed(POLICIES, tags), listed(SCHEDULES, tags)));
  }

  /** The tags that say it. */
  public SortedMap<String, String> tags() {
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put(OWNER, owner);
    tags.put(DOCUMENT, document);
    tags.put(CAPACITY, range.min() + "-" + range.max());
    list(POLICIES, policies, tags);
    list(SCHEDULES, schedules, tags);
    return tags;
  }

  boolean hasPolicy(String name) {
    return policies.contains(mark(name));
  }

  boolean hasSchedule(String name) {
    return schedules.contains(mark(name));
  }

  /** This claim, and the names beside its own. */
  Claim with(Collection<String> morePolicies, Collection<String> moreSchedules) {
    SortedSet<String> allPolicies = new TreeSet<>(policies);
    allPolicies.addAll(marks(morePolicies));
    SortedSet<String> allSchedules = new TreeSet<>(schedules);
    allSchedules.addAll(marks(moreSchedules));
    return new Claim(owner, document, range, allPolicies, allSchedules);
  }

  /** How a name is written in a tag: as it is when it is short and plain, else {@code =} and a part of its SHA-256. */
  static String mark(String name) {
    return SHORT_NAME.matcher(name).matches() ? name : "=" + hash(name).substring(0, HASH_DIGITS);
  }

  /** SHA-256 in hexadecimal digits. */
  static String hash(String text) {
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every platform has SHA-256", impossible);
    }
  }

  private static SortedSet<String> marks(Collection<String> names) {
    SortedSet<String> marks = new TreeSet<>();
    names.forEach(name -> marks.add(mark(name)));
    return marks;
  }

  /** Over as many tags as it takes: {@code key}, {@code key:2}, {@code key:3}; none for an empty list. */
  private static void list(String key, SortedSet<String> marks, Map<String, String> tags) {
    StringBuilder value = new StringBuilder();
    int part = 1;
    for (String mark : marks) {
      if (!value.isEmpty() && value.length() + 1 + mark.length() > LONGEST_VALUE) {
        tags.put(part(key, part++), value.toString());
        value.setLength(0);
      }
      value.append(value.isEmpty() ? "" : " ").append(mark);
    }
    if (!value.isEmpty()) {
      tags.put(part(key, part), value.toString());
    }
  }

  private static SortedSet<String> listed(String key, Map<String, String> tags) {
    SortedSet<String> marks = new TreeSet<>();
    tags.forEach((each, value) -> {
      if (each.equals(key) || each.startsWith(key + ":")) {
        marks.addAll(List.of(value.strip().split(" +")));
      }
    });
    marks.remove("");
    return marks;
  }

  private static String part(String key, int part) {
    return part == 1 ? key : key + ":" + part;
  }
}
