package skillsengland

import (
	"fmt"
	"time"

	"github.com/skillgap-go/skillgap/ksb"
)

// day is a date in one of the forms of the API. The day is the one that is written:
// a time and an offset after it are not used to move it.
type day struct {
	ksb.Date
	broken bool // something is written that is no date
}

// read reads "2021-05-31", "2021-05-31T00:00:00" or "2017-09-22T14:24:38 +00:00";
// nothing is undated. The error wraps the fault.
func (d *day) read(raw []byte, fault ksb.Fault) error {
	s := bareText(raw)
	if s == "" {
		return nil
	}
	for _, layout := range []string{"2006-01-02T15:04:05", time.DateOnly, "2006-01-02T15:04:05 Z07:00", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 0 {
			d.Date, err = ksb.ParseDate(t.Format(time.DateOnly))
			return err
		}
	}
	d.broken = true
	return fmt.Errorf("%w: %.40q", fault, s)
}

// The dates by the check that they are under.
type (
	earliestDay struct{ day }
	latestDay   struct{ day }
	createdDay  struct{ day }
	anyDay      struct{ day }
)

// UnmarshalJSON reads a date. The error wraps ErrS1010.
func (d *earliestDay) UnmarshalJSON(raw []byte) error { return d.read(raw, ErrS1010) }

// UnmarshalJSON reads a date. The error wraps ErrS1011.
func (d *latestDay) UnmarshalJSON(raw []byte) error { return d.read(raw, ErrS1011) }

// UnmarshalJSON reads a date. The error wraps ErrS1012.
func (d *createdDay) UnmarshalJSON(raw []byte) error { return d.read(raw, ErrS1012) }

// UnmarshalJSON reads a date. The error wraps ErrDate.
func (d *anyDay) UnmarshalJSON(raw []byte) error { return d.read(raw, ksb.ErrDate) }
