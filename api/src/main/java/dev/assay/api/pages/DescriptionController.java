package dev.assay.api.pages;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The description of the API that is committed beside the code. */
@RestController
class DescriptionController {

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Resource> openApi() {
        return Mono.just(new ClassPathResource("openapi.json"));
    }
}
