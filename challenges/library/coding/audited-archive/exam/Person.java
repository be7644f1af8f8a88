import dev.assay.exam.Call;
import dev.assay.exam.Service;

/** Somebody who is logged in. */
record Person(Service service, String username, String password, String token) {

    Call call(String method, String path) {
        return service.call(method, path).header("Authorization", "Bearer " + token);
    }
}
