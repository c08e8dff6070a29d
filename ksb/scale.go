package ksb

// Level is a rung of a [Scale], counted from 0, which is the bottom rung ("not
// yet"). In a [Requirement] 0 stands for the top rung. Levels of two scales are
// never compared with each other, and levels are never averaged.
type Level uint8

// Qual is the qualification level of a role on the RQF (1 to 8); 0 is none. It is
// never mixed up with a Level or with a pay band.
type Qual uint8

// Scale is an ordered list of rungs, lowest first.
type Scale struct {
	ID     ScaleID  `json:"id"`
	Rungs  []string `json:"rungs" strict:"whole"` // at least two; rung k is level k
	Origin Origin   `json:"-"`
}

// Top is the highest level of the scale.
func (s Scale) Top() Level {
	if len(s.Rungs) == 0 {
		return 1
	}
	return Level(len(s.Rungs) - 1)
}

// TwoRungs is the scale of a statement that names none.
func TwoRungs() Scale { return Scale{Rungs: []string{"not yet", "competent"}} }
