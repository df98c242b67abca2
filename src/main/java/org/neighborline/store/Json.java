package org.neighborline.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashSet;
import java.util.Set;
import org.neighborline.conversation.Step;
import org.neighborline.conversation.Wait;

/** Core values as JSON in a column. Sealed interfaces carry the simple name of their record. */
final class Json {
  private static final ObjectMapper MAPPER = mapper();

  private Json() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new StoreException("a " + value.getClass().getSimpleName() + " cannot be stored", e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      // The message could quote someone's words: only the kind of fault is told.
      throw new StoreException(
          "a stored " + type.getSimpleName() + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        // The order of needs is meant.
        .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class))
        .addMixIn(Step.class, Named.class)
        .addMixIn(Wait.class, Named.class)
        .registerSubtypes(Step.ByText.class.getPermittedSubclasses())
        .registerSubtypes(Step.OnCall.class.getPermittedSubclasses())
        .registerSubtypes(Wait.class.getPermittedSubclasses())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
