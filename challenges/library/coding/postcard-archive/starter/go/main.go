package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"
)

var database *sql.DB

// Carried out at every start, so each statement must bear to find its work done.
var migrations = []string{}

func main() {
	database = connect()
	for _, statement := range migrations {
		if _, err := database.Exec(statement); err != nil {
			log.Fatal(err)
		}
	}
	http.HandleFunc("GET /postcards", page)
	http.HandleFunc("POST /postcards", add)
	log.Fatal(http.ListenAndServe(":"+setting("PORT", "8080"), nil))
}

func connect() *sql.DB {
	url := setting("DATABASE_URL", "postgresql://app:app@127.0.0.1:5432/app")
	database, err := sql.Open("postgres", url+"?sslmode=disable")
	if err != nil {
		log.Fatal(err)
	}
	database.SetMaxOpenConns(8)
	database.SetMaxIdleConns(8)
	return database
}

func page(w http.ResponseWriter, r *http.Request) {
	order := r.URL.Query().Get("order")
	if order == "" {
		order = "oldest"
	}
	var cards int
	if err := database.QueryRow("select count(*) from postcards").Scan(&cards); err != nil {
		log.Print(err)
		refuse(w, http.StatusInternalServerError, "The database did not do what it should.")
		return
	}
	refuse(w, http.StatusNotImplemented, fmt.Sprintf("This service does nothing yet with its %d cards.", cards))
}

func add(w http.ResponseWriter, r *http.Request) {
	var fields map[string]any
	if err := json.NewDecoder(r.Body).Decode(&fields); err != nil {
		refuse(w, http.StatusBadRequest, "The body is not a JSON object.")
		return
	}
	refuse(w, http.StatusNotImplemented, "This service does nothing yet.")
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
