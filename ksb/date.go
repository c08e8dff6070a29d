package ksb

import (
	"fmt"
	"time"
)

// Date is a calendar day without a time or a zone: days since 0000-12-31, so that
// the zero Date means "undated" and 1 is 0001-01-01.
type Date int32

const unixDay = 719163 // 1970-01-01

// ParseDate reads "YYYY-MM-DD". A day that does not exist, such as 2026-02-30, is
// an error that wraps [ErrDate].
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return 0, fmt.Errorf("%w: %q is not a day as YYYY-MM-DD", ErrDate, s)
	}
	return Date(t.Unix()/86400 + unixDay), nil
}

// String writes the day as YYYY-MM-DD, and an undated one as "".
func (d Date) String() string {
	if d <= 0 {
		return ""
	}
	return time.Unix((int64(d)-unixDay)*86400, 0).UTC().Format(time.DateOnly)
}

// AddDays returns the day n days later; an undated day stays undated.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	return d + Date(n)
}

// MarshalText writes the form that [ParseDate] reads; an undated day is empty.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the form that [ParseDate] reads; nothing is undated. The
// error wraps [ErrDate].
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d = 0
	if len(text) > 0 {
		*d, err = ParseDate(string(text))
	}
	return err
}
