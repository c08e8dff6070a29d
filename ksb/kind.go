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

func kinds() enum { return enum{"", "knowledge", "skill", "behaviour"} }

// String names the kind as the files do; the zero Kind is "".
func (k Kind) String() string { return kinds().name(uint8(k)) }

// MarshalText writes the name; the zero Kind is an error that wraps [ErrValue].
func (k Kind) MarshalText() ([]byte, error) { return kinds().marshal(uint8(k)) }

// UnmarshalText reads the name; any other text is an error that wraps [ErrValue].
func (k *Kind) UnmarshalText(text []byte) error {
	i, err := kinds().parse(text)
	*k = Kind(i)
	return err
}
