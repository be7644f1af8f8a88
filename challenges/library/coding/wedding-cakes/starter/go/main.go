package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

var (
	paymentsURL    = os.Getenv("PAYMENTS_URL")
	paymentsSecret = os.Getenv("PAYMENTS_SECRET")
)

// Every request comes here, each in a goroutine of its own.
func handle(w http.ResponseWriter, r *http.Request) {
	answer(w, http.StatusNotImplemented, map[string]string{"error": "This service does nothing yet."})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, http.HandlerFunc(handle)))
}
