package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
)

var archiveURL = setting("ARCHIVE_URL", "http://127.0.0.1:7001")

type card struct {
	ID    string `json:"id"`
	Lang  string `json:"lang"`
	Text  string `json:"text"`
	Stale bool   `json:"stale"`
}

// Every request comes here, each in a goroutine of its own.
func handle(w http.ResponseWriter, r *http.Request) {
	path := strings.Split(r.URL.Path, "/")
	if r.Method != http.MethodGet || len(path) != 3 {
		answer(w, http.StatusNotImplemented, map[string]string{"error": "This is not done yet."})
		return
	}
	status, shown, err := ask(path[1], path[2], "en")
	if err != nil {
		log.Print(err)
		answer(w, http.StatusInternalServerError, map[string]string{"error": "Something broke here."})
		return
	}
	answer(w, status, shown)
}

// Passes the question on to the archive, and remembers nothing.
func ask(collection, id, lang string) (int, card, error) {
	response, err := http.Get(fmt.Sprintf("%s/%s/%s?lang=%s", archiveURL, collection, id, lang))
	if err != nil {
		return 0, card{}, err
	}
	defer response.Body.Close()
	found := card{}
	err = json.NewDecoder(response.Body).Decode(&found)
	return response.StatusCode, card{ID: id, Lang: lang, Text: found.Text}, err
}

func answer(w http.ResponseWriter, status int, body any) {
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
