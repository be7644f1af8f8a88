package main

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// Desk is the shelf with the parcels, and what is done with them.
type Desk struct {
	parcels []*Parcel
	display *Display
}

// Page is a part of the parcels of a flat.
type Page struct {
	Items []*Parcel `json:"items"`
	Page  int       `json:"page"`
	Pages int       `json:"pages"`
	Total int       `json:"total"`
}

func NewDesk() *Desk {
	return &Desk{display: NewDisplay()}
}

func (d *Desk) Register(r Registration) *Parcel {
	parcel := NewParcel(r)
	parcel.ID = len(d.parcels) + 1
	parcel.Code = fmt.Sprintf("%04d", rand.IntN(10_000))
	parcel.Due = DueDay(r.ArrivedAt)
	d.parcels = append(d.parcels, parcel)
	d.display.Forget(parcel.Flat)
	return parcel
}

func (d *Desk) Find(id string) (*Parcel, error) {
	number, err := strconv.Atoi(id)
	if err != nil || number < 1 || number > len(d.parcels) {
		return nil, &Refused{http.StatusNotFound, "There is no parcel " + id + "."}
	}
	return d.parcels[number-1], nil
}

func (d *Desk) Page(flat string, page, size int) Page {
	found := []*Parcel{}
	for _, parcel := range d.parcels {
		if parcel.Flat == flat {
			found = append(found, parcel)
		}
	}
	start := min((page-1)*size, len(found))
	end := min(start+size, len(found))
	return Page{
		Items: found[start:end],
		Page:  page,
		Pages: len(found)/size + 1,
		Total: len(found),
	}
}

func (d *Desk) Move(id, flat string) (*Parcel, error) {
	parcel, err := d.Find(id)
	if err != nil {
		return nil, err
	}
	parcel.Flat = flat
	d.display.Forget(flat)
	return parcel, nil
}

func (d *Desk) AddNote(id, text string) (*Parcel, error) {
	parcel, err := d.Find(id)
	if err != nil {
		return nil, err
	}
	parcel.Notes = append(parcel.Notes, text)
	return parcel, nil
}

func (d *Desk) Collect(id, code string, at time.Time) (*Parcel, error) {
	parcel, err := d.Find(id)
	if err != nil {
		return nil, err
	}
	if parcel.Status == "collected" {
		return nil, &Refused{http.StatusConflict, "Parcel " + id + " was collected before."}
	}
	if parcel.Code != code {
		return nil, &Refused{http.StatusForbidden, "This is not the code of the parcel."}
	}
	fee := Fee(parcel.Due, at)
	parcel.Status = "collected"
	parcel.CollectedAt = &at
	parcel.Fee = &fee
	d.display.Forget(parcel.Flat)
	return parcel, nil
}

func (d *Desk) Summary(flat string) Summary {
	return d.display.Of(flat, d.parcels)
}
