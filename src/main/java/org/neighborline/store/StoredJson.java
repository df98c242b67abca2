package org.neighborline.store;

/** Values of other packages as JSON for a column, in the same form as the store's own. */
public final class StoredJson {
  private StoredJson() {}

  public static String write(Object value) {
    return Json.write(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return Json.read(json, type);
  }
}
