package ksb

// Kind tells knowledge, skill and behaviour apart. The zero Kind is refused by
// [Compile]: nobody should guess what a statement is.
type Kind uint8

// The three kinds of a statement.
const (
	Knowledge Kind = iota + 1
	Skill
	Behaviour
)

func kinds() Names { return Names{"", "knowledge", "skill", "behaviour"} }

// String names the kind as the files do; the zero Kind is "".
func (k Kind) String() string { return kinds().Name(uint8(k)) }

// MarshalText writes the name; the zero Kind is an error that wraps [ErrValue].
func (k Kind) MarshalText() ([]byte, error) { return kinds().Marshal(uint8(k)) }

// UnmarshalText reads the name; any other text is an error that wraps [ErrValue].
func (k *Kind) UnmarshalText(text []byte) error {
	i, err := kinds().Parse(text)
	*k = Kind(i)
	return err
}
