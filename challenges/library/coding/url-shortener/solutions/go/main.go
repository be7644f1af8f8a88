package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

const maxBody = 64 * 1024

type service struct {
	links *Links
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	s := service{links: NewLinks()}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /links", s.create)
	mux.HandleFunc("GET /links/{code}", s.show)
	mux.HandleFunc("GET /{code}", s.follow)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, "There is nothing at "+r.Method+" "+r.URL.Path+".")
	})
	log.Fatal(http.ListenAndServe(":"+port, mux))
}

func (s service) create(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, "The body is too large.")
		return
	}
	wanted, err := parseLinkRequest(body)
	if err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	link, err := s.links.Add(wanted)
	if errors.Is(err, ErrTaken) {
		refuse(w, http.StatusConflict, "The alias "+wanted.Alias+" is taken.")
		return
	}
	w.Header().Set("Location", "/links/"+link.Code)
	answer(w, http.StatusCreated, link)
}

func (s service) show(w http.ResponseWriter, r *http.Request) {
	link, found := s.links.Find(r.PathValue("code"))
	if !found {
		refuse(w, http.StatusNotFound, "There is no link "+r.PathValue("code")+".")
		return
	}
	answer(w, http.StatusOK, link)
}

func (s service) follow(w http.ResponseWriter, r *http.Request) {
	code := r.PathValue("code")
	link, err := s.links.Visit(code, time.Now())
	switch {
	case errors.Is(err, ErrUnknown):
		refuse(w, http.StatusNotFound, "There is no link "+code+".")
	case errors.Is(err, ErrExpired):
		refuse(w, http.StatusGone, "The link "+code+" has expired.")
	default:
		w.Header().Set("Location", link.URL)
		w.WriteHeader(http.StatusFound)
	}
}

func refuse(w http.ResponseWriter, status int, message string) {
	answer(w, status, map[string]string{"error": message})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}
