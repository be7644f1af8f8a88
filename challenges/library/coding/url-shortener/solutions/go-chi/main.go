package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"shortener/links"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

const maxBody = 64 * 1024

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	store := links.NewStore()
	router := chi.NewRouter()
	router.Use(middleware.Recoverer, middleware.SetHeader("Content-Type", "application/json"))
	router.NotFound(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, "There is nothing at "+r.URL.Path+".")
	})
	router.Route("/links", func(router chi.Router) {
		router.Post("/", create(store))
		router.Get("/{code}", show(store))
	})
	router.Get("/{code}", follow(store))
	log.Fatal(http.ListenAndServe(":"+port, router))
}

func create(store *links.Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			refuse(w, http.StatusRequestEntityTooLarge, "The body is too large.")
			return
		}
		wanted, err := links.Parse(body)
		if err != nil {
			refuse(w, http.StatusBadRequest, err.Error())
			return
		}
		link, err := store.Add(wanted)
		if errors.Is(err, links.ErrTaken) {
			refuse(w, http.StatusConflict, "The alias "+wanted.Alias+" is taken.")
			return
		}
		w.Header().Set("Location", "/links/"+link.Code)
		answer(w, http.StatusCreated, link)
	}
}

func show(store *links.Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		code := chi.URLParam(r, "code")
		link, found := store.Find(code)
		if !found {
			refuse(w, http.StatusNotFound, "There is no link "+code+".")
			return
		}
		answer(w, http.StatusOK, link)
	}
}

func follow(store *links.Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		code := chi.URLParam(r, "code")
		link, err := store.Visit(code, time.Now())
		switch {
		case errors.Is(err, links.ErrUnknown):
			refuse(w, http.StatusNotFound, "There is no link "+code+".")
		case errors.Is(err, links.ErrExpired):
			refuse(w, http.StatusGone, "The link "+code+" has expired.")
		default:
			w.Header().Set("Location", link.URL)
			w.WriteHeader(http.StatusFound)
		}
	}
}

func refuse(w http.ResponseWriter, status int, message string) {
	answer(w, status, map[string]string{"error": message})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}
