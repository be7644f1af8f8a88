package main

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"sync"
	"time"
)

var (
	ErrTaken   = errors.New("the alias is taken")
	ErrUnknown = errors.New("there is no such link")
	ErrExpired = errors.New("the link has expired")
)

// Link is a short link; ExpiresAt is nil when it never ends.
type Link struct {
	Code      string     `json:"code"`
	URL       string     `json:"url"`
	Hits      int64      `json:"hits"`
	ExpiresAt *time.Time `json:"expiresAt"`
}

// Links are all links, by code. What it hands out are copies, so that nobody sees a count change.
type Links struct {
	mutex  sync.Mutex
	byCode map[string]*Link
}

func NewLinks() *Links {
	return &Links{byCode: map[string]*Link{}}
}

// Add makes the wanted link, or fails with ErrTaken.
func (l *Links) Add(wanted LinkRequest) (Link, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	code := wanted.Alias
	if code == "" {
		code = l.unusedCode()
	} else if l.byCode[code] != nil {
		return Link{}, ErrTaken
	}
	link := &Link{Code: code, URL: wanted.URL, ExpiresAt: wanted.ExpiresAt}
	l.byCode[code] = link
	return *link, nil
}

func (l *Links) Find(code string) (Link, bool) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	link, found := l.byCode[code]
	if !found {
		return Link{}, false
	}
	return *link, true
}

// Visit counts a hit, or fails with ErrUnknown or ErrExpired.
func (l *Links) Visit(code string, now time.Time) (Link, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	link, found := l.byCode[code]
	if !found {
		return Link{}, ErrUnknown
	}
	if link.ExpiresAt != nil && !now.Before(*link.ExpiresAt) {
		return Link{}, ErrExpired
	}
	link.Hits++
	return *link, nil
}

func (l *Links) unusedCode() string {
	for {
		random := make([]byte, 6)
		rand.Read(random)
		code := base64.RawURLEncoding.EncodeToString(random)
		if l.byCode[code] == nil {
			return code
		}
	}
}
