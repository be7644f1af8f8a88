package dev.assay.api.problem;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What the frameworks throw, in the words of {@link ProblemType}. */
final class Faults {

    /** MongoDB's code for a full disk; the embedded store uses it too. */
    private static final int OUT_OF_DISK_SPACE = 14031;

    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(" \\(start marker.*|: enable `.*|: was expecting.*");

    private Faults() {}

    static ProblemException explain(Throwable fault) {
        if (fault instanceof ProblemException problem) {
            return problem;
        }
        if (find(fault, DataBufferLimitException.class).isPresent()) {
            return ProblemType.TOO_LARGE.because("The body is larger than 2 MB.");
        }
        return switch (fault) {
            case WebExchangeBindException invalid -> invalid(invalid);
            case HandlerMethodValidationException invalid -> invalid(invalid);
            case MethodNotAllowedException wrong ->
                ProblemType.METHOD_NOT_ALLOWED.because(wrong.getHttpMethod() + " is not allowed here; allowed is "
                        + wrong.getSupportedMethods() + ".");
            case UnsupportedMediaTypeStatusException unknown ->
                ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
                        "The body's Content-Type must be one of " + unknown.getSupportedMediaTypes() + ".");
            case ServerWebInputException unreadable -> unreadable(unreadable);
            case ResponseStatusException other -> byStatus(other.getStatusCode());
            case AuthenticationException unknown ->
                ProblemType.SIGN_IN_REQUIRED.because("The request has no valid token. Sign in, and try again.");
            case AccessDeniedException denied ->
                ProblemType.ROLE_REQUIRED.because("Your token does not give access to this.");
            case ServerExchangeRejectedException rejected ->
                ProblemType.MALFORMED_REQUEST.because(
                        "The address or a header has characters that are not allowed there.");
            case DataAccessException storeFault -> ofStore(storeFault);
            case MongoException storeFault -> ofStore(storeFault);
            default ->
                ProblemType.INTERNAL_ERROR.because(
                        "Nothing you did wrong. Try again; if it stays, tell the people who run this installation.");
        };
    }

    private static ProblemException ofStore(Throwable fault) {
        boolean full = find(fault, MongoException.class)
                .filter(cause -> cause.getCode() == OUT_OF_DISK_SPACE)
                .isPresent();
        return ProblemType.STORE_UNAVAILABLE.because(
                full
                        ? "The disk of the server is full. This change was not saved; what was saved before is safe."
                                + " Free disk space on the server, then try again."
                        : "The database does not answer. This change was not confirmed; check it, and try again in a moment.");
    }

    private static ProblemException byStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ProblemType.NOT_FOUND.because("There is nothing at this address.");
            case 405 -> ProblemType.METHOD_NOT_ALLOWED.because("This method is not allowed here.");
            case 406 -> ProblemType.NOT_ACCEPTABLE.because("The Accept header asks for a form that is not offered.");
            case 413 -> ProblemType.TOO_LARGE.because("The body is larger than 2 MB.");
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE.because("The body must be application/json.");
            default ->
                status.is4xxClientError()
                        ? ProblemType.MALFORMED_REQUEST.because("The request cannot be understood.")
                        : ProblemType.INTERNAL_ERROR.because("Nothing you did wrong. Try again in a moment.");
        };
    }

    private static ProblemException invalid(WebExchangeBindException fault) {
        List<FieldProblem> errors = new ArrayList<>();
        for (FieldError error : fault.getFieldErrors()) {
            errors.add(new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())));
        }
        return new ProblemException(ProblemType.INVALID, sentence(errors), errors);
    }

    private static ProblemException invalid(HandlerMethodValidationException fault) {
        List<FieldProblem> errors = new ArrayList<>();
        fault.getParameterValidationResults().forEach(result -> {
            String parameter = String.valueOf(result.getMethodParameter().getParameterName());
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String field = error instanceof FieldError inBody ? inBody.getField() : parameter;
                errors.add(new FieldProblem(field, String.valueOf(error.getDefaultMessage())));
            }
        });
        return new ProblemException(ProblemType.INVALID, sentence(errors), errors);
    }

    private static String sentence(List<FieldProblem> errors) {
        return errors.isEmpty()
                ? "The request has a value that is not allowed."
                : errors.getFirst().field() + ": " + errors.getFirst().message();
    }

    private static ProblemException unreadable(ServerWebInputException fault) {
        Optional<JacksonException> json = find(fault, JacksonException.class);
        if (json.isPresent()) {
            return unreadable(json.get());
        }
        if (fault.getMethodParameter() != null && fault.getMethodParameter().getParameterName() != null) {
            String parameter = fault.getMethodParameter().getParameterName();
            if (find(fault, DecodingException.class).isEmpty() && fault.getCause() != null) {
                return ProblemType.MALFORMED_REQUEST.at(parameter, "has a value of the wrong type");
            }
        }
        return ProblemType.MALFORMED_REQUEST.because(
                fault.getCause() == null && fault.getReason() != null
                        ? fault.getReason()
                        : "The body must be a JSON object as the API describes it.");
    }

    private static ProblemException unreadable(JacksonException json) {
        String field = path(json);
        return switch (json) {
            case UnrecognizedPropertyException unknown ->
                ProblemType.MALFORMED_REQUEST.at(
                        field, "is not known here; known are " + unknown.getKnownPropertyIds());
            case InvalidFormatException wrong -> ProblemType.MALFORMED_REQUEST.at(field, wrongValue(wrong));
            case StreamConstraintsException tooDeep ->
                ProblemType.MALFORMED_REQUEST.because("The JSON is nested too deeply or has a value that is too long.");
            case StreamReadException wrong
            when !field.isEmpty() -> ProblemType.MALFORMED_REQUEST.at(field, firstLine(wrong.getOriginalMessage()));
            case StreamReadException broken ->
                ProblemType.MALFORMED_REQUEST.because("The body is not valid JSON: "
                        + firstLine(broken.getOriginalMessage()) + position(broken) + ".");
            case MismatchedInputException wrong
            when !field.isEmpty() -> ProblemType.MALFORMED_REQUEST.at(field, "has a value of the wrong type, or none");
            case DatabindException refused
            when !field.isEmpty() -> ProblemType.MALFORMED_REQUEST.at(field, firstLine(refused.getOriginalMessage()));
            default -> ProblemType.MALFORMED_REQUEST.because("The body must be a JSON object as the API describes it.");
        };
    }

    private static String wrongValue(InvalidFormatException wrong) {
        Class<?> target = wrong.getTargetType();
        if (target != null && target.isEnum()) {
            return "must be one of " + List.of(target.getEnumConstants());
        }
        return target == String.class ? ownWords(wrong) : "has a value of the wrong type";
    }

    private static String position(StreamReadException broken) {
        return broken.getLocation() == null
                ? ""
                : " (line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ")";
    }

    /** Without what the parser says to programmers: places in its own buffers, and its settings. */
    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return FOR_PROGRAMMERS.matcher(line).replaceFirst("");
    }

    /** What {@link StrictText} says; the parser puts the name of a Java type before it. */
    private static String ownWords(InvalidFormatException wrong) {
        String message = firstLine(wrong.getOriginalMessage());
        return message.substring(message.lastIndexOf(": ") + 1).strip();
    }

    private static String path(JacksonException json) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : json.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        return path.toString();
    }

    private static <T extends Throwable> Optional<T> find(Throwable fault, Class<T> type) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
