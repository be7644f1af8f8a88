package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, routes()))
}

// Every request has a goroutine of its own.
func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /queues/{queue}/jobs", change("add"))
	mux.HandleFunc("POST /queues/{queue}/take", change("take"))
	mux.HandleFunc("POST /queues/{queue}/jobs/{id}/ack", change("ack"))
	mux.HandleFunc("POST /queues/{queue}/jobs/{id}/fail", change("fail"))
	mux.HandleFunc("GET /queues/{queue}/jobs/{id}", look("look"))
	mux.HandleFunc("GET /queues/{queue}/dead", look("dead"))
	return mux
}

func change(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var body any
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			refuse(w, http.StatusBadRequest, "The body is not JSON.")
			return
		}
		notYet(w, r, what)
	}
}

func look(what string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		notYet(w, r, what)
	}
}

func notYet(w http.ResponseWriter, r *http.Request, what string) {
	refuse(w, http.StatusNotImplemented,
		"This service cannot do this yet: "+what+" "+r.PathValue("id")+" in "+r.PathValue("queue"))
}

func refuse(w http.ResponseWriter, status int, why string) {
	answer(w, status, map[string]string{"error": why})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func answerNoContent(w http.ResponseWriter) {
	w.WriteHeader(http.StatusNoContent)
}
