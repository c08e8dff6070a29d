package schedule_test

// some is how many of so many problems a test takes: fewer where each takes ten times as
// long.
func some(problems int) int {
	if raceEnabled {
		return max(problems/5, 1)
	}
	return problems
}
