import os
import threading

from flask import Flask, jsonify, request

app = Flask(__name__)
notes = {}
lock = threading.Lock()


@app.post("/notes")
def leave():
    body = request.get_json(silent=True)
    text = body.get("text") if isinstance(body, dict) else None
    if not isinstance(text, str) or text == "":
        return jsonify(error="text must be a string that is not empty."), 400
    with lock:
        note = {"number": len(notes) + 1, "text": text}
        notes[note["number"]] = note
    return jsonify(note), 201


@app.get("/notes/<int:number>")
def read(number):
    note = notes.get(number)
    if note is None:
        return jsonify(error="There is no such note."), 404
    return jsonify(note)


if __name__ == "__main__":
    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", "8080")), threaded=True)
