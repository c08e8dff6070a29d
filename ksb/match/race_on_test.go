//go:build race

package match

// raceEnabled: figures on real data take too long under the race detector, and show no more.
const raceEnabled = true
