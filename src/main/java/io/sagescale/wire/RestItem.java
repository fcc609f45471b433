package io.sagescale.wire;

import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/**
 * A whole request of REST JSON: a structure whose members stand in the path, the headers and the body. What SageMaker Runtime does
 * not use is not read: members in the query, lists and maps in headers, and times there without a format of their own.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RestItem(HttpQuestion question, Map<String, String> labels, byte[] body) implements Item {
  @Override
  public boolean isNull() {
    return false;
  }

  @Override
  public @Nullable Item member(SdkField<?> field) throws Unreadable {
    return switch (field.location()) {
      case PATH, GREEDY_PATH -> text(labels.get(field.locationName()));
      case HEADER -> text(question.header(field.locationName()));
      case PAYLOAD -> field.containsTrait(PayloadTrait.class) ? payload(field) : member(field.locationName());
      case QUERY_PARAM, STATUS_CODE -> null;
    };
  }

  @Override
  public @Nullable Item member(String name) throws Unreadable {
    return document().member(name);
  }

  /** No body is no structure, but a blob or a text without anything in it. */
  private @Nullable Item payload(SdkField<?> field) throws Unreadable {
    if (field.marshallingType() == MarshallingType.SDK_BYTES) {
      return new NodeItem(BinaryNode.valueOf(body));
    }
    if (field.marshallingType() == MarshallingType.STRING) {
      return FormItem.of(Texts.ofUtf8(body));
    }
    return body.length == 0 ? null : document();
  }

  private NodeItem document() throws Unreadable {
    return new NodeItem(body.length == 0 ? JsonNodeFactory.instance.objectNode() : Documents.json(body));
  }

  private static @Nullable Item text(@Nullable String value) throws Unreadable {
    return value == null ? null : FormItem.of(Texts.checked(value));
  }

  @Override
  public List<Item> elements(ListTrait list) throws Unreadable {
    throw isStructure();
  }

  @Override
  public Map<String, Item> entries(MapTrait map) throws Unreadable {
    throw isStructure();
  }

  @Override
  public String text() throws Unreadable {
    throw isStructure();
  }

  @Override
  public boolean truth() throws Unreadable {
    throw isStructure();
  }

  @Override
  public BigInteger whole() throws Unreadable {
    throw isStructure();
  }

  @Override
  public double real() throws Unreadable {
    throw isStructure();
  }

  @Override
  public byte[] bytes() throws Unreadable {
    throw isStructure();
  }

  @Override
  public Instant instant(@Nullable Format format) throws Unreadable {
    throw isStructure();
  }

  private static Unreadable isStructure() {
    return new Unreadable("Start of structure found where not expected");
  }
}
