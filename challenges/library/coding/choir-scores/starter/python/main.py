import os

import waitress
from flask import Flask, request
from graphql import graphql_sync

from resolvers import schema

app = Flask(__name__)


@app.post("/graphql")
def graphql():
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict) or not isinstance(body.get("query"), str):
        return {"errors": [{"message": "The body must be a JSON object with a query."}]}, 400
    # What a resolver finds in info.context.
    context = {"librarian": request.headers.get("X-Librarian") == "yes"}
    result = graphql_sync(
        schema,
        body["query"],
        context_value=context,
        variable_values=body.get("variables"),
        operation_name=body.get("operationName"),
    )
    return result.formatted


if __name__ == "__main__":
    # Requests are answered on several threads.
    waitress.serve(app, host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threads=16)
