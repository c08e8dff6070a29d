package assess

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// Numbers are named figures, in the order of their names.
type Numbers []Number

// Number is one named figure.
type Number struct {
	Name  string
	Value float64
}

// Of returns the figure of a name and whether there is one.
func (n Numbers) Of(name string) (float64, bool) {
	for _, number := range n {
		if number.Name == name {
			return number.Value, true
		}
	}
	return 0, false
}

func compareNames(a, b Number) int { return strings.Compare(a.Name, b.Name) }

// MarshalJSON writes an object.
func (n Numbers) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, number := range n {
		if i > 0 {
			out.WriteByte(',')
		}
		name, err := json.Marshal(number.Name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(number.Value)
		if err != nil {
			return nil, err
		}
		out.Write(name)
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// UnmarshalJSON reads an object.
func (n *Numbers) UnmarshalJSON(data []byte) error {
	var object map[string]float64
	if err := json.Unmarshal(data, &object); err != nil {
		return err
	}
	*n = Numbers{}
	for name, value := range object { // any order: sorted below
		*n = append(*n, Number{name, value})
	}
	slices.SortFunc(*n, compareNames)
	return nil
}
