package store_test

import (
	"os"
	"strconv"
	"testing"
)

// manyEnv says how many times over the tests that try things at random try them: 20 is for nights, 1 is what
// every run does.
const manyEnv = "QINGYANG_TEST_MANY"

// many is n times what the environment asks for.
func many(t testing.TB, n int) int {
	t.Helper()
	times := os.Getenv(manyEnv)
	if times == "" {
		return n
	}
	k, err := strconv.Atoi(times)
	if err != nil || k < 1 {
		t.Fatalf("%s is %q", manyEnv, times)
	}
	return n * k
}
