package solve

// lists are lists of actions by number, in one room.
type lists struct {
	where []span
	all   []int32
}

// span is a part of a list.
type span struct{ from, to int32 }

func (l *lists) of(i int) []int32 { return l.all[l.where[i].from:l.where[i].to] }

// naming lists, for each of n numbers, which of the actions that count name it, ascending,
// each once.
func (in *Instance) naming(n int, count []bool, names func(*Action) []int) lists {
	l := lists{where: make([]span, n)}
	for i := range in.Actions {
		for _, f := range names(&in.Actions[i]) {
			l.where[f].to++
		}
	}
	total := int32(0)
	for f, s := range l.where {
		l.where[f] = span{total, total}
		total += s.to
	}
	if l.all = make([]int32, total); total == 0 {
		return l
	}
	for i := range in.Actions {
		if !count[i] {
			continue
		}
		for _, f := range names(&in.Actions[i]) {
			s := &l.where[f]
			if s.to == s.from || l.all[s.to-1] != int32(i) {
				l.all[s.to] = int32(i)
				s.to++
			}
		}
	}
	return l
}
