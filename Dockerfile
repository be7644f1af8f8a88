# The image of docker-compose.yml. It packs what the build has made; run ./assay up once, or npm and Maven, before.
ARG BASE=debian:trixie-slim
FROM ${BASE}
RUN apt-get update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends openjdk-25-jre-headless curl \
 && apt-get clean && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10000 --home-dir /data assay \
 && install -d -o assay -m 0700 /data /cache
COPY challenges/library /opt/assay/library
COPY api/target/api-0.1.0-SNAPSHOT.jar /opt/assay/assay.jar
USER assay
ENV ASSAY_DATA_FOLDER=/data ASSAY_LIBRARY=/opt/assay/library ASSAY_RUNNER_CACHE=/cache
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --start-period=60s CMD curl -fs http://localhost:8080/api/v1/status
ENTRYPOINT ["java", "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/assay/assay.jar"]
