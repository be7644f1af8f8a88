package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("POST /accounts", open)
	http.HandleFunc("GET /accounts/{id}", look)
	http.HandleFunc("GET /accounts/{id}/entries", entries)
	http.HandleFunc("POST /accounts/{id}/deposits", deposit)
	http.HandleFunc("POST /transfers", transfer)
	http.HandleFunc("POST /transfers/{id}/reversal", reverse)

	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, nil))
}

// Every request is handled in a goroutine of its own.
func open(w http.ResponseWriter, r *http.Request) {
	if _, ok := body(w, r); ok {
		notYet(w, "open")
	}
}

func look(w http.ResponseWriter, r *http.Request) {
	notYet(w, "look at "+r.PathValue("id"))
}

func entries(w http.ResponseWriter, r *http.Request) {
	notYet(w, "list the entries of "+r.PathValue("id"))
}

func deposit(w http.ResponseWriter, r *http.Request) {
	if _, ok := body(w, r); ok {
		notYet(w, "pay in to "+r.PathValue("id")+", key "+r.Header.Get("Idempotency-Key"))
	}
}

func transfer(w http.ResponseWriter, r *http.Request) {
	if _, ok := body(w, r); ok {
		notYet(w, "transfer, key "+r.Header.Get("Idempotency-Key"))
	}
}

func reverse(w http.ResponseWriter, r *http.Request) {
	if _, ok := body(w, r); ok {
		notYet(w, "reverse "+r.PathValue("id")+", key "+r.Header.Get("Idempotency-Key"))
	}
}

// body reads JSON; when it is none, body has answered already.
func body(w http.ResponseWriter, r *http.Request) (value any, ok bool) {
	if err := json.NewDecoder(r.Body).Decode(&value); err != nil {
		answer(w, http.StatusBadRequest, map[string]any{"error": "The body is not JSON."})
		return nil, false
	}
	return value, true
}

func notYet(w http.ResponseWriter, what string) {
	answer(w, http.StatusNotImplemented, map[string]any{"error": "This service cannot do this yet: " + what})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}
