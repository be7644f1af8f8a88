package main

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"sync"
)

// The desk has one tablet: requests are handled one after the other.
var (
	tablet sync.Mutex
	desk   = NewDesk()
)

func main() {
	handle("POST /parcels", register)
	handle("GET /parcels", list)
	handle("GET /parcels/{id}", look)
	handle("PATCH /parcels/{id}", move)
	handle("POST /parcels/{id}/notes", addNote)
	handle("POST /parcels/{id}/collection", collect)
	handle("GET /flats/{flat}/summary", summary)

	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	log.Fatal(http.ListenAndServe(":"+port, nil))
}

func register(r *http.Request) (int, any, error) {
	fields, err := readRegistration(r)
	if err != nil {
		return 0, nil, err
	}
	return http.StatusCreated, desk.Register(fields), nil
}

func list(r *http.Request) (int, any, error) {
	flat, err := readFlat(r.FormValue("flat"))
	if err != nil {
		return 0, nil, err
	}
	page, err := readNumber(r, "page", 1, 1_000_000)
	if err != nil {
		return 0, nil, err
	}
	size, err := readNumber(r, "size", 20, 50)
	if err != nil {
		return 0, nil, err
	}
	return http.StatusOK, desk.Page(flat, page, size), nil
}

func look(r *http.Request) (int, any, error) {
	parcel, err := desk.Find(r.PathValue("id"))
	return http.StatusOK, parcel, err
}

func move(r *http.Request) (int, any, error) {
	flat, err := readMove(r)
	if err != nil {
		return 0, nil, err
	}
	parcel, err := desk.Move(r.PathValue("id"), flat)
	return http.StatusOK, parcel, err
}

func addNote(r *http.Request) (int, any, error) {
	text, err := readNote(r)
	if err != nil {
		return 0, nil, err
	}
	parcel, err := desk.AddNote(r.PathValue("id"), text)
	return http.StatusCreated, parcel, err
}

func collect(r *http.Request) (int, any, error) {
	code, at, err := readCollection(r)
	if err != nil {
		return 0, nil, err
	}
	parcel, err := desk.Find(r.PathValue("id"))
	if err != nil {
		return 0, nil, err
	}
	if _, err := desk.Collect(r.PathValue("id"), code, at); err != nil {
		log.Printf("Collection of %d: %v", parcel.ID, err)
	}
	return http.StatusOK, parcel, nil
}

func summary(r *http.Request) (int, any, error) {
	return http.StatusOK, desk.Summary(r.PathValue("flat")), nil
}

// handle answers with what the action returns, or with its error.
func handle(pattern string, action func(*http.Request) (int, any, error)) {
	http.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		tablet.Lock()
		defer tablet.Unlock()
		status, body, err := action(r)
		if err != nil {
			status = http.StatusInternalServerError
			var refused *Refused
			if errors.As(err, &refused) {
				status = refused.Status
			}
			body = map[string]string{"error": err.Error()}
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		json.NewEncoder(w).Encode(body)
	})
}
