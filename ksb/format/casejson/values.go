package casejson

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// link names an item, a document or anything else.
type link struct {
	Title      string `json:"title"`
	Identifier string `json:"identifier"`
	URI        string `json:"uri"`
}

// UnmarshalJSON reads an object, or a text as the uri. The error wraps ErrWrongType.
func (l *link) UnmarshalJSON(data []byte) error {
	type plain link // without this method
	if json.Unmarshal(data, &l.URI) == nil || json.Unmarshal(data, (*plain)(l)) == nil {
		return nil
	}
	*l = link{}
	return wrongType("a link", data)
}

// texts are a list of texts, which some write as one text.
type texts []string

// UnmarshalJSON reads a list or a text. The error wraps ErrWrongType.
func (t *texts) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = texts{one}
		return nil
	}
	if err := json.Unmarshal(data, (*[]string)(t)); err != nil {
		*t = nil
		return wrongType("a list of texts", data)
	}
	return nil
}

// sequence is a place in a list, which some write as text.
type sequence int32

// UnmarshalJSON reads a whole number or its text; what is neither comes last and is an
// error that wraps ErrWrongType.
func (s *sequence) UnmarshalJSON(data []byte) error {
	number, err := strconv.ParseFloat(strings.TrimSpace(strings.Trim(string(data), `"`)), 64)
	if err != nil || number != math.Trunc(number) || math.Abs(number) > math.MaxInt32 {
		*s = math.MaxInt32
		return wrongType("a whole number", data)
	}
	*s = sequence(number)
	return nil
}

// place is the number by which to sort; absent comes last.
func (s *sequence) place() sequence {
	if s == nil {
		return math.MaxInt32
	}
	return *s
}

// definitions are how many subjects, concepts, licences and so on there are.
type definitions map[string]int

// UnmarshalJSON counts what stands in the lists of an object. The error wraps
// ErrWrongType.
func (d *definitions) UnmarshalJSON(data []byte) error {
	var lists map[string][]json.RawMessage
	if json.Unmarshal(data, &lists) != nil {
		return wrongType("an object of lists", data)
	}
	*d = definitions{}
	for key, list := range lists { // any order: each is counted alone
		(*d)[key] = len(list)
	}
	return nil
}

func wrongType(want string, found []byte) error {
	return fmt.Errorf("%w: expected %s, found %s", ksb.ErrWrongType, want, found)
}
