package links

import (
	"encoding/json"
	"errors"
	"net/url"
	"regexp"
	"time"
)

const maxURL = 2048

var (
	visibleASCII = regexp.MustCompile(`^[\x21-\x7e]+$`)
	web          = regexp.MustCompile(`^(?i:https?)://[^/?#]`)
	aliasForm    = regexp.MustCompile(`^[A-Za-z0-9_-]{3,32}$`)
)

// Request is what a client asks for, checked; Alias is empty and ExpiresAt nil when it left them out.
type Request struct {
	URL       string
	Alias     string
	ExpiresAt *time.Time
}

// Parse fails with a sentence for the client.
func Parse(body []byte) (Request, error) {
	// encoding/json would also take "URL" for "url", so the fields are read by their exact names.
	var fields map[string]any
	if err := json.Unmarshal(body, &fields); err != nil || fields == nil {
		return Request{}, errors.New("The body must be a JSON object.")
	}
	target, err := parseURL(fields["url"])
	if err != nil {
		return Request{}, err
	}
	alias, err := parseAlias(fields["alias"])
	if err != nil {
		return Request{}, err
	}
	expiresAt, err := parseInstant(fields["expiresAt"])
	if err != nil {
		return Request{}, err
	}
	return Request{URL: target, Alias: alias, ExpiresAt: expiresAt}, nil
}

func parseURL(value any) (string, error) {
	text, isText := value.(string)
	if !isText || text == "" {
		return "", errors.New("The field url is missing, or is not text.")
	}
	if len(text) > maxURL {
		return "", errors.New("The url has more than 2048 characters.")
	}
	if !visibleASCII.MatchString(text) {
		return "", errors.New("The url has a space, a control character, or one that is not ASCII.")
	}
	if parsed, err := url.Parse(text); err != nil || !web.MatchString(text) || parsed.Hostname() == "" {
		return "", errors.New("The url must begin with http:// or https:// and a host.")
	}
	return text, nil
}

func parseAlias(value any) (string, error) {
	if value == nil {
		return "", nil
	}
	text, isText := value.(string)
	if !isText || !aliasForm.MatchString(text) {
		return "", errors.New("An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -.")
	}
	if text == "links" {
		return "", errors.New("The alias links is reserved.")
	}
	return text, nil
}

func parseInstant(value any) (*time.Time, error) {
	if value == nil {
		return nil, nil
	}
	text, _ := value.(string)
	instant, err := time.Parse(time.RFC3339, text)
	if err != nil || instant.Location() != time.UTC {
		return nil, errors.New("The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.")
	}
	return &instant, nil
}
