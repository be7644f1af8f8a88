package dev.assay.api.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the generated description into the committed one: short schema names, what is required and what may be null as
 * the records declare it, one way to fail, and one order of everything.
 */
final class OpenApiDocument {

    private static final String REFERENCE = "#/components/schemas/";
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Set<String> OPEN = Set.of("/api/v1/status", "/api/v1/candidate/session");

    /** Names that differ from the class's, because the class's name is taken or says too much. */
    private static final Map<String, String> NAMES = Map.of(
            "Answer.Section", "AnswerText",
            "ReportFile", "SourceFile",
            "WorkspaceFile", "SourceFile",
            "RubricCriterion", "Criterion",
            "ItemLimits", "Limits",
            "ReportSubmission", "ReportedSubmission",
            "ReviewAmendment", "Amendment");

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final ObjectNode document;
    private final ObjectNode schemas;

    OpenApiDocument(String generated) {
        document = (ObjectNode) mapper.readTree(generated);
        schemas = (ObjectNode) document.at("/components/schemas");
    }

    String text() {
        document.putObject("info").put("title", "Assay").put("version", "1");
        document.putArray("servers").addObject().put("url", "/");
        document.remove("tags");
        ((ObjectNode) document.get("paths")).remove("/api/v1/openapi.json");
        schemas.remove(List.of("dev.assay.api.access.CurrentMember", "dev.assay.api.access.CurrentCandidate"));
        declareNullness();
        rename();
        describeFailures();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(document)) + "\n";
    }

    private void declareNullness() {
        Set<String> sent = reachable("requestBody");
        Set<String> received = reachable("responses");
        for (Map.Entry<String, JsonNode> entry : schemas.properties()) {
            ObjectNode schema = (ObjectNode) entry.getValue();
            if (!schema.has("properties")) {
                continue;
            }
            boolean onlySent = sent.contains(entry.getKey()) && !received.contains(entry.getKey());
            Set<String> required = new TreeSet<>();
            ObjectNode properties = (ObjectNode) schema.get("properties");
            for (String property : List.copyOf(properties.propertyNames())) {
                boolean nullable = isNullable(entry.getKey(), property);
                if (nullable) {
                    properties.set(property, orNull((ObjectNode) properties.get(property)));
                }
                if (!nullable || !onlySent) {
                    required.add(property);
                }
            }
            ArrayNode names = schema.putArray("required");
            required.forEach(names::add);
        }
    }

    private static boolean isNullable(String schema, String property) {
        if (schema.startsWith("dev.assay.api.rest.Page")) {
            return property.equals("nextCursor");
        }
        return Nullness.record(schema)
                .map(record -> Nullness.isNullable(record, property))
                .orElseThrow(() -> new AssertionError("The schema " + schema + " is not of a record"));
    }

    private ObjectNode orNull(ObjectNode schema) {
        if (schema.has("type") && schema.get("type").isString()) {
            String type = schema.get("type").asString();
            schema.putArray("type").add(type).add("null");
            if (schema.has("enum")) {
                ((ArrayNode) schema.get("enum")).addNull();
            }
            return schema;
        }
        ObjectNode either = mapper.createObjectNode();
        either.putArray("oneOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private Set<String> reachable(String part) {
        Deque<JsonNode> open = new ArrayDeque<>();
        document.get("paths").forEach(path -> path.forEach(operation -> open.add(operation.path(part))));
        Set<String> names = new HashSet<>();
        while (!open.isEmpty()) {
            for (JsonNode reference : open.pop().findValues("$ref")) {
                String name = reference.asString().substring(REFERENCE.length());
                if (names.add(name)) {
                    open.add(schemas.get(name));
                }
            }
        }
        return names;
    }

    private void rename() {
        Map<String, String> names = new TreeMap<>();
        schemas.propertyNames().forEach(name -> names.put(REFERENCE + name, REFERENCE + shortName(name)));
        replaceReferences(document, names);
        ObjectNode renamed = mapper.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : schemas.properties()) {
            String name = shortName(entry.getKey());
            JsonNode before = renamed.get(name);
            if (before != null && !sorted(before).equals(sorted(entry.getValue()))) {
                throw new AssertionError("Two different schemas are called " + name + ": " + before + " and "
                        + entry.getKey() + " " + entry.getValue());
            }
            renamed.set(name, entry.getValue());
        }
        ((ObjectNode) document.get("components")).set("schemas", renamed);
    }

    private static String shortName(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String prefix = name.startsWith("dev.assay.api.rest.Page") ? "PageOf" : "";
        String withOuter = name.replaceFirst(".*\\.(?=[^.]+\\.[^.]+$)", "");
        String named = NAMES.getOrDefault(last, last.replaceAll("(?<=.)(View|Request)$", ""));
        return prefix + NAMES.getOrDefault(withOuter, named);
    }

    private static void replaceReferences(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            String reference = object.get("$ref").asString();
            object.put("$ref", names.getOrDefault(reference, reference));
        }
        node.forEach(child -> replaceReferences(child, names));
    }

    private void describeFailures() {
        ObjectNode renamed = (ObjectNode) document.at("/components/schemas");
        renamed.set("FieldProblem", mapper.readTree("""
                {"type": "object", "required": ["field", "message"],
                 "properties": {"field": {"type": "string"}, "message": {"type": "string"}}}"""));
        renamed.set("Problem", mapper.readTree("""
                {"type": "object", "required": ["detail", "status", "title", "type"], "additionalProperties": true,
                 "properties": {"type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
                  "detail": {"type": "string"},
                  "errors": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}}}}"""));
        ((ObjectNode) document.get("components")).set("securitySchemes", mapper.readTree("""
                {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}"""));
        document.putArray("security").addObject().putArray("bearer");
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                ObjectNode operation = (ObjectNode) method.getValue();
                operation.remove("tags");
                operation.put("operationId", operationName(method.getKey(), path.getKey()));
                if (OPEN.contains(path.getKey())
                        || (path.getKey().equals("/api/v1/session")
                                && method.getKey().equals("post"))) {
                    operation.putArray("security");
                }
                ((ObjectNode) operation.get("responses")).set("default", mapper.readTree("""
                        {"description": "A problem", "content": {"application/problem+json":
                         {"schema": {"$ref": "#/components/schemas/Problem"}}}}"""));
            }
        }
    }

    /** From method and path, because the generated ones depend on the order in which operations are found. */
    private static String operationName(String method, String path) {
        Matcher words = WORD.matcher(path.substring("/api/v1/".length()).replace("{", "by-"));
        StringBuilder name = new StringBuilder(method);
        while (words.find()) {
            String word = words.group();
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode inOrder = mapper.createObjectNode();
            new TreeSet<>(object.propertyNames()).forEach(name -> inOrder.set(name, sorted(object.get(name))));
            return inOrder;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode same = mapper.createArrayNode();
            array.forEach(child -> same.add(sorted(child)));
            return same;
        }
        return node;
    }
}
