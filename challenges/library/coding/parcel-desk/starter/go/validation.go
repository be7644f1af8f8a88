package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Registration is what is known of a parcel when it arrives; without a note, that is empty.
type Registration struct {
	Flat      string
	Recipient string
	ArrivedAt time.Time
	Charge    Cents
	Note      string
}

var flatPattern = regexp.MustCompile(`^[A-Za-z0-9-]{1,12}$`)

func readRegistration(r *http.Request) (registration Registration, err error) {
	var body struct {
		Flat, Recipient, ArrivedAt string
		Charge, Note               *string
	}
	if err = readBody(r, &body); err != nil {
		return
	}
	if registration.Flat, err = readFlat(body.Flat); err != nil {
		return
	}
	if registration.Recipient, err = readText("recipient", body.Recipient, 60); err != nil {
		return
	}
	if registration.ArrivedAt, err = readInstant("arrivedAt", body.ArrivedAt); err != nil {
		return
	}
	if body.Charge != nil {
		charge, ok := ParseCents(*body.Charge)
		if !ok {
			return registration, bad("The field charge must be an amount such as 19.99.")
		}
		registration.Charge = charge
	}
	if body.Note != nil {
		registration.Note, err = readText("note", *body.Note, 200)
	}
	return
}

func readMove(r *http.Request) (string, error) {
	var body struct{ Flat string }
	if err := readBody(r, &body); err != nil {
		return "", err
	}
	return readFlat(body.Flat)
}

func readNote(r *http.Request) (string, error) {
	var body struct{ Text string }
	if err := readBody(r, &body); err != nil {
		return "", err
	}
	return readText("text", body.Text, 200)
}

func readCollection(r *http.Request) (string, time.Time, error) {
	var body struct{ Code, At string }
	if err := readBody(r, &body); err != nil {
		return "", time.Time{}, err
	}
	at, err := readInstant("at", body.At)
	return body.Code, at, err
}

func readFlat(text string) (string, error) {
	flat := strings.TrimSpace(text)
	if !flatPattern.MatchString(flat) {
		return "", bad("A flat has 1 to 12 letters, digits or hyphens.")
	}
	return flat, nil
}

func readNumber(r *http.Request, name string, otherwise, most int) (int, error) {
	text := r.FormValue(name)
	if text == "" {
		return otherwise, nil
	}
	number, err := strconv.Atoi(text)
	if err != nil || number < 1 || number > most {
		return 0, bad(fmt.Sprintf("%s must be a whole number from 1 to %d.", name, most))
	}
	return number, nil
}

func readBody(r *http.Request, body any) error {
	if err := json.NewDecoder(r.Body).Decode(body); err != nil {
		return bad("The body must be a JSON object with the fields that are described.")
	}
	return nil
}

func readText(name, text string, most int) (string, error) {
	if text == "" || utf8.RuneCountInString(text) > most {
		return "", bad(fmt.Sprintf("The field %s must be text of 1 to %d characters.", name, most))
	}
	return text, nil
}

func readInstant(name, text string) (time.Time, error) {
	instant, err := time.Parse("2006-01-02T15:04:05Z", text)
	if err != nil {
		return instant, bad("The field " + name + " must be an instant such as 2031-03-06T22:30:00Z.")
	}
	return instant, nil
}

func bad(message string) error {
	return &Refused{http.StatusBadRequest, message}
}
