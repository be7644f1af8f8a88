package main

import "time"

// How long a parcel is kept, and what it costs to come late.
const (
	daysKept         = 7
	late       Cents = 200
	latePerDay Cents = 50
	most       Cents = 1000
)

// Day is a day of the calendar, written as 2031-03-13. It is held as the instant at which it begins in UTC.
type Day struct {
	begin time.Time
}

func (d Day) MarshalText() ([]byte, error) {
	return []byte(d.begin.Format(time.DateOnly)), nil
}

func DueDay(arrivedAt time.Time) Day {
	return Day{dayOf(arrivedAt).begin.AddDate(0, 0, daysKept)}
}

func Fee(due Day, collectedAt time.Time) Cents {
	day := dayOf(collectedAt)
	if day.begin.Before(due.begin) {
		return 0
	}
	daysLate := int(day.begin.Sub(due.begin).Hours() / 24)
	return min(late+latePerDay*Cents(daysLate), most)
}

func dayOf(t time.Time) Day {
	year, month, day := t.Date()
	return Day{time.Date(year, month, day, 0, 0, 0, 0, time.UTC)}
}
