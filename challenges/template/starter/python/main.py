import os

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.errorhandler(404)
def not_understood(_):
    return jsonify(error=f"{request.method} {request.path} is not understood yet."), 501


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threaded=True)
