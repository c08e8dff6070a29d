package match

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb"
)

// Band is what may be done with a suggestion. Only Exact may be accepted without a person.
type Band uint8

// The bands.
const (
	None     Band = iota // hardly likely: not worth a person's time unless nothing else is found
	Possible             // worth a look
	Likely               // show it first
	Exact                // a name of this target and of no other: may be accepted
)

func bandNames() []string { return []string{"none", "possible", "likely", "exact"} }

// String returns the text of the band: "none", "possible", "likely" or "exact".
func (b Band) String() string { return ksb.Names(bandNames()).Name(uint8(b)) }

// MarshalText writes the band as its text; the error wraps [ksb.ErrValue].
func (b Band) MarshalText() ([]byte, error) {
	if b > Exact {
		return nil, fmt.Errorf("%w: band %d", ksb.ErrValue, b)
	}
	return []byte(b.String()), nil
}

// UnmarshalText reads the text of a band; the error wraps [ksb.ErrValue].
func (b *Band) UnmarshalText(text []byte) error {
	for i, name := range bandNames() {
		if name == string(text) {
			*b = Band(i)
			return nil
		}
	}
	return fmt.Errorf("%w: %q is no band", ksb.ErrValue, text)
}

// The least confidences of the bands.
const (
	likelyFrom   = 0.6
	possibleFrom = 0.15
)

// bandOf is the band of a confidence; Exact is never among them.
func bandOf(confidence float64) Band {
	switch {
	case confidence >= likelyFrom:
		return Likely
	case confidence >= possibleFrom:
		return Possible
	}
	return None
}
