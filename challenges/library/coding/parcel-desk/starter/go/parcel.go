package main

import "time"

// Parcel is shown to clients as it is, but for its days and amounts, which know how they are written.
type Parcel struct {
	ID          int        `json:"id"`
	Code        string     `json:"code"`
	Flat        string     `json:"flat"`
	Recipient   string     `json:"recipient"`
	ArrivedAt   time.Time  `json:"arrivedAt"`
	Due         Day        `json:"due"`
	Charge      Cents      `json:"charge"`
	Notes       []string   `json:"notes"`
	Status      string     `json:"status"`
	CollectedAt *time.Time `json:"collectedAt"`
	Fee         *Cents     `json:"fee"`
}

// A parcel seldom gets more than four notes.
var waiting = Parcel{Status: "waiting", Notes: make([]string, 0, 4)}

// NewParcel has what the registration says, and waits.
func NewParcel(r Registration) *Parcel {
	parcel := waiting
	parcel.Flat = r.Flat
	parcel.Recipient = r.Recipient
	parcel.ArrivedAt = r.ArrivedAt
	parcel.Charge = r.Charge
	if r.Note != "" {
		parcel.Notes = []string{r.Note}
	}
	return &parcel
}
