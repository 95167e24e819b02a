# Tadoru's image, from what ./tadoru --version has built: run that first, then docker compose build.
FROM eclipse-temurin:25-jre AS files
COPY modules/tadoru/target/lib /opt/tadoru/lib
COPY modules/tadoru/target/classes /opt/tadoru/classes
COPY connectors /opt/tadoru/connectors
COPY rules /opt/tadoru/rules
COPY dashboards /opt/tadoru/dashboards
COPY docker/bin /opt/tadoru/bin
# whatever the umask of who built it: the image's user owns nothing of it and reads all of it
RUN chmod -R u=rwX,go=rX /opt/tadoru && chmod 755 /opt/tadoru/bin/*

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Tadoru" \
      org.opencontainers.image.description="Joins the logs of spam filter, EPP, firewall and web gateway into the chain of an infection" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="0.1.0"
COPY --from=files /opt/tadoru /opt/tadoru
# state is all that it writes, besides /tmp; a new volume mounted there belongs to the user (a VOLUME would leave nameless ones)
RUN mkdir -p /state && chown 10001:10001 /state && chmod 750 /state
ENV PATH=/opt/tadoru/bin:$PATH \
    TADORU_STATE_DIRECTORY=/state
WORKDIR /tmp
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["tadoru-healthy"]
ENTRYPOINT ["tadoru"]
CMD ["run"]
