package assess

import (
	"encoding/json"
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

// Facts are what gates need to know of a person, by name: "start" is the day of the
// start, other facts are numbers, such as "ageAtStart" or "hoursAWeek". A fact that
// is not listed is unknown.
type Facts map[string]Fact

// Fact is a number or a day.
type Fact struct {
	Number float64
	Date   ksb.Date // 0: the fact is the number
}

// Start is the day of the start; 0: not known.
func (f Facts) Start() ksb.Date { return f["start"].Date }

// MarshalJSON writes the number, or the day as a text.
func (f Fact) MarshalJSON() ([]byte, error) {
	if f.Date != 0 {
		return json.Marshal(f.Date)
	}
	return json.Marshal(f.Number)
}

// UnmarshalJSON reads a number or a day. The error wraps [ksb.ErrWrongType] or
// [ksb.ErrDate].
func (f *Fact) UnmarshalJSON(data []byte) error {
	*f = Fact{}
	if string(data) != "null" && json.Unmarshal(data, &f.Number) == nil {
		return nil
	}
	var text string
	if json.Unmarshal(data, &text) != nil || text == "" {
		return fmt.Errorf("%w: expected a number or a day, found %s", ksb.ErrWrongType, data)
	}
	return f.Date.UnmarshalText([]byte(text))
}
