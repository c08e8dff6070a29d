package schedule

import (
	"context"
	"math/rand/v2"
)

// restarts is how many ranks are tried at random.
const restarts = 200

// improve places the activities by other ranks: by work, by what follows, and at random
// around the best.
func (m *model) improve(ctx context.Context, best starts, bound int) starts {
	late := m.latest(m.end(best))
	rng := rand.New(rand.NewPCG(uint64(len(best)), 1))
	ranks := []func(i int) int{
		func(i int) int { return late[i] },
		func(i int) int { return late[i] + m.acts[i].span },
		func(i int) int { return -int(min(m.acts[i].base, 1<<30)) },
		func(i int) int { return -m.acts[i].span },
	}
	for range restarts {
		ranks = append(ranks, func(i int) int { return best[i]*4 + rng.IntN(24) })
	}
	for _, rank := range ranks {
		if m.end(best) <= bound || ctx.Err() != nil {
			break
		}
		list := make([]int, len(best))
		for i := range list {
			list[i] = rank(i)
		}
		if at, ok := m.serial(list); ok {
			if at = m.justify(at); m.end(at) <= m.end(best) {
				best = at
			}
		}
	}
	return best
}
