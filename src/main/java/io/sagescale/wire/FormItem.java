package io.sagescale.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** A value of the Query protocol: what stands at one name of a form, and below it, its dots read as steps down. */
final class FormItem implements Item {
  private final Map<String, FormItem> below = new LinkedHashMap<>();
  private @Nullable String value;

  /** An item that is a value and nothing below it. */
  static FormItem of(String value) {
    FormItem item = new FormItem();
    item.value = value;
    return item;
  }

  /** Puts a parameter where its name says; the last of one name counts. */
  void put(String name, String parameter, int mostSteps) throws Unreadable {
    FormItem at = this;
    int steps = 0;
    for (int from = 0; from <= name.length(); ) {
      if (++steps > mostSteps) {
        throw new Unreadable("A parameter's name has more than " + mostSteps + " parts");
      }
      int dot = name.indexOf('.', from);
      int to = dot < 0 ? name.length() : dot;
      at = at.below.computeIfAbsent(name.substring(from, to), part -> new FormItem());
      from = to + 1;
    }
    at.value = parameter;
  }

  @Override
  public boolean isNull() {
    return false;
  }

  @Override
  public @Nullable FormItem member(String name) {
    return below.get(name);
  }

  @Override
  public List<FormItem> elements(ListTrait list) throws Unreadable {
    FormItem holder = this;
    if (!list.isFlattened()) {
      String name = list.memberLocationName();
      holder = member(name == null ? "member" : name);
      if (holder == null) {
        return holderOfNothing();
      }
    }
    return holder.numbered();
  }

  @Override
  public Map<String, FormItem> entries(MapTrait map) throws Unreadable {
    FormItem holder = map.isFlattened() ? this : member("entry");
    var entries = new LinkedHashMap<String, FormItem>();
    for (FormItem entry : holder == null ? holderOfNothing() : holder.numbered()) {
      FormItem key = entry.member(map.keyLocationName());
      FormItem item = entry.member(map.valueLocationName());
      if (key == null || item == null) {
        throw new Unreadable("A map's entry must have a key and a value");
      }
      entries.put(key.text(), item);
    }
    return entries;
  }

  /** An empty list or map is sent as its name with an empty value. */
  private List<FormItem> holderOfNothing() throws Unreadable {
    if (below.isEmpty() && value != null && value.isEmpty()) {
      return Collections.emptyList();
    }
    throw new Unreadable("Unexpected parameter in a list or map");
  }

  private List<FormItem> numbered() throws Unreadable {
    if (below.isEmpty()) {
      return holderOfNothing();
    }
    var sorted = new TreeMap<Integer, FormItem>();
    for (Map.Entry<String, FormItem> entry : below.entrySet()) {
      sorted.put(index(entry.getKey()), entry.getValue());
    }
    return new ArrayList<>(sorted.values());
  }

  private static int index(String text) throws Unreadable {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Unreadable("Key '" + shortened(text) + "' is not the number of a list's element");
    }
    return Integer.parseInt(text);
  }

  @Override
  public String text() throws Unreadable {
    if (value == null) {
      throw new Unreadable("Start of structure or list found where not expected");
    }
    return value;
  }

  @Override
  public boolean truth() throws Unreadable {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unexpected("a Boolean");
    };
  }

  @Override
  public BigInteger whole() throws Unreadable {
    String text = text();
    if (text.length() > 40) {
      throw unexpected("an Integer");
    }
    try {
      return new BigInteger(text);
    } catch (NumberFormatException e) {
      throw unexpected("an Integer");
    }
  }

  @Override
  public double real() throws Unreadable {
    String text = text();
    if (!Numbers.isDecimal(text)) {
      throw unexpected("a Double");
    }
    return Double.parseDouble(text);
  }

  @Override
  public byte[] bytes() throws Unreadable {
    try {
      return Base64.getDecoder().decode(text().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("A blob is not Base64");
    }
  }

  @Override
  public Instant instant(@Nullable Format format) throws Unreadable {
    return Timestamps.ofText(text(), format == null ? Format.ISO_8601 : format);
  }

  private Unreadable unexpected(String wanted) {
    return new Unreadable("'" + shortened(value == null ? "" : value) + "' can not be converted to " + wanted);
  }

  private static String shortened(String text) {
    return text.length() <= 64 ? text : Texts.mended(text.substring(0, 64)) + "...";
  }
}
