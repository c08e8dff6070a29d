package rpl

import "github.com/skillgap-go/skillgap/ksb"

// Method is how what a person can show becomes hours that are not needed. The zero
// Method is not said, which means ActivityOmission.
type Method uint8

// The methods, from the one that removes the least to the one that removes the most.
const (
	ActivityOmission Method = iota + 1 // whole activities, all of whose statements are met
	Binary                             // the minutes of each statement that is met
	Sliding                            // of each statement the part that is shown
)

func methods() ksb.Names { return ksb.Names{"", "activity", "binary", "sliding"} }

// Methods returns the three methods in their order.
func Methods() []Method { return []Method{ActivityOmission, Binary, Sliding} }

// String names the method as the files do; the zero Method is "".
func (m Method) String() string { return methods().Name(uint8(m)) }

// MarshalText writes the name; the zero Method is an error that wraps [ksb.ErrValue].
func (m Method) MarshalText() ([]byte, error) { return methods().Marshal(uint8(m)) }

// UnmarshalText reads the name; any other text is an error that wraps [ksb.ErrValue].
func (m *Method) UnmarshalText(text []byte) error {
	i, err := methods().Parse(text)
	*m = Method(i)
	return err
}

// rule is the rule that says what the method is.
func (m Method) rule() string {
	switch m {
	case Binary:
		return RuleBinary
	case Sliding:
		return RuleSliding
	}
	return RuleActivity
}
