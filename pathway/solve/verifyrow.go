package solve

// prepare derives the rows from the zones, and checks the groups.
func (w *prover) prepare(p *Proof) error {
	w.rows = make([]row, 0, len(p.Landmarks))
	for k := range p.Landmarks {
		r, ok := w.row(&p.Landmarks[k])
		if !ok {
			return faulty("landmark %d is none", k)
		}
		w.rows = append(w.rows, r)
	}
	return w.group(p.Groups)
}

// group checks that the members of each group exclude each other.
func (w *prover) group(groups [][]int) error {
	w.groupOf, w.least = make([]int32, len(w.cost)), make([]int64, len(groups))
	for i := range w.groupOf {
		w.groupOf[i] = -1
	}
	for g, group := range groups {
		for k, a := range group {
			if a < 0 || a >= len(w.v.in.Actions) || w.groupOf[a] >= 0 {
				return faulty("group %d", g)
			}
			w.groupOf[a] = int32(g)
			for _, b := range group[:k] {
				if !w.v.excludes(a, b) {
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
	for _, z := range l.Zone {
		w.enter(w.v.adders.of(z.Fact), w.zone[z.Fact])
	}
	if w.waive {
		w.flat = append(w.flat, int32(len(in.Actions)+l.Goal))
	}
	r.full = len(w.flat) - from
	w.enter(w.v.adders.of(in.Goals[l.Goal].Fact), -1)
	for _, z := range l.Zone {
		w.zone[z.Fact] = 0
	}
	r.acts = w.flat[from:len(w.flat):len(w.flat)]
	return r, true
}

// label notes when the facts of a zone come true, and bars the actions that need one that
// never does; false: that makes no sense. Without a deadline time plays no part.
func (w *prover) label(zone []Label) bool {
	for _, z := range zone {
		if z.Fact < 0 || z.Fact >= w.v.in.Facts || w.v.start[z.Fact] || z.Time == 0 || z.Time > 0 && w.v.in.Deadline == nil {
			return false
		}
		w.zone[z.Fact] = z.Time
	}
	for _, z := range zone {
		if w.zone[z.Fact] < 0 {
			for _, a := range w.v.needers.of(z.Fact) {
				w.seen[a] = w.landmark()
			}
		}
	}
	return true
}

// landmark is the number of the landmark that is looked at.
func (w *prover) landmark() int32 { return int32(len(w.rows) + 1) }

// enter lists those of some actions that can be carried out outside a zone and end before
// the given time; below 0: ever. None is listed twice, and none that is removed.
func (w *prover) enter(acts []int32, time int) {
	this := w.landmark()
	for _, a := range acts {
		if w.seen[a] != this && !w.v.out[a] && (w.v.in.Deadline == nil || w.inTime(a, time)) {
			w.seen[a] = this
			w.flat = append(w.flat, a)
		}
	}
}

// inTime tells whether an action ends before the deadline, and before the given time, if
// facts come true when w.zone says.
func (w *prover) inTime(a int32, time int) bool {
	end := 0
	for _, f := range w.v.in.Actions[a].Needs {
		end = max(end, w.zone[f])
	}
	end += w.v.in.Actions[a].Time
	return end <= *w.v.in.Deadline && (time < 0 || end < time)
}
