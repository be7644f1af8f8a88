package links

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

// Store has all links, by code. What it hands out are copies, so that nobody sees a count change.
type Store struct {
	mutex  sync.Mutex
	byCode map[string]*Link
}

func NewStore() *Store {
	return &Store{byCode: map[string]*Link{}}
}

// Add makes the wanted link, or fails with ErrTaken.
func (s *Store) Add(wanted Request) (Link, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	code := wanted.Alias
	if code == "" {
		code = s.unusedCode()
	} else if s.byCode[code] != nil {
		return Link{}, ErrTaken
	}
	link := &Link{Code: code, URL: wanted.URL, ExpiresAt: wanted.ExpiresAt}
	s.byCode[code] = link
	return *link, nil
}

func (s *Store) Find(code string) (Link, bool) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	link, found := s.byCode[code]
	if !found {
		return Link{}, false
	}
	return *link, true
}

// Visit counts a hit, or fails with ErrUnknown or ErrExpired.
func (s *Store) Visit(code string, now time.Time) (Link, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	link, found := s.byCode[code]
	if !found {
		return Link{}, ErrUnknown
	}
	if link.ExpiresAt != nil && !now.Before(*link.ExpiresAt) {
		return Link{}, ErrExpired
	}
	link.Hits++
	return *link, nil
}

func (s *Store) unusedCode() string {
	for {
		random := make([]byte, 6)
		rand.Read(random)
		code := base64.RawURLEncoding.EncodeToString(random)
		if s.byCode[code] == nil {
			return code
		}
	}
}
