package dev.assay.api.pages;

import dev.assay.api.settings.AssaySettings;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** The built web application. Its own routes (no file, no dot in the last segment) all get the same page. */
@Configuration(proxyBeanMethods = false)
class PageRoutes {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Bean
    RouterFunction<ServerResponse> pages(AssaySettings settings) {
        Resource folder = settings.webFolder() == null
                ? new ClassPathResource("static/")
                : new FileSystemResource(settings.webFolder().toAbsolutePath() + "/");
        var files = RouterFunctions.resourceLookupFunction("/**", folder);
        return RouterFunctions.resources(
                request -> isPage(request) ? files.apply(request).switchIfEmpty(index(request, folder)) : Mono.empty(),
                (file, headers) -> headers.set(HttpHeaders.CACHE_CONTROL, caching(file)));
    }

    private static boolean isPage(ServerRequest request) {
        return READING.contains(request.method())
                && !request.path().equals("/api")
                && !request.path().startsWith("/api/");
    }

    private static Mono<Resource> index(ServerRequest request, Resource folder) {
        String path = request.path();
        if (path.indexOf('.', path.lastIndexOf('/') + 1) >= 0) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> folder.createRelative("index.html")).filter(Resource::exists);
    }

    /** The build puts a hash of the content into the names below assets/. */
    private static String caching(Resource file) {
        String description = file.getDescription();
        return String.valueOf(description.contains("/assets/") ? FOREVER.getHeaderValue() : "no-cache");
    }
}
