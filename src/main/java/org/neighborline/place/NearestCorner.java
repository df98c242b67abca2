package org.neighborline.place;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/** The street corner nearest to a point, from an index made when first asked. */
final class NearestCorner {
  private static final double REACH_DEGREES = 0.005; // some 500 meters
  private static final double SURE = 1;

  private final Gazetteer city;
  private final Lazy<KdTree> tree;

  NearestCorner(Gazetteer city) {
    this.city = city;
    this.tree = new Lazy<>(this::build);
  }

  private KdTree build() {
    CornerTable table = city.parts().streets().table();
    KdTree all = new KdTree();
    int step = 7_919; // a prime: in another order than the file's, or the tree would be a list
    for (int i = 0; i < table.corners(); i++) {
      int corner = (int) ((long) i * step % table.corners());
      all.insert(new Coordinate(table.lon(corner), table.lat(corner)), corner);
    }
    return all;
  }

  Optional<Place> nearest(Point point) {
    Envelope box = new Envelope(new Coordinate(point.lon(), point.lat()));
    box.expandBy(REACH_DEGREES);
    CornerTable table = city.parts().streets().table();
    int best = -1;
    double nearest = Double.MAX_VALUE;
    for (Object found : tree.get().query(box)) {
      if (found instanceof KdNode node && node.getData() instanceof Integer corner) {
        double far = table.point(corner).kilometersTo(point);
        if (far < nearest || (far == nearest && corner < best)) {
          nearest = far;
          best = corner;
        }
      }
    }
    return best < 0
        ? Optional.empty()
        : Optional.of(
            CornerPlace.of(
                    city.parts().streets(), best, table.first(best), table.second(best), SURE)
                .toPlace(city));
  }
}
