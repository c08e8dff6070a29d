package solve

import "context"

// pulse asks a context now and then whether it has ended. The zero pulse has none, and
// never ends.
type pulse struct {
	ctx  context.Context
	left int // units of work until it asks again
	over bool
}

// beat is how many units of work, each some tens of nanoseconds, are done between two
// questions.
const beat = 4096

// ended tells whether the context has ended; from then on it is true.
func (p *pulse) ended() bool {
	p.over = p.over || p.ctx != nil && p.ctx.Err() != nil
	return p.over
}

// after is ended, once in a while, after n units of work.
func (p *pulse) after(n int) bool {
	if p.left -= n; p.left >= 0 {
		return p.over
	}
	return p.beats()
}

// beats asks the context.
func (p *pulse) beats() bool {
	p.left = beat
	return p.ended()
}
