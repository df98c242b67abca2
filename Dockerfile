# syntax=docker/dockerfile:1
#   docker build -t neighborline .
#   docker run -p 4010:4010 -p 7000:7000 neighborline demo --host 0.0.0.0     try it: http://127.0.0.1:4010/phones
#   docker run -p 7000:7000 -v hotline:/data --env-file .env neighborline
# /data holds neighborline.yaml, the groups, the database and its key.

FROM eclipse-temurin:25.0.3_9-jdk AS build
WORKDIR /src
COPY . .
# Spotless and the tests have their place in ./neighborline test, not in an image.
RUN --mount=type=cache,target=/m2 \
    ./mvnw -q -B -Dmaven.repo.local=/m2 -ntp -DskipTests -Dspotless.check.skip package && mkdir -p translations prompts

FROM eclipse-temurin:25.0.3_9-jre
RUN groupadd --gid 10001 hotline \
 && useradd --uid 10001 --gid hotline --no-create-home --home-dir /data --shell /usr/sbin/nologin hotline \
 && install -d -o hotline -g hotline -m 0700 /data
WORKDIR /opt/neighborline
COPY --from=build /src/neighborline ./
COPY --from=build /src/translations translations
COPY --from=build /src/prompts prompts
COPY --from=build /src/samples samples
COPY --from=build /src/target/lib target/lib
COPY --from=build /src/target/neighborline.jar target/
# The launcher trains the class cache on its first start: here, with the JVM that will use it.
RUN ./neighborline --help >/dev/null && chmod -R go-w . \
 && { [ -s target/neighborline.aot ] || { cat target/train.log; exit 1; }; }

USER 10001:10001
WORKDIR /data
VOLUME /data
ENV PORT=7000 \
    NEIGHBORLINE_CONFIG=/data/neighborline.yaml \
    NEIGHBORLINE_DATABASE=jdbc:sqlite:/data/neighborline.db \
    NEIGHBORLINE_KEY=/data/neighborline.key
EXPOSE 7000
# The image has no curl; bash opens the connection itself.
HEALTHCHECK --interval=15s --timeout=4s --start-period=20s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 3 line <&3 && [[ $line == *' 200'* ]]"]
ENTRYPOINT ["/opt/neighborline/neighborline"]
CMD ["serve"]
