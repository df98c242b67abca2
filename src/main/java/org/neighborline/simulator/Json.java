package org.neighborline.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

/** JSON in and out of the simulator's routes. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static void write(Context context, Object value) {
    context.contentType("application/json; charset=utf-8").result(text(value));
  }

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a resource that cannot be written as JSON", e);
    }
  }

  static JsonNode read(Context context) {
    try {
      JsonNode node = MAPPER.readTree(context.body());
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse("the body is no JSON: " + e.getOriginalMessage());
    }
  }
}
