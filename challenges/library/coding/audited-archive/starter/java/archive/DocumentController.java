package archive;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/documents")
class DocumentController {
    private final Accounts accounts;
    private final Documents documents;
    private final FileStore files;
    private final Links links;

    DocumentController(Accounts accounts, Documents documents, FileStore files, Links links) {
        this.accounts = accounts;
        this.documents = documents;
        this.files = files;
        this.links = links;
    }

    @GetMapping
    Map<String, List<Map<String, Object>>> search(
            @RequestHeader(defaultValue = "") String authorization,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "title") String sort) {
        return Map.of("documents", documents.search(accounts.loggedIn(authorization), q, sort));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> add(
            @RequestHeader(defaultValue = "") String authorization, @RequestBody Map<String, Object> fields) {
        Map<String, Object> archivist = accounts.loggedInArchivist(authorization);
        return documents.inFull(documents.add(Described.in(fields), archivist));
    }

    @GetMapping("/{id}")
    Map<String, Object> look(@RequestHeader(defaultValue = "") String authorization, @PathVariable int id) {
        return documents.inFull(documents.find(id, accounts.loggedIn(authorization)));
    }

    @PutMapping("/{id}")
    Map<String, Object> change(
            @RequestHeader(defaultValue = "") String authorization,
            @PathVariable int id,
            @RequestBody Map<String, Object> fields) {
        accounts.loggedInArchivist(authorization);
        return documents.inFull(documents.change(id, Described.in(fields)));
    }

    @PutMapping("/{id}/files")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void store(
            @RequestHeader(defaultValue = "") String authorization,
            @PathVariable int id,
            @RequestParam(defaultValue = "") String name,
            @RequestBody(required = false) byte[] content) {
        documents.find(id, accounts.loggedInArchivist(authorization));
        files.write(id, name, content == null ? new byte[0] : content);
        documents.addFile(id, name);
    }

    @GetMapping("/{id}/files")
    ResponseEntity<byte[]> fetch(
            @RequestHeader(defaultValue = "") String authorization,
            @PathVariable int id,
            @RequestParam(defaultValue = "") String name) {
        accounts.loggedIn(authorization);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(files.read(id, name));
    }

    @PostMapping("/{id}/links")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> share(
            @RequestHeader(defaultValue = "") String authorization,
            @PathVariable int id,
            @RequestBody Map<String, Object> fields) {
        documents.find(id, accounts.loggedIn(authorization));
        return Map.of("link", links.made(id, Fields.number(fields, "until", 0, 9_999_999_999L)));
    }
}
