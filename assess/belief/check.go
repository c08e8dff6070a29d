package belief

import (
	"errors"
	"fmt"
)

// ErrParameter is wrapped by every error about the parameters of a model, base rates or
// a roll-up.
var ErrParameter = errors.New("parameter out of range")

// bound is a parameter with the range that it must lie in, both ends included.
type bound struct {
	name           string
	value          float64
	least, largest float64
}

// inRange reports every parameter outside its range, in the order given; nil: none.
func inRange(model string, bounds ...bound) error {
	var faults []error
	for _, b := range bounds {
		if !(b.value >= b.least && b.value <= b.largest) {
			faults = append(faults, fmt.Errorf("%w: %s: %s %v is not from %v to %v", ErrParameter, model, b.name, b.value, b.least, b.largest))
		}
	}
	return errors.Join(faults...)
}
