package links;

import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

@SpringBootApplication
public class LinksApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Jackson would take 12345 for the text "12345". */
    @Bean
    JsonMapperBuilderCustomizer onlyTextIsText() {
        return mapper -> mapper.withCoercionConfig(LogicalType.Textual, text -> {
            for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                text.setCoercion(shape, CoercionAction.Fail);
            }
        });
    }
}
