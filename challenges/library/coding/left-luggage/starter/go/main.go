package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

// Every request comes here, each in a goroutine of its own.
func handle(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPut || r.Method == http.MethodPost {
		var body any
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			answer(w, http.StatusBadRequest, map[string]string{"error": "The body is not JSON."})
			return
		}
	}
	answer(w, http.StatusNotImplemented, map[string]string{"error": "This service does nothing yet."})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func answerNoContent(w http.ResponseWriter) {
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, http.HandlerFunc(handle)))
}
