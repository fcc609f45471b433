package io.sagescale.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Documents in a form in which those are equal that say the same. */
final class Canonical {
  private Canonical() {}

  /** Members sorted and without nulls, numbers as doubles, bytes as Base64. */
  static Object of(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> members = new TreeMap<>();
      node.properties()
          .forEach(
              entry -> {
                if (!entry.getValue().isNull()) {
                  members.put(entry.getKey(), of(entry.getValue()));
                }
              });
      return members;
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(of(element)));
      return elements;
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.asText();
  }

  /** Elements as names with texts or children, sorted by name; no attributes, no blanks, no request id. */
  static String ofXml(byte[] xml) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return text(builder.parse(new ByteArrayInputStream(xml)).getDocumentElement());
  }

  private static String text(Element element) {
    Map<String, List<String>> children = new TreeMap<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner && !inner.getTagName().equals("ResponseMetadata")) {
        children.computeIfAbsent(inner.getTagName(), name -> new ArrayList<>()).add(text(inner));
      }
    }
    String content = children.isEmpty() ? element.getTextContent().strip() : children.toString();
    return element.getTagName() + "(" + content + ")";
  }
}
