package pathway

import (
	"context"
	"slices"

	"github.com/skillgap-go/skillgap/pathway/solve"
)

// parts shares the courses of a route out among its roles: each role in turn gets the
// cheapest of them that close what is still open of its own gaps.
func (q *quest) parts(ctx context.Context, t *trail) ([][]int, error) {
	parts, done, rest := make([][]int, len(t.roles)), []int{}, slices.Clone(t.bundle.items)
	for i, role := range t.roles {
		s, err := q.stand(role)
		if err != nil {
			return nil, err
		}
		goals := slices.DeleteFunc(slices.Clone(s.goals), func(g goal) bool { return q.teaches(done, g) })
		if len(goals) == 0 || len(rest) == 0 {
			continue
		}
		if i == len(t.roles)-1 {
			parts[i] = rest // whatever is left is for the target
			continue
		}
		solved, err := solve.Exact(ctx, q.instance(goals, t.goals, rest, done))
		if err != nil {
			return nil, err
		}
		for _, at := range solved.Items {
			parts[i] = append(parts[i], rest[at])
		}
		done = append(done, parts[i]...)
		rest = slices.DeleteFunc(rest, func(c int) bool { return slices.Contains(parts[i], c) })
	}
	return parts, nil
}

// weeksOf is how long the training of a route takes, one hop after another.
func (q *quest) weeksOf(ctx context.Context, t *trail) (weeks int64, err error) {
	parts, err := q.parts(ctx, t)
	if err != nil {
		return 0, err
	}
	done := []int{}
	for _, part := range parts {
		weeks += q.length(q.instance(nil, t.goals, part, done))
		done = append(done, part...)
	}
	return weeks, nil
}

// length is how many weeks actions take side by side, each as early as can be.
func (s *stock) length(in *solve.Instance) (weeks int64) {
	at := make([]int64, in.Facts)
	for f := range at {
		at[f] = unreached
	}
	for _, f := range in.Start {
		at[f] = 0
	}
	ends := make([]int64, len(in.Actions))
	for changed := true; changed; {
		changed = false
		for i := range in.Actions {
			end := int64(0)
			for _, f := range in.Actions[i].Needs {
				end = max(end, at[f])
			}
			end = min(end+int64(in.Actions[i].Time), unreached)
			ends[i] = end
			for _, f := range in.Actions[i].Adds {
				if end < at[f] {
					at[f], changed = end, true
				}
			}
		}
	}
	for _, end := range ends {
		if end < unreached {
			weeks = max(weeks, end)
		}
	}
	return weeks
}
