package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

const (
	key               = "the-show-must-go-on-but-nobody-gets-in-for-free"
	director          = "director"
	directorsPassword = "Curtain-up-at-8"
)

func main() {
	http.HandleFunc("POST /users", register)
	http.HandleFunc("/", notYet)

	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, nil))
}

// Every request is handled in a goroutine of its own.
func register(w http.ResponseWriter, r *http.Request) {
	var fields map[string]any
	if err := json.NewDecoder(r.Body).Decode(&fields); err != nil {
		answer(w, http.StatusBadRequest, map[string]any{"error": "The body must be a JSON object."})
		return
	}
	notYet(w, r)
}

func notYet(w http.ResponseWriter, r *http.Request) {
	answer(w, http.StatusNotImplemented, map[string]any{"error": "This service does nothing yet."})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
