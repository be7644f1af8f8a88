package dev.assay.api.store;

import com.mongodb.ConnectionString;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import dev.assay.api.settings.DataFolder;
import dev.assay.api.startup.StartUpFailure;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** MongoDB at MONGODB_URI, or the embedded store in the data folder. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final String DATABASE = "assay";

    static class MongoDbIsGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment().getProperty("MONGODB_URI", "").isBlank();
        }
    }

    static class MongoDbIsNotGiven extends MongoDbIsGiven {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(MongoDbIsGiven.class)
    static class Real {

        /** An address without a database: hosts, and options if there are any. */
        private static final Pattern PARTS = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)/?(\\?.*)?+");

        @Bean
        MongoConnectionDetails mongoDb(Environment environment) {
            ConnectionString given = parse(environment.getRequiredProperty("MONGODB_URI"));
            return () -> given;
        }

        private static ConnectionString parse(String uri) {
            try {
                return new ConnectionString(withDatabase(uri));
            } catch (IllegalArgumentException e) {
                throw new StartUpFailure(
                        "MONGODB_URI is not a MongoDB connection string. Write it as mongodb://user:password@host/assay.");
            }
        }

        private static String withDatabase(String uri) {
            Matcher parts = PARTS.matcher(uri);
            return parts.matches() ? parts.group(1) + "/" + DATABASE + Objects.toString(parts.group(2), "") : uri;
        }

        @Bean
        MongoClientSettingsBuilderCustomizer acknowledgedByMajority() {
            return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .readConcern(ReadConcern.MAJORITY)
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(MongoDbIsNotGiven.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedStore embeddedStore(DataFolder data) {
            return EmbeddedStore.open(data.file("assay.store"));
        }

        @Bean
        MongoConnectionDetails embeddedMongoDb(EmbeddedStore store) {
            ConnectionString connection = new ConnectionString(store.connectionString(DATABASE));
            return () -> connection;
        }
    }
}
