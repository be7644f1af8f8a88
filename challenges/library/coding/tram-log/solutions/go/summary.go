package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type stop struct {
	name           string
	arrivals, late int
}

// summary is what there is to say of the lines so far.
type summary struct {
	arrivals      map[key]bool
	stops         map[string]*stop
	repeated, bad int
	worst         *arrival
}

func newSummary() *summary {
	return &summary{arrivals: map[key]bool{}, stops: map[string]*stop{}}
}

func (s *summary) read(line string) {
	if line == "" || strings.HasPrefix(line, "#") {
		return
	}
	arrival, ok := parse(line)
	switch {
	case !ok:
		s.bad++
	case s.arrivals[arrival.key]:
		s.repeated++
	default:
		s.add(arrival)
	}
}

func (s *summary) add(a arrival) {
	s.arrivals[a.key] = true
	if s.worst == nil || a.delay > s.worst.delay {
		s.worst = &a
	}
	at, known := s.stops[a.stop]
	if !known {
		at = &stop{name: a.stop}
		s.stops[a.stop] = at
	}
	at.arrivals++
	if a.isLate() {
		at.late++
	}
}

func (s *summary) report() []string {
	worst := "none"
	if s.worst != nil {
		worst = fmt.Sprintf("%d %s %s %s", s.worst.delay, s.worst.tram, s.worst.time, s.worst.stop)
	}
	lines := []string{
		fmt.Sprintf("arrivals %d", len(s.arrivals)),
		fmt.Sprintf("repeated %d", s.repeated),
		fmt.Sprintf("bad %d", s.bad),
		"worst " + worst,
	}
	for _, at := range s.sortedStops() {
		lines = append(lines, fmt.Sprintf("%d of %d %d%% %s", at.late, at.arrivals, 100*at.late/at.arrivals, at.name))
	}
	return lines
}

func (s *summary) sortedStops() []*stop {
	stops := make([]*stop, 0, len(s.stops))
	for _, at := range s.stops {
		stops = append(stops, at)
	}
	slices.SortFunc(stops, func(a, b *stop) int {
		return cmp.Or(cmp.Compare(b.late, a.late), strings.Compare(a.name, b.name))
	})
	return stops
}
