package pathway

import (
	"context"

	"github.com/skillgap-go/skillgap/pathway/routes"
)

// likely lists routes that are worth working out first: those that are shortest when
// every role costs what its own gaps may cost by a rough estimate, and those of fewest
// roles. What is learned for one role and counts for another is not seen here, so this
// is no more than a guess.
func (q *quest) likely(ctx context.Context) (list [][]int32) {
	rough := q.rough()
	person := len(rough) // a place of its own for where the traveller stands
	var links []routes.Link
	add := func(from int, to int32) {
		if to != q.from && q.apart[to] >= 0 {
			links = append(links, routes.Link{From: from, To: int(to), Cost: routes.Cost{rough[to], 1}})
		}
	}
	for _, to := range q.firsts() {
		add(person, to)
	}
	for from, next := range q.next {
		for _, to := range next {
			if from != int(q.from) && q.apart[from] > 0 {
				add(from, to)
			}
		}
	}
	for c := range 2 {
		for i := range links {
			links[i].Cost[0], links[i].Cost[1] = links[i].Cost[c], links[i].Cost[1-c]
		}
		list = append(list, q.shortest(ctx, person, links)...)
	}
	return list
}

// shortest are the K shortest routes on a map with fixed costs that are not too long.
func (q *quest) shortest(ctx context.Context, person int, links []routes.Link) (list [][]int32) {
	g, err := routes.New(person+1, links)
	if err != nil {
		return nil // a guess less
	}
	paths, _ := g.Shortest(ctx, person, int(q.target), min(q.o.K, 20))
	for _, p := range paths {
		var roles []int32
		for _, l := range p.Links {
			roles = append(roles, int32(links[l].To))
		}
		if len(roles) > 0 && len(roles) <= q.o.MostHops {
			list = append(list, roles)
		}
	}
	return list
}

// rough is what each role may cost by itself: for each need above what is held, the
// cheapest course's pence by statement that it teaches, and a penny.
func (q *quest) rough() []int64 {
	per := make([]int64, len(q.courses))
	for i := range per {
		per[i] = q.courses[i].pence/int64(max(len(q.courses[i].Teaches), 1)) + 1
	}
	cost := make([]int64, len(q.atlas.briefs))
	for i := range cost {
		for _, n := range q.atlas.briefs[i].Needs {
			if q.held[n.Statement] >= n.Level {
				continue
			}
			least := int64(unreached)
			for _, t := range q.teachers[n.Statement] {
				if t.level >= n.Level {
					least = min(least, per[t.course])
				}
			}
			if least < unreached {
				cost[i] += least
			}
		}
		cost[i] = min(cost[i], routes.MostSum>>20)
	}
	return cost
}
