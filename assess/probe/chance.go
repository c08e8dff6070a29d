package probe

import "math"

// Chance is how an answer can mislead.
type Chance struct {
	Slip  float64 // careless error, β: "no" from somebody who can
	Guess float64 // lucky guess, η: "yes" from somebody who cannot
}

// sound: an answer is worth something, and no answer rules anything out for good.
func (c Chance) sound() bool { return c.Slip > 0 && c.Guess > 0 && c.Slip+c.Guess < 1 }

// given is the probability of an answer from somebody who can and from one who cannot.
func (c Chance) given(yes bool) (can, cannot float64) {
	if yes {
		return 1 - c.Slip, c.Guess
	}
	return c.Slip, 1 - c.Guess
}

// Yes is the probability of a "yes" where the item is in the state with probability p.
func (c Chance) Yes(p float64) float64 {
	return float64(p*(1-c.Slip)) + float64((1-p)*c.Guess)
}

// Gain is how many bits the answer to an item is expected to tell of the state, where
// the item is in it with probability p: the entropy of the answer less what slips and
// guesses make of it. The state beyond the item does not come in, since an answer hangs
// on it through the item alone.
func (c Chance) Gain(p float64) float64 {
	noise := float64(p*bit(c.Slip)) + float64((1-p)*bit(c.Guess))
	return max(bit(c.Yes(p))-noise, 0)
}

// bit is the entropy of a choice of two.
func bit(p float64) float64 { return surprise(p) + surprise(1-p) }

// surprise is -p log2 p.
func surprise(p float64) float64 {
	if p <= 0 {
		return 0
	}
	return -float64(p * math.Log2(p))
}
