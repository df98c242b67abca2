package org.neighborline.carrier.twilio;

import com.twilio.base.Page;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.Recording;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neighborline.carrier.Carrier;
import org.neighborline.phone.PhoneNumber;

/** The carrier behind the Twilio SDK, or whatever speaks the same API at another address. */
public final class TwilioCarrier implements Carrier {
  /** A body of exactly this word is dropped by the SDK (most-missed 24). */
  private static final String SDK_DROPS = "null";

  private static final int NOT_FOUND = 404;

  /** How long a lead's phone rings, in seconds. */
  private static final int RINGS = 25;

  private static final int MOST_PAGES = 200;
  private static final int PAGE_SIZE = 200;

  private final TwilioRestClient client;
  private final String publicUrl;
  private final RecordingFiles recordings;

  /**
   * Who we are at the carrier.
   *
   * @param account the account's sid
   * @param user the account's sid, or an API key's
   * @param secret the auth token, or that key's secret
   * @param apiUrl where the API is; empty for the real one
   */
  public record Credentials(String account, String user, String secret, String apiUrl) {}

  /**
   * @param publicUrl our own address, where status callbacks go
   */
  public TwilioCarrier(Credentials who, String publicUrl) {
    this.client =
        new TwilioRestClient.Builder(who.user(), who.secret())
            .accountSid(who.account())
            .httpClient(new PlainHttpClient(who.apiUrl()))
            .build();
    this.publicUrl = publicUrl;
    this.recordings = new RecordingFiles(who);
  }

  @Override
  public Sent send(Text text) {
    String body = text.body().equals(SDK_DROPS) ? text.body() + " " : text.body();
    try {
      Message message =
          Message.creator(number(text.to()), number(text.from()), body)
              .setStatusCallback(URI.create(publicUrl + "/twilio/message/status?row=" + text.row()))
              .create(client);
      return new Sent.Accepted(message.getSid());
    } catch (PlainHttpClient.NotReached e) {
      return new Sent.Later(Optional.empty());
    } catch (ApiConnectionException e) {
      return new Sent.Unknown();
    } catch (ApiException e) {
      return judged(e);
    }
  }

  @Override
  public Sent call(Call call) {
    try {
      com.twilio.rest.api.v2010.account.Call made =
          com.twilio.rest.api.v2010.account.Call.creator(
                  number(call.to()), number(call.from()), URI.create(publicUrl + answered(call)))
              .setStatusCallback(URI.create(publicUrl + "/twilio/call/status?row=" + call.row()))
              .setTimeout(RINGS)
              .create(client);
      return new Sent.Accepted(made.getSid());
    } catch (PlainHttpClient.NotReached e) {
      return new Sent.Later(Optional.empty());
    } catch (ApiConnectionException e) {
      return new Sent.Unknown();
    } catch (ApiException e) {
      return judged(e);
    }
  }

  /** Where a call goes on that was taken up. */
  private static String answered(Call call) {
    return call.code().isEmpty() ? "/twilio/voice/back" : "/twilio/voice/lead?code=" + call.code();
  }

  private static Sent judged(ApiException e) {
    return e.getStatusCode() == null
        ? new Sent.Unknown()
        : Errors.judge(e.getStatusCode(), e.getCode() == null ? 0 : e.getCode());
  }

  /** A text that the carrier lost, or never had, needs no redaction. */
  @Override
  public boolean redact(String sid) {
    try {
      Message.updater(sid).setBody("").update(client);
      return true;
    } catch (ApiConnectionException e) {
      return false;
    } catch (ApiException e) {
      return e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND;
    }
  }

  @Override
  public Heard recording(String sid) {
    return recordings.fetch(sid);
  }

  @Override
  public boolean deleteRecording(String sid) {
    try {
      return Recording.deleter(sid).delete(client);
    } catch (ApiConnectionException e) {
      return false;
    } catch (ApiException e) {
      return e.getStatusCode() != null && e.getStatusCode() == NOT_FOUND;
    }
  }

  @Override
  public Optional<List<Listed>> sentTo(PhoneNumber from, PhoneNumber to, Instant since) {
    return listed(from.e164(), to.e164(), since);
  }

  @Override
  public Optional<List<Listed>> received(PhoneNumber to, Instant since) {
    return listed("", to.e164(), since);
  }

  private Optional<List<Listed>> listed(String from, String to, Instant since) {
    try {
      MessageReader reader = Message.reader();
      reader
          .setTo(new com.twilio.type.PhoneNumber(to))
          .setDateSentAfter(since.atZone(ZoneOffset.UTC));
      if (!from.isEmpty()) {
        reader.setFrom(new com.twilio.type.PhoneNumber(from));
      }
      reader.pageSize(PAGE_SIZE);
      List<Listed> all = new ArrayList<>();
      Page<Message> page = reader.firstPage(client);
      for (int pages = 1; ; pages++) {
        page.getRecords().forEach(m -> all.add(listed(m)));
        if (pages == MOST_PAGES || !page.hasNextPage()) {
          return Optional.of(all);
        }
        page = reader.nextPage(page, client);
      }
    } catch (ApiException | ApiConnectionException e) {
      return Optional.empty();
    }
  }

  private static Listed listed(Message m) {
    Instant at = m.getDateCreated() == null ? Instant.EPOCH : m.getDateCreated().toInstant();
    boolean failed =
        m.getStatus() == Message.Status.FAILED || m.getStatus() == Message.Status.UNDELIVERED;
    int media = m.getNumMedia() == null ? 0 : Integer.parseInt(m.getNumMedia());
    return new Listed(
        m.getSid(),
        m.getFrom() == null ? "" : m.getFrom().toString(),
        m.getTo(),
        m.getBody() == null ? "" : m.getBody(),
        media,
        at,
        failed,
        m.getErrorCode() == null ? 0 : m.getErrorCode());
  }

  private static com.twilio.type.PhoneNumber number(PhoneNumber phone) {
    return new com.twilio.type.PhoneNumber(phone.e164());
  }
}
