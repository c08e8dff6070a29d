package solve

import "slices"

// prepare derives the rows from the zones, and checks the groups.
func (w *prover) prepare(p *Proof) error {
	for k := range p.Landmarks {
		r, ok := w.row(&p.Landmarks[k])
		if !ok {
			return faulty("landmark %d is none", k)
		}
		w.rows = append(w.rows, r)
	}
	w.exclude()
	return w.group(p.Groups)
}

// exclude lists what each action excludes, or is excluded by.
func (w *prover) exclude() {
	w.against = make([][]int, len(w.cost))
	for i, a := range w.v.in.Actions {
		for _, other := range a.Excludes {
			w.against[i], w.against[other] = append(w.against[i], other), append(w.against[other], i)
		}
	}
}

// group checks that the members of each group exclude each other.
func (w *prover) group(groups [][]int) error {
	w.groupOf, w.least = make([]int, len(w.cost)), make([]int64, len(groups))
	for i := range w.groupOf {
		w.groupOf[i] = -1
	}
	for g, group := range groups {
		for k, a := range group {
			if a < 0 || a >= len(w.v.in.Actions) || w.groupOf[a] >= 0 {
				return faulty("group %d", g)
			}
			w.groupOf[a] = g
			for _, b := range group[:k] {
				if !slices.Contains(w.against[a], b) {
					return faulty("group %d: actions %d and %d do not exclude each other", g, a, b)
				}
			}
		}
	}
	return nil
}

// row derives the actions of a landmark from its zone.
func (w *prover) row(l *Landmark) (r row, ok bool) {
	in := w.v.in
	if l.Goal < 0 || l.Goal >= len(in.Goals) || w.v.goals[l.Goal] != l.Goal || !w.label(l.Zone) {
		return r, false
	}
	r.need = int64(w.v.lacks[l.Goal])
	from := len(w.flat)
	w.enter(l.Zone, r.need)
	for _, a := range w.v.adders[in.Goals[l.Goal].Fact] {
		if _, ok := w.entry(a); ok && w.seen[a] != len(w.rows)+1 {
			w.count(a, 1)
		}
	}
	if w.waive {
		w.count(len(in.Actions)+l.Goal, r.need)
	}
	for _, z := range l.Zone {
		w.zone[z.Fact] = 0
	}
	r.acts, r.count = w.flat[from:], w.counts[from:]
	return r, true
}

// label notes when the facts of a zone come true; false: that makes no sense.
func (w *prover) label(zone []Label) bool {
	for _, z := range zone {
		if z.Fact < 0 || z.Fact >= w.v.in.Facts || w.v.start[z.Fact] || z.Time == 0 {
			return false
		}
		w.zone[z.Fact] = z.Time
	}
	return true
}

// enter counts the actions that enter a zone, each once.
func (w *prover) enter(zone []Label, need int64) {
	this := len(w.rows) + 1
	for _, z := range zone {
		for _, a := range w.v.adders[z.Fact] {
			if w.seen[a] == this {
				continue
			}
			if end, ok := w.entry(a); ok && (w.zone[z.Fact] < 0 || end < w.zone[z.Fact]) {
				w.seen[a] = this
				w.count(a, need)
			}
		}
	}
}

func (w *prover) count(a int, n int64) { w.flat, w.counts = append(w.flat, a), append(w.counts, n) }

// entry is when an action ends if facts come true when w.zone says; false: not in
// time, or the action is removed.
func (w *prover) entry(a int) (end int, ok bool) {
	if w.v.out[a] || !w.v.can[a] {
		return 0, false
	}
	for _, f := range w.v.in.Actions[a].Needs {
		if w.zone[f] < 0 {
			return 0, false
		}
		end = max(end, w.zone[f])
	}
	end += w.v.in.Actions[a].Time
	return end, w.v.in.Deadline == nil || end <= *w.v.in.Deadline
}
