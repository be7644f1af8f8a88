package main

import (
	"regexp"
	"strconv"
)

const lateSeconds = 60

var arrivalLine = regexp.MustCompile(
	`(?s)^((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]) (T[0-9]{1,3}) (-?[0-9]{1,4}) ([^ ](?:.*[^ ])?)$`)

// key is by what a repetition is known.
type key struct {
	time, tram, stop string
}

type arrival struct {
	key
	delay int
}

func parse(line string) (parsed arrival, ok bool) {
	parts := arrivalLine.FindStringSubmatch(line)
	if parts == nil {
		return arrival{}, false
	}
	delay, err := strconv.Atoi(parts[3])
	return arrival{key{parts[1], parts[2], parts[4]}, delay}, err == nil
}

func (a arrival) isLate() bool {
	return a.delay > lateSeconds
}
