package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/gomodule/redigo/redis"
)

// A connection is taken with pool.Get() and given back with Close().
var pool = &redis.Pool{
	MaxIdle:   16,
	MaxActive: 16,
	Wait:      true,
	Dial: func() (redis.Conn, error) {
		return redis.DialURL(setting("REDIS_URL", "redis://127.0.0.1:6379"))
	},
}

func main() {
	http.HandleFunc("POST /leagues/{league}/nights/{night}/reports", report)
	http.HandleFunc("GET /leagues/{league}/nights/{night}/ranking", ranking)
	log.Fatal(http.ListenAndServe(":"+setting("PORT", "8080"), nil))
}

func report(w http.ResponseWriter, r *http.Request) {
	var fields map[string]any
	if err := json.NewDecoder(r.Body).Decode(&fields); err != nil {
		refuse(w, http.StatusBadRequest, "The body is not a JSON object.")
		return
	}
	refuse(w, http.StatusNotImplemented, "This service does nothing yet.")
}

func ranking(w http.ResponseWriter, r *http.Request) {
	connection := pool.Get()
	defer connection.Close()
	keys, err := redis.Int(connection.Do("DBSIZE"))
	if err != nil {
		log.Print(err)
		refuse(w, http.StatusInternalServerError, "Redis did not do what it should.")
		return
	}
	refuse(w, http.StatusNotImplemented, fmt.Sprintf("This service does nothing yet for %s. Redis has %d keys.", r.PathValue("league"), keys))
}

func refuse(w http.ResponseWriter, status int, reason string) {
	answer(w, status, map[string]string{"error": reason})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
