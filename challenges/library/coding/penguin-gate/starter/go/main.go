package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

type rule struct {
	limit      int
	window     time.Duration
	mostAtOnce int
	// The limit while Redis is away.
	alone int
}

var rules = map[string]rule{
	"pictures": {limit: 20, window: time.Hour, mostAtOnce: 5, alone: 5},
	"feeding":  {limit: 100, window: time.Hour, mostAtOnce: 20, alone: 20},
	"live":     {limit: 1, window: time.Second, mostAtOnce: 1, alone: 1},
}

// github.com/gomodule/redigo/redis is there to speak with it.
var redisURL = setting("REDIS_URL", "redis://127.0.0.1:6379")

// Every request comes here, each in a goroutine of its own.
func handle(w http.ResponseWriter, r *http.Request) {
	var body any
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		answer(w, http.StatusBadRequest, map[string]any{"error": "The body is not JSON."})
		return
	}
	answer(w, http.StatusNotImplemented, map[string]any{"error": "This gate decides nothing yet."})
}

func answer(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	log.Fatal(http.ListenAndServe(":"+setting("PORT", "8080"), http.HandlerFunc(handle)))
}
