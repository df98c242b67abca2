package org.neighborline.simulator;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Ends a request as a failing network does: the connection closes and nothing was answered. */
final class Connections {
  private Connections() {}

  static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
