import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.javalin.Javalin;
import org.slf4j.LoggerFactory;

/**
 * What the web server itself can do: parses the form, answers a fixed text, keeps nothing. Every
 * other program is read against it.
 */
public final class Bare {
  private static final String ANSWER =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>Neighborline: food for 4 near"
          + " 11221 Bed-Stuy. Right? 1 yes, 2 no. Free. No name, no papers. We are neighbors, not"
          + " government.</Message></Response>";

  private Bare() {}

  public static void main(String[] args) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Javalin app =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          config.http.maxRequestSize = 64_000L;
          config.routes.post(
              "/twilio/message",
              context -> {
                if (context.formParam("MessageSid") == null) {
                  context.status(400);
                  return;
                }
                context.contentType("text/xml;charset=utf-8").result(ANSWER);
              });
        });
    app.start("127.0.0.1", Integer.parseInt(System.getenv("PORT")));
  }
}
