//go:build !race

package belief

// raceEnabled: the race detector changes what allocates.
const raceEnabled = false
