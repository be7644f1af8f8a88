package dev.assay.api.installation;

import dev.assay.api.catalog.LibraryCatalog;
import dev.assay.api.identity.Members;
import dev.assay.api.settings.AssaySettings;
import dev.assay.api.settings.PublicAddress;
import dev.assay.api.startup.StartUpStep;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Completes the installation and tells the operator, on standard output, what to do next. */
@Component
class Console implements StartUpStep {

    private final Installation installation;
    private final LibraryCatalog catalog;
    private final AssaySettings settings;
    private final PublicAddress address;

    Console(Installation installation, LibraryCatalog catalog, AssaySettings settings, PublicAddress address) {
        this.installation = installation;
        this.catalog = catalog;
        this.settings = settings;
        this.address = address;
    }

    @Override
    public int getOrder() {
        return CONSOLE;
    }

    @Override
    public Mono<Void> run() {
        return installation
                .complete()
                .flatMap(news -> news.owner().isEmpty() && settings.owner().resetPassword()
                        ? installation.resetOwner()
                        : Mono.just(news))
                .doOnNext(this::tell)
                .then(Mono.defer(installation::told));
    }

    private void tell(Installation.News news) {
        if (!settings.console()) {
            return;
        }
        System.out.println(frame(lines(news)));
        System.out.flush();
    }

    private List<String> lines(Installation.News news) {
        List<String> lines = new ArrayList<>();
        lines.add("Assay is ready at " + address.base());
        if (news.owner().isPresent()) {
            Members.Added owner = news.owner().get();
            lines.add("");
            lines.add("Sign in as   " + owner.account().email());
            lines.add("Password     " + owner.password() + "   (shown once; you choose your own at the first sign-in)");
        }
        if (news.link().isPresent()) {
            lines.add("");
            lines.add("To try it as a candidate, open");
            lines.add(news.link().get());
        }
        if (!catalog.problems().isEmpty()) {
            lines.add("");
            lines.add("Packages with mistakes were left out:");
            lines.addAll(catalog.problems());
        }
        return lines;
    }

    static String frame(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        String edge = "─".repeat(width + 2);
        StringBuilder framed = new StringBuilder("┌" + edge + "┐\n");
        for (String line : lines) {
            framed.append("│ ")
                    .append(line)
                    .append(" ".repeat(width - line.length()))
                    .append(" │\n");
        }
        return framed.append('└').append(edge).append('┘').toString();
    }
}
