package main

// Summary is what the display by the lift shows for a flat.
type Summary struct {
	Flat    string `json:"flat"`
	Waiting int    `json:"waiting"`
	Owed    Cents  `json:"owed"`
}

// Display is asked every second, so a summary is kept until it changes.
type Display struct {
	summaries map[string]Summary
}

func NewDisplay() *Display {
	return &Display{summaries: map[string]Summary{}}
}

func (d *Display) Of(flat string, parcels []*Parcel) Summary {
	if summary, known := d.summaries[flat]; known {
		return summary
	}
	summary := Summary{Flat: flat}
	for _, parcel := range parcels {
		if parcel.Flat == flat && parcel.Status == "waiting" {
			summary.Waiting++
			summary.Owed += parcel.Charge
		}
	}
	d.summaries[flat] = summary
	return summary
}

func (d *Display) Forget(flat string) {
	delete(d.summaries, flat)
}
