package org.neighborline.place;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first needed, once, whoever asks first. */
public final class Lazy<T> {
  private @Nullable Supplier<T> make;
  private volatile @Nullable T value;

  public Lazy(Supplier<T> make) {
    this.make = make;
  }

  public T get() {
    T known = value;
    return known != null ? known : first();
  }

  private synchronized T first() {
    T known = value;
    Supplier<T> maker = make;
    if (known == null && maker != null) {
      known = maker.get();
      value = known;
      make = null; // lets go of what it was made from
    }
    if (known == null) {
      throw new IllegalStateException("made of nothing");
    }
    return known;
  }
}
