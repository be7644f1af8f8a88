# Becomes the candidate's program, in the folder with their files; what javac has made of them lies in ../out.
main=Main
if [ ! -e ../out/Main.class ]; then
  main=$(sed -n 's/^[[:space:]]*package[[:space:]]\{1,\}\([[:alnum:]_.]\{1,\}\)[[:space:]]*;.*/\1./p' Main.java | head -n 1)Main
fi

if [ -n "${DATABASE_URL:-}" ]; then
  rest=${DATABASE_URL#*://} # user:password@host:port/name
  login=${rest%%@*}
  export JDBC_DATABASE_URL="jdbc:postgresql://${rest#*@}?user=${login%%:*}&password=${login#*:}"
fi

# A cache is mapped and linked as a whole, so that Spring's would slow down the start of everything else.
cache=plain
if grep -rqsF org/springframework/boot/ ../out; then
  cache=spring
  # Before the candidate's own settings, and so weaker than they are. The rest is where Spring Boot looks anyway.
  export SPRING_CONFIG_LOCATION="file:/opt/assay/java/,optional:classpath:/;optional:classpath:/config/,\
optional:file:./;optional:file:./config/;optional:file:./config/*/"
  # For what the challenge does not have, Spring Boot need not prepare.
  absent=
  [ -n "${DATABASE_URL:-}" ] || absent=,org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration
  [ -n "${REDIS_URL:-}" ] || absent="$absent,org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration"
  [ -n "${AMQP_URL:-}" ] || absent="$absent,org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration"
  export ASSAY_ABSENT="${absent#,}"
fi

# A cache is good for a class path that begins as it did when the cache was made, so the libraries come first.
exec java -XX:AOTCache="/opt/assay/java/$cache.aot" \
  -XX:+UseSerialGC -XX:-UsePerfData -XX:TieredStopAtLevel=1 -XX:MaxRAMPercentage=60 \
  -cp /opt/assay/java/libraries.jar:/opt/assay/java/warmup.jar:../out:. "$main" "$@"
