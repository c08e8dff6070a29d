package schedule_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/pathway/schedule"
)

// FuzzSolve makes a problem of any bytes: whatever it is, the answer is a schedule or an
// error.
func FuzzSolve(f *testing.F) {
	f.Add(int64(10), 2, 0, []byte("3a1b0c2d9e"))
	f.Add(int64(-1), 0, 3, []byte{0, 255, 7, 1, 1, 1, 0, 0})
	f.Fuzz(func(t *testing.T, minutes int64, beside, until int, data []byte) {
		in := &schedule.Instance{Minutes: minutes, Beside: beside, Until: until, Nodes: 2_000}
		for len(data) >= 4 && len(in.Activities) < 12 {
			a := schedule.Activity{Weeks: int(int8(data[0])) % 9, Minutes: int64(data[1])}
			if data[2]%3 == 0 {
				a.After = append(a.After, []int{int(data[2]) % 12, int(data[3]) % 12})
			}
			if data[3]%4 == 0 {
				a.Starts = []int{int(data[3]), int(int8(data[2]))}
			}
			if data[0]%4 == 0 {
				in.First = append(in.First, int(data[1])%12)
			}
			if data[3]%5 == 0 {
				in.Weeks = append(in.Weeks, schedule.Week{At: int(data[2]), Minutes: int64(data[3])})
				in.Closed = append(in.Closed, int(int8(data[1])))
			}
			in.Activities, data = append(in.Activities, a), data[4:]
		}
		s, err := schedule.Solve(context.Background(), in)
		if err != nil {
			require.Error(t, err)
			return
		}
		require.NoError(t, s.Check(in))
		require.LessOrEqual(t, s.Bound, s.Weeks)
	})
}
