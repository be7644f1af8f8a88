package dev.assay.api.challenge.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.challenge.CheckChannels;
import dev.assay.api.challenge.CheckEvent;
import dev.assay.api.challenge.Checking;
import dev.assay.api.challenge.PackageChecks;
import dev.assay.api.challenge.Upload;
import dev.assay.api.challenge.Uploading;
import dev.assay.api.challenge.Uploads;
import dev.assay.api.problem.ProblemException;
import dev.assay.api.problem.ProblemType;
import dev.assay.api.rest.IdempotencyKey;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(ArchiveBody.PATH)
class UploadController {

    private static final String ZIP = "application/zip";
    private static final int LONGEST_NAME = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Uploading uploading;
    private final Uploads uploads;
    private final Checking checking;
    private final PackageChecks checks;
    private final CheckChannels channels;
    private final ArchiveBody body;

    UploadController(
            Uploading uploading,
            Uploads uploads,
            Checking checking,
            PackageChecks checks,
            CheckChannels channels,
            ArchiveBody body) {
        this.uploading = uploading;
        this.uploads = uploads;
        this.checking = checking;
        this.checks = checks;
        this.channels = channels;
        this.body = body;
    }

    /** @param fileName of the archive; without a folder in it, the package's id */
    @PostMapping(consumes = ZIP)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<UploadView> upload(
            @AuthenticationPrincipal CurrentMember me,
            @RequestParam String fileName,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            ServerHttpRequest request) {
        requireName(fileName);
        IdempotencyKey idempotencyKey = IdempotencyKey.of(key);
        return body.read(request)
                .flatMap(archive -> uploading.receive(me, fileName, archive, idempotencyKey))
                .flatMap(this::view);
    }

    /** Those that are not published; the others are versions of challenges. */
    @GetMapping
    Mono<Page<UploadView>> list(
            @AuthenticationPrincipal CurrentMember me,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return Mono.zip(uploads.unpublished(me.organizationId(), paging), unavailable())
                .map(found -> paging.page(
                        found.getT1(),
                        Upload::id,
                        upload -> UploadView.of(upload, found.getT2().orElse(null))));
    }

    @GetMapping("/{id}")
    Mono<UploadView> one(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return find(me, id).flatMap(this::view);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return find(me, id)
                .flatMap(upload -> uploads.remove(me.organizationId(), id))
                .flatMap(removed -> removed
                        ? Mono.<Void>fromRunnable(() -> checking.cancel(id))
                        : Mono.error(ProblemType.UPLOAD_PUBLISHED.because(
                                "A published version stays, because attempts may have begun with it.")));
    }

    @PostMapping("/{id}/publish")
    Mono<UploadView> publish(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return uploading
                .publish(me, id)
                .switchIfEmpty(Mono.error(UploadController::unknown))
                .flatMap(this::view);
    }

    /** The archive as it came. */
    @GetMapping(path = "/{id}/package.zip", produces = ZIP)
    Mono<ResponseEntity<byte[]>> archive(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return find(me, id)
                .flatMap(upload -> uploads.archive(me.organizationId(), id)
                        .map(archive -> ResponseEntity.ok()
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(upload.entry().id() + ".zip")
                                                .build()
                                                .toString())
                                .body(archive)));
    }

    /** Named events; {@code done} carries the upload and is the last. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> events(@AuthenticationPrincipal CurrentMember me, @PathVariable String id) {
        return find(me, id).flatMapMany(found -> found.waits() ? follow(found) : done(found.id()));
    }

    private Flux<ServerSentEvent<Object>> follow(Upload upload) {
        return channels.follow(upload.id())
                .concatMap(event -> sse(upload.id(), event))
                .mergeWith(endedMeanwhile(upload.id()))
                .mergeWith(Flux.interval(HEARTBEAT)
                        .map(beat ->
                                ServerSentEvent.builder().comment("still here").build()))
                .takeUntil(event -> "done".equals(event.event()));
    }

    /** The check could have ended between the look at the store and the following. */
    private Flux<ServerSentEvent<Object>> endedMeanwhile(String id) {
        return uploads.byId(id)
                .filter(now -> !now.waits())
                .doOnNext(now -> channels.close(id))
                .flatMapMany(now -> done(id));
    }

    private Flux<ServerSentEvent<Object>> sse(String id, CheckEvent event) {
        return switch (event) {
            case CheckEvent.Waiting waiting -> Flux.just(event("waiting", waiting));
            case CheckEvent.Started started -> Flux.just(event("started", started));
            case CheckEvent.Image image -> Flux.just(event("image", image));
            case CheckEvent.Judged judged -> Flux.just(event("judged", judged));
            case CheckEvent.Done done -> done(id);
        };
    }

    /** Of one that was deleted meanwhile there is nothing to show. */
    private Flux<ServerSentEvent<Object>> done(String id) {
        return uploads.byId(id)
                .flatMap(this::view)
                .map(view -> event("done", view))
                .defaultIfEmpty(event("done", new Gone(true)))
                .flux();
    }

    record Gone(boolean deleted) {}

    private static ServerSentEvent<Object> event(String name, Object data) {
        return ServerSentEvent.builder(data).event(name).build();
    }

    private Mono<UploadView> view(Upload upload) {
        return unavailable().map(why -> UploadView.of(upload, why.orElse(null)));
    }

    private Mono<Optional<String>> unavailable() {
        return checks.unavailableBecause().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Upload> find(CurrentMember me, String id) {
        return uploads.byId(me.organizationId(), id).switchIfEmpty(Mono.error(UploadController::unknown));
    }

    private static ProblemException unknown() {
        return ProblemType.NOT_FOUND.because(
                "There is no upload with this id. Open it from the list of your challenges.");
    }

    private static void requireName(String fileName) {
        if (fileName.isBlank()
                || fileName.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(fileName).find()) {
            throw ProblemType.INVALID.at(
                    "fileName", "must be the archive's name, at most " + LONGEST_NAME + " printable characters");
        }
    }
}
