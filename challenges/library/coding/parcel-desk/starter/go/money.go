package main

import (
	"fmt"
	"regexp"
	"strconv"
)

// Cents is an amount of money, written as 19.99.
type Cents int64

var amount = regexp.MustCompile(`^[0-9]{1,4}\.[0-9]{2}$`)

func (c Cents) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%d.%02d", c/100, c%100), nil
}

// ParseCents says whether the text is an amount, and which.
func ParseCents(text string) (Cents, bool) {
	if !amount.MatchString(text) {
		return 0, false
	}
	value, err := strconv.ParseFloat(text, 64)
	return Cents(value * 100), err == nil
}
