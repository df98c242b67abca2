package org.neighborline.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * One element of an answer in TwiML.
 *
 * @param text all the words inside, children's too, without the white space around them
 */
record Twiml(String name, Map<String, String> attributes, String text, List<Twiml> children) {
  /** The carrier reads no longer document. */
  static final int LONGEST = 64 * 1024;

  /** No element at all. */
  static final Twiml EMPTY = new Twiml("", Map.of(), "", List.of());

  /** What the carrier makes of an answer in plain text to a call. */
  static Twiml say(String words) {
    return new Twiml("Say", Map.of(), words.strip(), List.of());
  }

  /** Reads a document; empty when it is no XML or its root is no Response. */
  static Optional<Twiml> parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The default one prints every fault to standard error.
      builder.setErrorHandler(new DefaultHandler());
      Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
      return root.getTagName().equals("Response") ? Optional.of(read(root)) : Optional.empty();
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's own XML parser lacks a feature", e);
    }
  }

  String attribute(String key, String otherwise) {
    return attributes.getOrDefault(key, otherwise);
  }

  private static Twiml read(Element element) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      attributes.put(attribute.getNodeName(), attribute.getNodeValue());
    }
    List<Twiml> children = new ArrayList<>();
    for (int i = 0; i < element.getChildNodes().getLength(); i++) {
      if (element.getChildNodes().item(i) instanceof Element child) {
        children.add(read(child));
      }
    }
    return new Twiml(
        element.getTagName(),
        Map.copyOf(attributes),
        element.getTextContent().strip(),
        List.copyOf(children));
  }
}
