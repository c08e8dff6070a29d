package skillsengland

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/skillgap-go/skillgap/ksb"
)

// day is a date in one of the forms of the API. The day is the one that is written:
// a time and an offset after it are not used to move it.
type day ksb.Date

// UnmarshalText reads "2021-05-31", "2021-05-31T00:00:00" or "2017-09-22T14:24:38
// +00:00"; nothing is undated. The error wraps ErrDate.
func (d *day) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	if s == "" {
		return nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04:05 Z07:00", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil {
			date, err := ksb.ParseDate(t.Format(time.DateOnly))
			*d = day(date)
			return err
		}
	}
	return fmt.Errorf("%w: %q", ksb.ErrDate, s)
}

// flag is a truth value that the API writes as 0 or 1.
type flag bool

// UnmarshalJSON reads 0, 1, false or true. The error wraps ErrValue for another
// number and ErrWrongType for anything else.
func (f *flag) UnmarshalJSON(raw []byte) error {
	switch s := string(raw); s {
	case "0", "false":
	case "1", "true":
		*f = true
	default:
		if _, err := strconv.ParseFloat(s, 64); err == nil {
			return fmt.Errorf("%w: expected 0 or 1, found %s", ksb.ErrValue, s)
		}
		return fmt.Errorf("%w: expected 0 or 1, found %.40s", ksb.ErrWrongType, s)
	}
	return nil
}

// hours are whole hours, written as a number or as a text.
type hours int64

// UnmarshalJSON reads 605 or "605"; an empty text is none. The error wraps ErrValue.
func (h *hours) UnmarshalJSON(raw []byte) error {
	s := string(raw)
	if json.Unmarshal(raw, &s) == nil && strings.TrimSpace(s) == "" {
		return nil
	}
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil {
		return fmt.Errorf("%w: expected whole hours, found %.40s", ksb.ErrValue, raw)
	}
	*h = hours(n)
	return nil
}
