import os

import waitress
from flask import Flask, request
from graphql import GraphQLError, execute_sync, get_operation_ast, parse, validate

from choir import Choir
from depth import check_depth
from resolvers import Context, schema

app = Flask(__name__)
choir = Choir()


@app.post("/graphql")
def graphql():
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict) or not isinstance(body.get("query"), str):
        return {"errors": [{"message": "The body must be a JSON object with a query."}]}, 400
    return answer(body["query"], body.get("variables") or {}, body.get("operationName"))


def answer(query, variables, operation_name):
    try:
        document = parse(query)
    except GraphQLError as error:
        return refusal([error])
    errors = validate(schema, document)
    if errors:
        return refusal(errors)
    operation = get_operation_ast(document, operation_name)
    if operation is not None:
        try:
            check_depth(document, operation)
        except GraphQLError as error:
            return refusal([error])
    librarian = request.headers.get("X-Librarian") == "yes"
    return execute_sync(
        schema,
        document,
        context_value=Context(choir, librarian),
        variable_values=variables,
        operation_name=operation_name,
    ).formatted


def refusal(errors):
    return {"errors": [error.formatted for error in errors]}


if __name__ == "__main__":
    # Requests are answered on several threads.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=16)
